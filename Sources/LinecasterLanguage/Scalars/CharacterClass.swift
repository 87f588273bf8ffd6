/// What a scalar is to the typesetter of a newspaper.
public enum CharacterClass: UInt8, Sendable {
    /// Chinese characters, and the marks that stand for one.
    case han
    case kana
    case hangul
    /// Letters of alphabets.
    case letter
    /// Digits, full-width ones too.
    case digit
    case space
    /// Marks that end a sentence: `。！？.!?…`
    case terminal
    /// Marks within a sentence: `，、；：,;:`
    case pause
    /// Opening quotation marks and brackets.
    case opening
    /// Closing quotation marks and brackets.
    case closing
    /// Quotation marks that open and close: `"` and `'`.
    case neutralQuote
    /// Hyphens and dashes.
    case dash
    case other

    /// Whether a scalar of this class is written without a space beside its like.
    @inlinable public var isIdeographic: Bool { self == .han || self == .kana }
}

/// The class of a scalar.
@inlinable @inline(__always)
public func characterClass(_ value: UInt32) -> CharacterClass {
    // Most scalars of Chinese text are of one block, most others of ASCII.
    if value &- 0x4E00 < 0x5200 { return .han }
    if (value | 0x20) &- 0x61 < 26 { return .letter }
    if value == 0x20 { return .space }
    return value < 0x80 ? asciiClass(UInt8(truncatingIfNeeded: value)) : otherClass(value)
}

@usableFromInline
func otherClass(_ value: UInt32) -> CharacterClass {
    switch value {
    case 0x4E00...0x9FFF, 0x3400...0x4DBF, 0x20000...0x3FFFD, 0xF900...0xFAFF, 0x3005, 0x3007: return .han
    case 0x3040...0x30FF where value != 0x30FB && value != 0x30FC, 0x31F0...0x31FF, 0xFF66...0xFF9D: return .kana
    case 0x30FC: return .kana
    case 0xAC00...0xD7AF, 0x1100...0x11FF: return .hangul
    case 0x3002, 0xFF01, 0xFF1F, 0x2026, 0xFF0E, 0xFF61, 0x203C, 0x2047...0x2049: return .terminal
    case 0xFF0C, 0x3001, 0xFF1B, 0xFF1A, 0xFF64: return .pause
    case 0x201C, 0x2018, 0x300C, 0x300E, 0x300A, 0x3008, 0xFF08, 0x3010, 0x3014, 0x3016, 0x301D, 0xFF3B, 0xFF5B, 0x00AB, 0xFF62:
        return .opening
    case 0x201D, 0x2019, 0x300D, 0x300F, 0x300B, 0x3009, 0xFF09, 0x3011, 0x3015, 0x3017, 0x301E, 0x301F, 0xFF3D, 0xFF5D, 0x00BB, 0xFF63:
        return .closing
    case 0x2010...0x2015, 0xFF0D, 0x2212, 0x00AD: return .dash
    case 0xFF10...0xFF19: return .digit
    case 0x00A0, 0x1680, 0x2000...0x200A, 0x2028, 0x2029, 0x202F, 0x205F, 0x3000: return .space
    case 0x00C0...0x024F where value != 0x00D7 && value != 0x00F7: return .letter
    case 0x0250...0x02AF, 0x0370...0x052F, 0x1E00...0x1FFF, 0xFF21...0xFF3A, 0xFF41...0xFF5A: return .letter
    default: return .other
    }
}

@inlinable
func asciiClass(_ byte: UInt8) -> CharacterClass {
    switch byte {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"): .letter
    case UInt8(ascii: "0")...UInt8(ascii: "9"): .digit
    case 0x09...0x0D, 0x20: .space
    case UInt8(ascii: "."), UInt8(ascii: "!"), UInt8(ascii: "?"): .terminal
    case UInt8(ascii: ","), UInt8(ascii: ";"), UInt8(ascii: ":"): .pause
    case UInt8(ascii: "("), UInt8(ascii: "["), UInt8(ascii: "{"): .opening
    case UInt8(ascii: ")"), UInt8(ascii: "]"), UInt8(ascii: "}"): .closing
    case UInt8(ascii: "\""), UInt8(ascii: "'"): .neutralQuote
    case UInt8(ascii: "-"): .dash
    default: .other
    }
}

/// Whether a scalar is white space of any kind.
@inlinable public func isSpace(_ value: UInt32) -> Bool { characterClass(value) == .space }

/// The columns that a scalar takes in a fixed grid where a Chinese character takes two.
@inlinable @inline(__always)
public func columns(_ value: UInt32) -> Int {
    if value < 0x1100 { return 1 }
    return value &- 0x4E00 < 0x5200 ? 2 : otherColumns(value)
}

@usableFromInline
func otherColumns(_ value: UInt32) -> Int {
    switch value {
    case 0x2018, 0x2019, 0x201C, 0x201D, 0x2026, 0x2014, 0x2015: return 2
    case 0x1100...0x115F, 0x2E80...0xA4CF, 0xAC00...0xD7A3, 0xF900...0xFAFF, 0xFE30...0xFE6F, 0xFF00...0xFF60, 0xFFE0...0xFFE6,
        0x20000...0x3FFFD, 0x2460...0x24FF, 0x25A0...0x25FF:
        return 2
    default: return 1
    }
}

/// The mark that closes what an opening mark opens; nil for anything else.
public func closingMark(for opening: UInt32) -> UInt32? {
    switch opening {
    case 0x201C: 0x201D
    case 0x2018: 0x2019
    case 0x300C: 0x300D
    case 0x300E: 0x300F
    case 0x300A: 0x300B
    case 0x3008: 0x3009
    case 0xFF08: 0xFF09
    case 0x3010: 0x3011
    case 0x3014: 0x3015
    case 0x28: 0x29
    case 0x5B: 0x5D
    default: nil
    }
}

/// Whether a mark may not begin a line of Chinese or Japanese.
///
/// Source: W3C, Requirements for Chinese Text Layout, section 3.1.3.
@inlinable
public func mayNotBeginLine(_ value: UInt32) -> Bool {
    switch characterClass(value) {
    case .terminal, .pause, .closing: true
    case .other: value == 0x30FB || value == 0x00B7 || value == 0x25 || value == 0xFF05 || value == 0x2030
    default: false
    }
}
