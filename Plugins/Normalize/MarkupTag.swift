import LinecasterLanguage

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
