import ArgumentParser
import Foundation

/// Reads a whole file, or standard input for `-`.
///
/// - Throws: `ExitCode.noInput`, after a sentence that says why.
func readFile(_ path: String) throws(ExitCode) -> [UInt8] {
    if path == "-" { return Array(FileHandle.standardInput.readDataToEndOfFile()) }
    do {
        return Array(try Data(contentsOf: URL(filePath: path)))
    } catch {
        throw fail("\(path): \(reason(error))", .noInput)
    }
}

/// Why a file operation failed, in the system's words.
func reason(_ error: any Error) -> String {
    let error = error as NSError
    switch error.code {
    case NSFileReadNoSuchFileError, NSFileNoSuchFileError: return String(cString: strerror(ENOENT))
    case NSFileReadNoPermissionError, NSFileWriteNoPermissionError: return String(cString: strerror(EACCES))
    case NSFileWriteOutOfSpaceError: return String(cString: strerror(ENOSPC))
    default: break
    }
    if let underlying = error.userInfo[NSUnderlyingErrorKey] as? NSError, underlying.domain == NSPOSIXErrorDomain {
        return String(cString: strerror(Int32(underlying.code)))
    }
    return error.domain == NSPOSIXErrorDomain ? String(cString: strerror(Int32(error.code))) : error.localizedDescription
}

/// The YAML files of a folder, in the order of their names; empty when there is no such folder.
func yamlFiles(in folder: String) -> [String] {
    let names = (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []
    return names.filter { ($0.hasSuffix(".yaml") || $0.hasSuffix(".yml")) && !$0.hasPrefix(".") }.sorted().map { "\(folder)/\($0)" }
}
