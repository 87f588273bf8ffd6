import ArgumentParser
import BuiltinStages
import Foundation
import LinecasterEngine

/// A folder of articles with marks, NAME.txt each, and the stages that they are measured through.
struct MarkedArticles {
    /// Names and texts, by name.
    let all: [(name: String, text: String)]

    /// From source text to what was found in it.
    static var pipeline: Pipeline {
        get throws {
            let yaml = "pipeline: marked\nstages: [normalize, repair, segment, extract]\n"
            return try Pipeline(yaml: Array(yaml.utf8), registry: StageRegistry(builtinStages))
        }
    }

    /// Reads a folder.
    ///
    /// - Throws: `ValidationError` when it holds no article, and what reading a file throws.
    init(folder: String) throws {
        let names = try FileManager.default.contentsOfDirectory(atPath: folder).filter { $0.hasSuffix(".txt") }.sorted()
        guard !names.isEmpty else { throw ValidationError("\(folder) holds no article named NAME.txt") }
        all = try names.map { ($0, try String(contentsOf: URL(filePath: folder).appending(path: $0), encoding: .utf8)) }
    }

    /// The part of a name that articles of one kind share: `a-en` of `a-en-mill.txt`.
    static func group(_ name: String) -> String { name.split(separator: "-").prefix(2).joined(separator: "-") }
}
