import Foundation

/// Clean paragraphs to set.
struct Paragraphs {
    /// The paragraphs, in the order of their file.
    private(set) var texts: [String] = []

    /// Reads a text file.
    ///
    /// Each line is a sentence or a paragraph; words of Chinese may be parted by spaces. Where most lines are
    /// sentences, consecutive ones are put together to paragraphs of one to five.
    init(file: String, isChinese: Bool, seed: Int) throws {
        var generator = SeededGenerator(seed: seed)
        let lines = try String(contentsOfFile: file, encoding: .utf8).split(separator: "\n").map { line in
            isChinese ? halfWidth(line.filter { !$0.isWhitespace }) : line.split(separator: " ").joined(separator: " ")
        }
        var parts: [String] = []
        let most = areParagraphs(lines) ? 1 : 5
        var wanted = generator.number(1...most)
        for line in lines where line.count >= (isChinese ? 6 : 25) && !isPictureOrCredit(line) {
            parts.append(line)
            guard parts.count >= wanted, let last = line.last, "。！？”.!?\"".contains(last) else { continue }
            let paragraph = parts.joined(separator: isChinese ? "" : " ")
            if paragraph.count <= (isChinese ? 600 : 1500) { texts.append(paragraph) }
            parts = []
            wanted = generator.number(1...most)
        }
    }

    /// Every second half: those to learn from, or those to measure with.
    func half(forLearning: Bool) -> [String] {
        let middle = texts.count / 2
        return forLearning ? Array(texts[..<middle]) : Array(texts[middle...])
    }
}

/// Whether a line of a newspaper corpus is a caption or a credit: what is cut from it would be no title, and no paragraph.
private func isPictureOrCredit(_ line: String) -> Bool {
    line.hasPrefix("图为") || line.contains("附图片") || line.hasSuffix("摄") || line.hasSuffix("摄）")
        || (line.contains("记者") && line.count <= 14 && !line.contains { "，。！？".contains($0) })
}

/// Whether lines hold more than a sentence and a half each.
private func areParagraphs(_ lines: [String]) -> Bool {
    let stops = lines.reduce(0) { $0 + $1.count { "。！？.!?".contains($0) } }
    return stops * 2 > lines.count * 3
}

/// A text with its full-width letters and digits made half-width, as normalize makes them.
private func halfWidth(_ text: String) -> String {
    var result = String.UnicodeScalarView()
    for scalar in text.unicodeScalars {
        let isWide =
            (0xFF10...0xFF19).contains(scalar.value) || (0xFF21...0xFF3A).contains(scalar.value) || (0xFF41...0xFF5A).contains(scalar.value)
        result.append(isWide ? Unicode.Scalar(scalar.value - 0xFEE0) ?? scalar : scalar)
    }
    return String(result)
}
