import LinecasterKit
import LinecasterLanguage

/// The year that a sentence told last, for months behind it that have none: 1931年1月任部长；|4月|任书记。
struct ToldYear {
    private let text: [UInt8]
    private var told: (year: Int, month: Int, end: Int)?

    init(_ text: [UInt8]) { self.text = text }

    /// A month or a day in that year, where it has no year of its own; any other time as it is.
    mutating func placed(_ time: TimeExpression, _ range: Range<Int>) -> TimeExpression {
        if let told, !staysInSentence(told.end..<range.lowerBound) { self.told = nil }
        guard let month = Self.month(time.timex) else { return time }
        if let year = Int(time.timex.prefix(4)) {
            // 今天 tells no year of what comes behind it.
            if range.contains(where: { text.holds("年", at: $0) }) { told = (year, month, range.upperBound) }
            return time
        }
        guard let (year, first, _) = told, time.timex.hasPrefix("XXXX-"), month >= first, isMonth(range) else { return time }
        told = (year, month, range.upperBound)
        var placed = time
        placed.anchor = nil
        guard let value = time.value, let guessed = Int(value.prefix(4)) else {
            placed.value = padded(year, 4) + time.timex.dropFirst(4)
            return placed
        }
        let shift = year - guessed
        placed.value = padded(year, 4) + value.dropFirst(4)
        placed.from = time.from.flatMap { Self.moved($0, shift) }
        placed.to = time.to.flatMap { Self.moved($0, shift) }
        return placed
    }

    /// A year that was told further before, in bytes, tells nothing any more.
    private static let longest = 600
    private static let lunar = PhraseSet("农历 農曆 阴历 陰曆 旧历 腊月 臘月 正月 闰 閏")

    /// Whether a month is named by its number: no festival, no month of the other calendar.
    private func isMonth(_ range: Range<Int>) -> Bool {
        range.contains { text.holds("月", at: $0) } && Self.lunar.match(in: text, at: range.lowerBound, limit: range.upperBound) == nil
    }

    private func staysInSentence(_ gap: Range<Int>) -> Bool {
        gap.lowerBound <= gap.upperBound && gap.count <= Self.longest
            && !text.scalars(in: gap).contains { characterClass($0.value) == .terminal && $0.value != 0xFF1B || $0.value == 0x0A }
    }

    /// The month of `1931-01`, `XXXX-04-08T09`; nil for what tells none.
    private static func month(_ timex: String) -> Int? {
        let bytes = Array(timex.utf8)
        guard bytes.count >= 7, bytes[4] == 0x2D, bytes.count == 7 || bytes[7] == 0x2D || bytes[7] == 0x54 else { return nil }
        return Int(timex.dropFirst(5).prefix(2))
    }

    private static func moved(_ day: String, _ years: Int) -> String? {
        Int(day.prefix(4)).map { padded($0 + years, 4) + day.dropFirst(4) }
    }
}
