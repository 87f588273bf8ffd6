/// What a character is to the forms of words: finer than `CharacterClass` for numerals and dates.
enum CharacterKind: UInt8 {
    case han = 1
    case digit, letter, numeral, timeUnit, terminal, pause, opening, closing, kana, hangul, space, middleDot, other

    /// What the raw values are smaller than.
    static let limit = Int(CharacterKind.other.rawValue) + 1

    /// Numbers in Chinese characters, as one finds them in quantities and dates.
    private static let numerals = ScalarSet("零〇一二三四五六七八九十百千万亿两几半多余數兩萬億".unicodeScalars.map(\.value))
    private static let timeUnits = ScalarSet("年月日时分秒号點時號世纪紀".unicodeScalars.map(\.value))

    /// The kinds of the scalars below the ideographs, where alphabets and most marks are.
    private static let table: [UInt8] = (0..<0x3400).map { kind(of: $0).rawValue }

    /// The kind of a scalar, as a number.
    @inline(__always)
    static func number(of value: UInt32) -> UInt8 { value < 0x3400 ? table[Int(value)] : kind(of: value).rawValue }

    private static func kind(of value: UInt32) -> CharacterKind {
        switch characterClass(value) {
        case .han: numerals.contains(value) ? .numeral : timeUnits.contains(value) ? .timeUnit : .han
        case .digit: .digit
        case .letter: .letter
        case .kana: .kana
        case .hangul: .hangul
        case .space: .space
        case .terminal: .terminal
        case .pause: .pause
        case .opening: .opening
        case .closing, .neutralQuote: .closing
        case .dash: .other
        case .other: value == 0xB7 || value == 0x2022 || value == 0x30FB ? .middleDot : .other
        }
    }
}
