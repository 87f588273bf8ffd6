import LinecasterKit
import LinecasterLanguage

/// What a web page or an editing system left of its markup: tags, comments, character references.
struct Markup {
    /// Proposes to take tags out and to write the characters that are meant.
    static func propose(in text: [UInt8], _ changes: inout Changes) {
        var pass = Markup(text: text, changes: changes)
        pass.run()
        changes = pass.changes
    }

    private let text: [UInt8]
    private var changes: Changes
    /// Ends of comments and scripts of which none is left, so that they are not looked for again.
    private var unclosed: Set<String> = []

    private init(text: [UInt8], changes: Changes) {
        self.text = text
        self.changes = changes
    }

    private mutating func run() {
        var tag = text.firstIndex(of: UInt8(ascii: "<"), from: 0) ?? text.count
        var reference = text.firstIndex(of: UInt8(ascii: "&"), from: 0) ?? text.count
        while tag < text.count || reference < text.count {
            let offset = min(tag, reference)
            let end = offset == tag ? element(at: offset, behind: 1) : self.reference(at: offset)
            if tag < end { tag = text.firstIndex(of: UInt8(ascii: "<"), from: end) ?? text.count }
            if reference < end { reference = text.firstIndex(of: UInt8(ascii: "&"), from: end) ?? text.count }
        }
    }

    // MARK: Tags

    /// Takes out the markup at an offset, whose `<` takes some bytes.
    ///
    /// - Returns: The offset behind it, or behind the `<` where it is none.
    private mutating func element(at offset: Int, behind length: Int) -> Int {
        let start = offset + length
        if length == 1, text.holds("!--", at: start), let end = firstEnd("-->", from: start + 3) {
            remove(offset..<end)
            return end
        }
        guard let tag = MarkupTag(text, at: start, isEscaped: length > 1) else { return start }
        var end = tag.end
        if length == 1, tag.isOpening, tag.isElement("sup"), let note = noteMark(from: end) { end = note }
        if length == 1, tag.isOpening, tag.isElement("script"), let close = firstEnd("</script>", from: end) { end = close }
        if length == 1, tag.isOpening, tag.isElement("style"), let close = firstEnd("</style>", from: end) { end = close }
        changes.replace(TextRange(offset..<end), with: tag.replacement, rule: "remove-markup", confidence: 0.95)
        return end
    }

    /// The offset behind a number in brackets between tags that raise it: `<sup>[1]</sup>`, also where it is a link.
    private func noteMark(from start: Int) -> Int? {
        var offset = start
        if text.holds("<a ", at: offset), let link = MarkupTag(text, at: offset + 1, isEscaped: false) { offset = link.end }
        guard text.holds("[", at: offset) else { return nil }
        offset += 1
        let digits = offset
        while offset < text.count, offset - digits < 3, text[offset] &- 0x30 < 10 { offset += 1 }
        guard offset > digits, text.holds("]", at: offset) else { return nil }
        offset += 1
        if text.holds("</a>", at: offset) { offset += 4 }
        return text.holds("</sup>", at: offset) ? offset + 6 : nil
    }

    private mutating func remove(_ range: Range<Int>) {
        changes.replace(TextRange(range), with: "", rule: "remove-markup", confidence: 0.95)
    }

    /// The offset behind the first such literal; nil where none follows.
    private mutating func firstEnd(_ literal: StaticString, from start: Int) -> Int? {
        guard !unclosed.contains(literal.description) else { return nil }
        guard let found = text.firstIndex(of: literal, from: start) else {
            unclosed.insert(literal.description)
            return nil
        }
        return found + literal.utf8CodeUnitCount
    }

    // MARK: Character references

    /// Writes the character that a reference means; `&lt;b&gt;` is a tag.
    private mutating func reference(at offset: Int) -> Int {
        if text.holds("lt;", at: offset + 1), case let end = element(at: offset, behind: 4), end > offset + 4 { return end }
        guard let (character, end) = CharacterReferences.match(in: text, at: offset) else { return offset + 1 }
        changes.replace(TextRange(offset..<end), with: character, rule: "decode-reference")
        return end
    }
}
