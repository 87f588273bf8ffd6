import LinecasterKit
import LinecasterLanguage

/// Reads a line of English credits: `By Anna Marlow and Tom Reed`, `Photo: James Whitfield / Reuters`, `Edited by …`.
struct EnglishCredits {
    private let text: [UInt8]
    private let range: Range<Int>

    init(_ text: [UInt8], _ range: Range<Int>) {
        self.text = text
        self.range = range
    }

    private static let heads: [(words: PhraseSet, kind: CreditKind)] = [
        (
            PhraseSet(
                constant: ["Photo", "Photos", "Photograph", "Photographs", "Photography", "Picture", "Pictures"].flatMap {
                    ["\($0) by ", "\($0): ", "\($0.lowercased()) by "]
                } + ["Image: ", "PHOTO: ", "Photo credit: ", "(Photo by "]
            ), .photographer
        ), (PhraseSet(constant: ["Edited by ", "Editing by ", "Editor: "]), .editor),
        (PhraseSet(constant: ["Translated by "]), .translator),
        (PhraseSet(constant: ["Reporting by ", "Additional reporting by "]), .correspondent),
        (PhraseSet(constant: ["Source: ", "SOURCE: "]), .source),
        (PhraseSet(constant: ["Section: "]), .section),
    ]
    static let agencies = PhraseSet(constant: [
        "Reuters", "AP", "AFP", "Associated Press", "The Associated Press", "Agence France-Presse", "Xinhua", "Bloomberg", "Getty Images",
        "UPI", "PA", "DPA", "EFE", "Kyodo",
    ])

    func find() -> [Annotation<Credit>] {
        var result: [Annotation<Credit>] = []
        if let end = ReporterAtPlace.nameEnd(text, line: range) {
            let name = range.lowerBound..<end
            return [Annotation(TextRange(name), Credit(kind: .author, name: String(decoding: text[name], as: UTF8.self)))]
        }
        var offset = range.lowerBound
        while offset < range.upperBound {
            if offset == range.lowerBound, let byline = EnglishByline.head(text, at: offset, limit: range.upperBound) {
                let names = names(from: byline.end)
                let kinds: [CreditKind] = byline.isOfPictures ? [.author, .photographer] : [.author]
                for kind in kinds { result += credits(names, kind) }
                offset = max(byline.end, names.last?.upperBound ?? byline.end)
                continue
            }
            guard offset == range.lowerBound || !isLetter(text[offset - 1]), let head = head(at: offset) else {
                offset = text.scalar(at: offset).end
                continue
            }
            let names = head.kind == .source || head.kind == .section ? [rest(from: head.end)] : names(from: head.end)
            result += credits(names, head.kind)
            offset = max(head.end, names.last?.upperBound ?? head.end)
        }
        return result
    }

    private func credits(_ names: [Range<Int>], _ kind: CreditKind) -> [Annotation<Credit>] {
        let organization = names.last.flatMap { agency(after: $0.upperBound) }
        return names.filter { !$0.isEmpty }.map {
            Annotation(TextRange($0), Credit(kind: kind, name: String(decoding: text[$0], as: UTF8.self), organization: organization))
        }
    }

    private func isLetter(_ byte: UInt8) -> Bool { (byte | 0x20) &- 0x61 < 26 || byte >= 0xC3 }

    private func head(at offset: Int) -> (kind: CreditKind, end: Int)? {
        for (words, kind) in Self.heads {
            if let end = words.match(in: text, at: offset, limit: range.upperBound) { return (kind, end) }
        }
        return nil
    }

    private func rest(from offset: Int) -> Range<Int> {
        var end = offset
        while end < range.upperBound, text[end] != 0x0A, text[end] != UInt8(ascii: ";") { end += 1 }
        return text.trimmed(offset..<end)
    }

    /// Names of capitalized words, parted by commas and `and`.
    private func names(from offset: Int) -> [Range<Int>] {
        var result: [Range<Int>] = []
        var next = offset
        while next < range.upperBound, let name = name(at: next) {
            result.append(name)
            next = name.upperBound
            if let joint = Self.joints.match(in: text, at: next, limit: range.upperBound) { next = joint } else { break }
        }
        return result
    }

    private static let joints = PhraseSet(constant: [", and ", " and ", " AND ", ", ", " & "])
    private static let notNames = PhraseSet(constant: [
        "Staff", "STAFF", "Special", "Correspondent", "Reporter", "Editor", "Senior", "Chief", "The", "Our",
    ])

    private func name(at offset: Int) -> Range<Int>? {
        guard Self.notNames.match(in: text, at: offset, limit: range.upperBound) == nil else { return nil }
        var end = offset
        var place = offset
        var words = 0
        while place < range.upperBound, text[place] &- 0x41 < 26 || text[place] >= 0xC3 {
            while place < range.upperBound,
                isLetter(text[place]) || text[place] & 0xC0 == 0x80
                    || [UInt8(ascii: "-"), UInt8(ascii: "."), UInt8(ascii: "'")].contains(text[place])
            { place += 1 }
            end = place
            words += 1
            guard words < 5, place < range.upperBound, text[place] == 0x20, !text.holds(" AND ", at: place) else { break }
            place += 1
        }
        if end > offset, end == range.upperBound || text[end - 1] == UInt8(ascii: "."), text[end - 1] == UInt8(ascii: "."),
            end - offset > 3, text[end - 3] != 0x20
        {
            end -= 1
        }
        return words > 0 ? offset..<end : nil
    }

    /// `/ Reuters`, `(AP)` after a name.
    private func agency(after offset: Int) -> String? {
        var next = offset
        while next < range.upperBound,
            [0x20, UInt8(ascii: "/"), UInt8(ascii: "("), UInt8(ascii: ","), UInt8(ascii: "|")].contains(text[next])
        { next += 1 }
        guard next > offset, let end = Self.agencies.match(in: text, at: next, limit: range.upperBound),
            end >= range.upperBound || !isLetter(text[end])
        else { return nil }
        return String(decoding: text[next..<end], as: UTF8.self)
    }
}

/// Reads an English dateline: `MARLOW BAY, June 3 (Reuters) -`.
struct EnglishDateline {
    private let text: [UInt8]
    private let block: Range<Int>
    private let frame: TimeFrame

    init(_ text: [UInt8], _ block: Range<Int>, _ frame: TimeFrame) {
        self.text = text
        self.block = block
        self.frame = frame
    }

    func find() -> [Annotation<Credit>] {
        let limit = min(block.upperBound, block.lowerBound + 90)
        guard let dash = dash(before: limit), let place = place(before: dash) else { return [] }
        let tokens = EnglishTokens(text, place.upperBound..<dash)
        let reader = EnglishTimeReader(tokens, limit: dash, frame)
        let date = tokens.tokens.indices.lazy.compactMap { reader.period(at: $0) }.first { $0.period.grain == .day }
        let iso = date.map { $0.period.days?.lowerBound.iso ?? $0.period.timex }
        var result = [Annotation(TextRange(place), Credit(kind: .dateline, name: String(decoding: text[place], as: UTF8.self), date: iso))]
        if let open = text[place.upperBound..<dash].firstIndex(of: UInt8(ascii: "(")),
            let end = EnglishCredits.agencies.match(in: text, at: open + 1, limit: dash)
        {
            result.append(
                Annotation(TextRange(open + 1..<end), Credit(kind: .source, name: String(decoding: text[open + 1..<end], as: UTF8.self)))
            )
        }
        return result
    }

    /// Where the report itself begins, behind the dateline's dash; the start of the block where there is none.
    var bodyStart: Int {
        guard let dash = dash(before: min(block.upperBound, block.lowerBound + 90)), place(before: dash) != nil else {
            return block.lowerBound
        }
        return text.trimmed(text.scalar(at: dash).end..<block.upperBound).lowerBound
    }

    /// The dash that ends a dateline.
    private func dash(before limit: Int) -> Int? {
        var offset = block.lowerBound
        while offset < limit {
            let scalar = text.scalar(at: offset)
            let isDash = scalar.value == 0x2014 || scalar.value == 0x2013 || scalar.value == 0x2D && offset > 0 && text[offset - 1] == 0x20
            if isDash { return offset }
            offset = scalar.end
        }
        return nil
    }

    /// The town in capitals, up to a comma that a date or state follows, or a bracket.
    private func place(before dash: Int) -> Range<Int>? {
        var end = block.lowerBound
        var capitals = 0
        while end < dash,
            text[end] &- 0x41 < 26 || text[end] == 0x20 || text[end] == UInt8(ascii: ".") || text[end] == UInt8(ascii: "'")
                || text[end] == UInt8(ascii: "-") && end > block.lowerBound && text[end - 1] != 0x20
        {
            if text[end] &- 0x41 < 26 { capitals += 1 }
            end += 1
        }
        // Capitals of a sentence's first word alone are none.
        guard capitals >= 3, end >= dash || text[end] == UInt8(ascii: ",") || text[end] == UInt8(ascii: "(") else { return nil }
        let place = text.trimmed(block.lowerBound..<end)
        return place.count >= 3 ? place : nil
    }
}
