import Foundation

/// An article and what an editor wrote of it.
struct ReferencePair {
    let name: String
    let article: [UInt8]
    let reference: String

    static func all(in folder: String, prefix: String) throws -> [ReferencePair] {
        let ending = ".summary.txt"
        let files = try FileManager.default.contentsOfDirectory(atPath: folder).filter { $0.hasSuffix(ending) && $0.hasPrefix(prefix) }
        return try files.sorted().map { file in
            let name = String(file.dropLast(ending.count))
            let url = URL(filePath: folder)
            return ReferencePair(
                name: name,
                article: Array(try Data(contentsOf: url.appending(path: name + ".txt"))),
                reference: try String(contentsOf: url.appending(path: file), encoding: .utf8).trimmingCharacters(
                    in: .whitespacesAndNewlines
                )
            )
        }
    }
}
