import LinecasterKit
import LinecasterLanguage

/// Reads English times: `January 5, 2024`, `last Tuesday`, `yesterday`.
struct EnglishTimes {
    private let text: [UInt8]
    private let date: ArticleDate?

    init(_ text: [UInt8], _ date: ArticleDate?) {
        self.text = text
        self.date = date
    }

    private static let months = [
        "january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november", "december",
    ]
    private static let weekdays = ["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"]

    func match(at offset: Int, from start: Int, limit: Int) -> TimeMatch? {
        guard offset == start || (text[offset - 1] | 0x20) &- 0x61 >= 26 else { return nil }
        let word = self.word(at: offset, limit)
        let lower = word.lowercased()
        if let days = ["yesterday": -1, "today": 0, "tomorrow": 1, "tonight": 0][lower] {
            let code = lower == "tonight" ? "TNI" : ""
            return found(
                offset + word.utf8.count,
                code.isEmpty ? .date : .datetime,
                "XXXX-XX-XX" + code,
                date.map { $0.adding(days: days).iso + code }
            )
        }
        if let month = month(word) { return monthDate(month, after: offset + word.utf8.count, limit) }
        if let day = Self.weekdays.firstIndex(of: lower), word.first?.isUppercase == true {
            return weekday(day + 1, end: offset + word.utf8.count, weeks: nil)
        }
        guard let shift = ["last": -1, "next": 1, "this": 0][lower] else { return nil }
        let next = self.word(at: offset + word.utf8.count + 1, limit)
        let end = offset + word.utf8.count + 1 + next.utf8.count
        switch next.lowercased() {
        case "year": return found(end, .date, "XXXX", date.map { padded($0.year + shift, 4) })
        case "month":
            return found(
                end,
                .date,
                "XXXX-XX",
                date.map {
                    let m = $0.adding(months: shift); return "\(padded(m.year, 4))-\(padded(m.month, 2))"
                }
            )
        case "week": return found(end, .date, "XXXX-WXX", nil)
        case let name where Self.weekdays.contains(name):
            return weekday((Self.weekdays.firstIndex(of: name) ?? 0) + 1, end: end, weeks: shift)
        default: return nil
        }
    }

    private func word(at offset: Int, _ limit: Int) -> String {
        var end = offset
        while end < limit, (text[end] | 0x20) &- 0x61 < 26 { end += 1 }
        return offset < end ? String(decoding: text[offset..<end], as: UTF8.self) : ""
    }

    private func found(_ end: Int, _ type: TimeType, _ timex: String, _ value: String?) -> TimeMatch {
        TimeMatch(end: end, value: TimeExpression(type: type, timex: timex, value: value))
    }

    private func weekday(_ day: Int, end: Int, weeks: Int?) -> TimeMatch {
        let value = date.map { date -> String in
            var days = day - date.weekday
            if weeks == 1, days <= 0 { days += 7 }
            if weeks == -1, days >= 0 { days -= 7 }
            return date.adding(days: days).iso
        }
        return found(end, .date, "XXXX-WXX-\(day)", value)
    }

    private func month(_ word: String) -> Int? {
        guard word.first?.isUppercase == true, word.utf8.count >= 3 else { return nil }
        let lower = word.lowercased()
        if let index = Self.months.firstIndex(of: lower) { return index + 1 }
        let isShort = lower.utf8.count == 3 || lower == "sept"
        return isShort ? Self.months.firstIndex { $0.hasPrefix(lower) }.map { $0 + 1 } : nil
    }

    private func monthDate(_ month: Int, after offset: Int, _ limit: Int) -> TimeMatch? {
        var end = offset
        if end < limit, text[end] == 0x2E { end += 1 }
        var day: Int?
        var year: Int?
        if let number = number(after: end, limit), number.digits <= 2, (1...31).contains(number.value) {
            day = number.value
            end = number.end
            let comma = end < limit && text[end] == UInt8(ascii: ",") ? end + 1 : end
            if let number = self.number(after: comma, limit), number.digits == 4 { (year, end) = (number.value, number.end) }
        } else if let number = number(after: end, limit), number.digits == 4 {
            (year, end) = (number.value, number.end)
        }
        guard day != nil || year != nil || month != 5 else { return nil }
        let tail = "-" + padded(month, 2) + (day.map { "-" + padded($0, 2) } ?? "")
        return found(end, .date, (year.map { padded($0, 4) } ?? "XXXX") + tail, (year ?? date?.year).map { padded($0, 4) + tail })
    }

    private func number(after offset: Int, _ limit: Int) -> (value: Int, digits: Int, end: Int)? {
        guard offset < limit, text[offset] == 0x20 else { return nil }
        var end = offset + 1
        while end < limit, text[end] &- 0x30 < 10, end - offset <= 5 { end += 1 }
        return Int(String(decoding: text[offset + 1..<end], as: UTF8.self)).map { ($0, end - offset - 1, end) }
    }
}
