import LinecasterLanguage

/// References to characters as HTML writes them: `&nbsp;`, `&#8212;`, `&#x4E2D;`, and escaped once more `&amp;nbsp;`.
enum CharacterReferences {
    /// What the reference at an offset means, and where it ends; nil where none stands.
    static func match(in text: [UInt8], at offset: Int) -> (character: String, end: Int)? {
        var start = offset + 1
        while text.holds("amp;", at: start) {
            if let inner = body(in: text, at: start + 4) { return inner }
            guard text.holds("amp;", at: start + 4) else { break }
            start += 4
        }
        return body(in: text, at: start)
    }

    /// What stands between `&` and `;`.
    private static func body(in text: [UInt8], at start: Int) -> (character: String, end: Int)? {
        var end = start
        while end < text.count, end - start <= 8, text[end] != UInt8(ascii: ";") { end += 1 }
        guard end > start, end < text.count, text[end] == UInt8(ascii: ";") else { return nil }
        let name = String(decoding: text[start..<end], as: UTF8.self)
        let value = name.hasPrefix("#") ? number(name.dropFirst()) : named[name]
        guard let value, let character = written(value) else { return nil }
        return (character, end + 1)
    }

    private static func number(_ digits: Substring) -> UInt32? {
        guard let first = digits.utf8.first, first != UInt8(ascii: "+"), first != UInt8(ascii: "-") else { return nil }
        return first | 0x20 == UInt8(ascii: "x") ? UInt32(digits.dropFirst(), radix: 16) : UInt32(digits)
    }

    /// A character as the text writes it: a space of another width is one, what shows nothing is none.
    private static func written(_ value: UInt32) -> String? {
        switch value {
        case 0x0A, 0x0D: return "\n"
        case 0x09, 0xA0, 0x2002, 0x2009: return " "
        case 0x2003: return "\u{3000}"
        case 0xAD, 0x200B...0x200F, 0xFEFF: return ""
        // As browsers read the numbers that Windows-1252 gives to marks.
        case 0x80...0x9F: return Unicode.Scalar(windowsMarks[Int(value) - 0x80]).map { String(Character($0)) }
        case ..<0x20, 0x7F: return nil
        default: return Unicode.Scalar(value).map { String(Character($0)) }
        }
    }

    /// Source: HTML 4.01, section 24; Latin 1 in the order of its code.
    private static let named: [String: UInt32] = {
        var table: [String: UInt32] = [
            "quot": 0x22, "apos": 0x27, "amp": 0x26, "lt": 0x3C, "gt": 0x3E, "ensp": 0x2002, "emsp": 0x2003, "thinsp": 0x2009,
            "zwnj": 0x200C, "zwj": 0x200D, "lrm": 0x200E, "rlm": 0x200F, "ndash": 0x2013, "mdash": 0x2014, "lsquo": 0x2018, "rsquo": 0x2019,
            "sbquo": 0x201A, "ldquo": 0x201C, "rdquo": 0x201D, "bdquo": 0x201E, "dagger": 0x2020, "Dagger": 0x2021, "bull": 0x2022,
            "hellip": 0x2026, "permil": 0x2030, "prime": 0x2032, "Prime": 0x2033, "lsaquo": 0x2039, "rsaquo": 0x203A, "euro": 0x20AC,
            "trade": 0x2122, "OElig": 0x152, "oelig": 0x153, "Scaron": 0x160, "scaron": 0x161, "Yuml": 0x178, "circ": 0x2C6, "tilde": 0x2DC,
            "minus": 0x2212, "le": 0x2264, "ge": 0x2265, "ne": 0x2260, "larr": 0x2190, "uarr": 0x2191, "rarr": 0x2192, "darr": 0x2193,
        ]
        for (index, name) in latin.split(separator: " ").enumerated() { table[String(name)] = 0xA0 + UInt32(index) }
        return table
    }()

    private static let latin = """
        nbsp iexcl cent pound curren yen brvbar sect uml copy ordf laquo not shy reg macr deg plusmn sup2 sup3 acute micro para middot cedil sup1 \
        ordm raquo frac14 frac12 frac34 iquest Agrave Aacute Acirc Atilde Auml Aring AElig Ccedil Egrave Eacute Ecirc Euml Igrave Iacute Icirc \
        Iuml ETH Ntilde Ograve Oacute Ocirc Otilde Ouml times Oslash Ugrave Uacute Ucirc Uuml Yacute THORN szlig agrave aacute acirc atilde auml \
        aring aelig ccedil egrave eacute ecirc euml igrave iacute icirc iuml eth ntilde ograve oacute ocirc otilde ouml divide oslash ugrave \
        uacute ucirc uuml yacute thorn yuml
        """

    /// Source: Windows-1252 as the Encoding standard has it.
    private static let windowsMarks: [UInt32] = [
        0x20AC, 0x81, 0x201A, 0x192, 0x201E, 0x2026, 0x2020, 0x2021, 0x2C6, 0x2030, 0x160, 0x2039, 0x152, 0x8D, 0x17D, 0x8F,
        0x90, 0x2018, 0x2019, 0x201C, 0x201D, 0x2022, 0x2013, 0x2014, 0x2DC, 0x2122, 0x161, 0x203A, 0x153, 0x9D, 0x17E, 0x178,
    ]
}
