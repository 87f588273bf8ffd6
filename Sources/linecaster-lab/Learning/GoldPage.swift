import Foundation
import LinecasterKit

/// A page that real tools read, with its gold, as make-pages.py writes it.
struct GoldPage: Decodable {
    private struct Block: Decodable {
        let kind: String
        let lines: [Int]
        let text: String
    }

    private let file: String
    private let blocks: [Block]

    /// The pages of a folder, in the order of their names.
    static func samples(in folder: String) throws -> [Sample] {
        let names = try FileManager.default.contentsOfDirectory(atPath: folder).filter { $0.hasSuffix(".blocks.json") }.sorted()
        return try names.map { name in
            let page = try JSONDecoder().decode(GoldPage.self, from: Data(contentsOf: URL(fileURLWithPath: "\(folder)/\(name)")))
            let text = try String(contentsOfFile: "\(folder)/\(page.file)", encoding: .utf8)
            let wide = text.unicodeScalars.count { $0.value >= 0x4E00 }
            return Sample(article: Article(text: text), gold: page.gold(of: text), isChinese: wide * 3 > text.unicodeScalars.count)
        }
    }

    /// Two lines of a block in order are its first and its last.
    private func gold(of text: String) -> SampleArticle {
        let lines = text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
        return SampleArticle(
            lines: lines,
            blocks: blocks.map { block in
                let isRange = block.lines.count == 2 && block.lines[0] < block.lines[1]
                return SampleArticle.Block(
                    kind: block.kind,
                    lines: isRange ? Array(block.lines[0]...block.lines[1]) : block.lines,
                    text: block.text
                )
            }
        )
    }
}
