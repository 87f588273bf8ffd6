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
    /// Where the last comment or script without an end began: none behind it has one.
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

/// A tag of HTML, or of XML where it has attributes or closes.
struct MarkupTag {
    private let name: Substring
    let isOpening: Bool
    /// The offset behind the tag's `>`.
    let end: Int

    /// The tag whose name or `/` begins at an offset; nil where none does.
    ///
    /// - Parameter isEscaped: Whether it ends in `&gt;` instead of `>`.
    init?(_ text: [UInt8], at start: Int, isEscaped: Bool) {
        guard start < text.count else { return nil }
        let isDeclaration = text.holds("!DOCTYPE", at: start) || text.holds("!doctype", at: start) || text.holds("?xml", at: start)
        isOpening = text[start] != UInt8(ascii: "/")
        let nameStart = start + (isOpening && !isDeclaration ? 0 : 1)
        var offset = nameStart
        while offset < text.count, offset - nameStart < 24, Self.isNamePart(text[offset], first: offset == nameStart) { offset += 1 }
        guard offset > nameStart, let close = Self.end(of: text, from: offset, isEscaped: isEscaped) else { return nil }
        name = String(decoding: text[nameStart..<offset], as: UTF8.self).lowercased()[...]
        end = close.end
        guard !isDeclaration, !htmlElements.contains(name) else {
            // `<b` before a space and no attribute compares numbers.
            guard isDeclaration || offset == close.start || close.hasAttribute || text[close.start - 1] == UInt8(ascii: "/") else {
                return nil
            }
            return
        }
        let isWhole = !isOpening && offset == close.start
        guard close.hasAttribute || isWhole && name.utf8.count > 1 else { return nil }
    }

    func isElement(_ element: String) -> Bool { name == element }

    /// What parts the text where the tag stood: nothing within a line, a tab between the cells of a table.
    var replacement: String {
        if name == "td" || name == "th" { return isOpening ? "" : "\t" }
        if name == "br" || name == "tr" { return name == "tr" && isOpening ? "" : "\n" }
        return blockElements.contains(name) ? "\n\n" : ""
    }

    private static func isNamePart(_ byte: UInt8, first: Bool) -> Bool {
        if (byte | 0x20) &- 0x61 < 26 { return true }
        return !first && (byte &- 0x30 < 10 || byte == UInt8(ascii: "-") || byte == UInt8(ascii: ":") || byte == UInt8(ascii: "_"))
    }

    /// No tag is so long.
    private static let longest = 2000

    /// Where a tag closes, outside quotation marks, and whether an attribute stands before.
    private static func end(of text: [UInt8], from start: Int, isEscaped: Bool) -> (start: Int, end: Int, hasAttribute: Bool)? {
        var hasAttribute = false
        var quote: UInt8?
        var offset = start
        while offset < text.count, offset - start < longest {
            let byte = text[offset]
            if let open = quote {
                if byte == open { quote = nil }
            } else if byte == UInt8(ascii: "=") {
                hasAttribute = hasAttribute || offset > start + 1
            } else if hasAttribute, byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "'"), text[offset - 1] == UInt8(ascii: "=") {
                quote = byte
            } else if byte == UInt8(ascii: "<") {
                return nil
            } else if !isEscaped, byte == UInt8(ascii: ">") {
                return (offset, offset + 1, hasAttribute)
            } else if isEscaped, text.holds("&gt;", at: offset) {
                return (offset, offset + 4, hasAttribute)
            }
            offset += 1
        }
        return nil
    }
}

/// Elements of the HTML standard, and `font` and its like that it no longer has.
private let htmlElements: Set<Substring> = Set(
    """
    html head body title meta link script style noscript base div span p br hr h1 h2 h3 h4 h5 h6 a b i u s q em strong small big sub sup font \
    center img figure figcaption picture source svg table caption thead tbody tfoot tr td th col colgroup ul ol li dl dt dd blockquote cite pre \
    code samp kbd article section header footer nav main aside address time mark abbr acronym del ins iframe video audio form input button label \
    select option textarea ruby rb rt rp bdo bdi wbr nobr strike tt
    """.split { $0 == " " }
)

/// Those of them that begin a line of their own.
private let blockElements: Set<Substring> = Set(
    """
    html head body title p div h1 h2 h3 h4 h5 h6 hr center figure figcaption table caption thead tbody tfoot ul ol li dl dt dd blockquote pre \
    article section header footer nav main aside address form
    """.split { $0 == " " }
)
