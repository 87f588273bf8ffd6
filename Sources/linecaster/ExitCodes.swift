import ArgumentParser
import Foundation

/// The exit codes of sysexits.h that commands end with.
extension ExitCode {
    /// The command was used wrongly.
    static let usage = ExitCode(64)
    /// The input was wrong.
    static let badData = ExitCode(65)
    /// An input does not exist or cannot be read.
    static let noInput = ExitCode(66)
    /// The network or another program is not there.
    static let unavailable = ExitCode(69)
    /// A file could not be written.
    static let ioError = ExitCode(74)
    /// A configuration file was wrong.
    static let configuration = ExitCode(78)
}

/// Ends the command with a sentence on standard error.
func fail(_ message: String, _ code: ExitCode) -> ExitCode {
    complain("linecaster: \(message)")
    return code
}

/// Writes a line to standard error.
func complain(_ line: String) {
    FileHandle.standardError.write(Data((line + "\n").utf8))
}

/// Writes text to standard output.
///
/// - Throws: `ExitCode.ioError` when nobody reads it.
func output(_ bytes: [UInt8]) throws(ExitCode) {
    do {
        try FileHandle.standardOutput.write(contentsOf: Data(bytes))
    } catch {
        throw .ioError
    }
}
