import LinecasterKit
import LinecasterLanguage

/// Looks for what an answer says and the article does not: names, numbers, quotations.
struct AnswerCheck {
    private let article: [UInt8]
    private let numbers: Set<Double>
    private let names: Set<String>
    /// The article without white space and quotation marks, in which quotations are looked for.
    private let plain: [UInt8]

    init(_ article: Article) {
        self.article = article.utf8
        var numbers = NumberValues.all(in: article.utf8)
        for quantity in article[.quantities] {
            numbers.insert(quantity.value.value)
            if let upper = quantity.value.upper { numbers.insert(upper) }
        }
        self.numbers = numbers
        names = Set(article[.entities].map(\.value.name) + article[.people].map(\.value.name))
        plain = Self.plain(article.utf8, 0..<article.utf8.count)
    }

    /// What is not borne out, in words; empty for an answer that holds.
    func objections(to answer: String) -> [String] {
        let text = Array(answer.utf8)
        guard !text.isEmpty else { return ["it is empty"] }
        var objections: [String] = []
        if isWide(text) != isWide(article) { objections.append("it is in another language") }
        let quotations = quotations(in: text)
        for quotation in quotations where !holds(quotation, of: text) {
            objections.append("the article does not say “\(String(decoding: text[quotation], as: UTF8.self))”")
        }
        for (value, range) in NumberValues.located(in: text) where !numbers.contains(value) {
            objections.append("the article has no number \(String(decoding: text[range], as: UTF8.self))")
        }
        for name in namesIn(text) where !isNamed(name) { objections.append("the article does not name \(name)") }
        return objections
    }

    private func isWide(_ text: [UInt8]) -> Bool { text.count { $0 >= 0xE3 && $0 <= 0xE9 } * 10 > text.count }

    // MARK: Quotations

    /// What stands between quotation marks.
    private func quotations(in text: [UInt8]) -> [Range<Int>] {
        var found: [Range<Int>] = []
        var open: (mark: UInt32, start: Int)?
        for scalar in text.scalars(in: 0..<text.count) {
            if let (mark, start) = open {
                guard scalar.value == mark else { continue }
                if scalar.offset > start { found.append(start..<scalar.offset) }
                open = nil
            } else if [0x201C, 0x300C, 0x300E].contains(scalar.value), let close = closingMark(for: scalar.value) {
                open = (close, scalar.end)
            } else if scalar.value == 0x22 {
                open = (0x22, scalar.end)
            }
        }
        // Words after a mark that nothing closes are as good as quoted.
        if let open, open.start < text.count { found.append(open.start..<text.count) }
        return found
    }

    private func holds(_ range: Range<Int>, of text: [UInt8]) -> Bool {
        var quoted = Self.plain(text, range)
        // A sentence's last mark may be another in a quotation.
        while let last = quoted.scalar(before: quoted.count), [.pause, .terminal].contains(characterClass(last.value)) {
            quoted.removeLast(last.length)
        }
        guard !quoted.isEmpty else { return true }
        let both = plain + quoted
        return both.contains(plain.count..<both.count, in: 0..<plain.count)
    }

    private static func plain(_ text: [UInt8], _ range: Range<Int>) -> [UInt8] {
        var result: [UInt8] = []
        result.reserveCapacity(range.count)
        for scalar in text.scalars(in: range) {
            if isSpace(scalar.value) || scalar.value == 0x22 || (0x2018...0x201D).contains(scalar.value) || scalar.value == 0x27 {
                continue
            }
            result += text[scalar.offset..<scalar.end]
        }
        return result
    }

    // MARK: Names

    private func namesIn(_ text: [UInt8]) -> [String] {
        guard isWide(text) else { return CapitalizedWords.all(in: text) }
        var reader = NameReader(words: .words, classes: .classes, names: .names)
        let found = reader.read(text, range: 0..<text.count).names.map { String(decoding: text[$0.range], as: UTF8.self) }
        return found + CapitalizedWords.all(in: text)
    }

    private func isNamed(_ name: String) -> Bool {
        if names.contains(name) { return true }
        let bytes = Array(name.utf8)
        let both = article + bytes
        return both.contains(article.count..<both.count, in: 0..<article.count)
    }
}
