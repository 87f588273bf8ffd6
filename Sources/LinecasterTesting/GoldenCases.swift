public import Foundation
import LinecasterEngine
import LinecasterFormats
public import LinecasterKit

/// Checks a pipeline against the cases of a folder: `NAME/input.txt`, and `expected.txt` beside it.
///
/// With `LINECASTER_UPDATE` set in the environment the expected files are written anew instead.
///
/// - Parameters:
///   - folder: The folder of cases.
///   - yaml: The pipeline's `stages:` list; a case that holds a `stages.yaml` takes that.
///   - stages: The stages that it may name.
///   - render: What of the article is compared.
/// - Returns: What differs, one sentence a case; empty when all is as expected.
public func goldenDifferences(
    in folder: URL,
    stages yaml: String,
    registry stages: [StageDescriptor],
    render: (Article) -> String
) async throws -> [String] {
    let cases = try FileManager.default.contentsOfDirectory(atPath: folder.path).filter { !$0.hasPrefix(".") }.sorted()
    guard !cases.isEmpty else { return ["\(folder.path) holds no case"] }
    var differences: [String] = []
    for name in cases {
        let place = folder.appending(path: name)
        let own = try? String(contentsOf: place.appending(path: "stages.yaml"), encoding: .utf8)
        let pipeline = try Pipeline(yaml: Array("pipeline: golden\nstages:\n\(own ?? yaml)\n".utf8), registry: StageRegistry(stages))
        let input = try Data(contentsOf: place.appending(path: "input.txt"))
        let article = try await pipeline.run(try ArticleReader().read(Array(input), name: "input.txt")).article
        let found = render(article)
        let expectedFile = place.appending(path: "expected.txt")
        if ProcessInfo.processInfo.environment["LINECASTER_UPDATE"] != nil {
            try Data(found.utf8).write(to: expectedFile)
            continue
        }
        let expected = try String(contentsOf: expectedFile, encoding: .utf8)
        if found != expected { differences.append("\(name): \(firstDifference(found, expected))") }
        if article.undone() != article.source.decoded { differences.append("\(name): the edits cannot be undone") }
    }
    return differences
}

/// The blocks of an article, one a paragraph, each behind its kind.
public func renderBlocks(_ article: Article) -> String {
    article[.blocks].map { "[\($0.value.kind.rawValue)] \(article[$0.range])\n" }.joined()
}

private func firstDifference(_ found: String, _ expected: String) -> String {
    let found = found.split(separator: "\n", omittingEmptySubsequences: false)
    let expected = expected.split(separator: "\n", omittingEmptySubsequences: false)
    let index = zip(found, expected).enumerated().first { $0.element.0 != $0.element.1 }?.offset ?? min(found.count, expected.count)
    let wanted = index < expected.count ? String(expected[index]) : "the end"
    let got = index < found.count ? String(found[index]) : "the end"
    return "line \(index + 1)\n  expected: \(wanted)\n  found:    \(got)"
}
