import LinecasterLanguage

/// Dates in digits alone: `2023-11-30`, `30/11/2023`, `20231130`, `11/30`.
struct NumericDates {
    let text: [UInt8]
    let limit: Int

    /// A date's fields and where it ends.
    struct Match {
        var year: Int?
        var month: Int
        var day: Int?
        var end: Int
    }

    /// A date that begins at an offset.
    ///
    /// - Parameter dayFirst: Whether `1/2` is 1 February rather than January 2.
    func match(at offset: Int, dayFirst: Bool) -> Match? {
        guard let first = digits(at: offset) else { return nil }
        if first.count == 8 { return compact(first) }
        guard first.count <= 4, first.end < limit else { return nil }
        let mark = text[first.end]
        guard mark == 0x2D || mark == 0x2F || mark == 0x2E, let second = digits(at: first.end + 1), second.count <= 4 else { return nil }
        if second.end < limit, text[second.end] == mark, let third = digits(at: second.end + 1), third.count <= 4,
            ends(third.end) || third.count == 4 && third.end < limit && text[third.end] == 0x2D
        {
            return whole(first, second, third, dayFirst: dayFirst)
        }
        guard ends(second.end) || mark == 0x2F && text[second.end] == 0x2D, mark != 0x2E else { return nil }
        return part(first, second, mark, dayFirst: dayFirst)
    }

    private typealias Digits = (value: Int, count: Int, end: Int)

    private func digits(at offset: Int) -> Digits? {
        var end = offset
        var value = 0
        while end < limit, text[end] &- 0x30 < 10, end - offset < 9 {
            value = value * 10 + Int(text[end] &- 0x30)
            end += 1
        }
        return end > offset && end - offset < 9 ? (value, end - offset, end) : nil
    }

    /// No digits or parts of a number go on there.
    private func ends(_ offset: Int) -> Bool {
        guard offset < limit else { return true }
        let byte = text[offset]
        if byte &- 0x30 < 10 || byte == 0x25 { return false }
        guard byte == 0x2F || byte == 0x2E || byte == 0x2D, offset + 1 < limit else { return true }
        return text[offset + 1] &- 0x30 >= 10
    }

    private func compact(_ all: Digits) -> Match? {
        let (year, month, day) = (all.value / 10000, all.value / 100 % 100, all.value % 100)
        guard (1900...2100).contains(year), CivilDay.exists(year, month, day), ends(all.end) else { return nil }
        return Match(year: year, month: month, day: day, end: all.end)
    }

    private func whole(_ a: Digits, _ b: Digits, _ c: Digits, dayFirst: Bool) -> Match? {
        if a.count == 4, b.count <= 2, c.count <= 2 {
            guard (1...12).contains(b.value), (1...31).contains(c.value) else { return nil }
            return Match(year: a.value, month: b.value, day: c.value, end: c.end)
        }
        guard a.count <= 2, b.count <= 2, c.count == 4 || c.count == 2 else { return nil }
        let year = c.count == 4 ? c.value : c.value + (c.value < 40 ? 2000 : 1900)
        let isDayFirst = a.value > 12 || dayFirst && b.value <= 12
        let (month, day) = isDayFirst ? (b.value, a.value) : (a.value, b.value)
        guard (1...12).contains(month), (1...31).contains(day) else { return nil }
        return Match(year: year, month: month, day: day, end: c.end)
    }

    private func part(_ a: Digits, _ b: Digits, _ mark: UInt8, dayFirst: Bool) -> Match? {
        if a.count == 4, b.count == 2, mark == 0x2D, (1...12).contains(b.value), (1900...2100).contains(a.value) {
            return Match(year: a.value, month: b.value, end: b.end)
        }
        if b.count == 4, a.count <= 2, (1...12).contains(a.value), (1900...2100).contains(b.value) {
            return Match(year: b.value, month: a.value, end: b.end)
        }
        guard mark == 0x2F, a.count <= 2, b.count <= 2 else { return nil }
        let isDayFirst = a.value > 12 || dayFirst && b.value <= 12
        let (month, day) = isDayFirst ? (b.value, a.value) : (a.value, b.value)
        guard (1...12).contains(month), (1...31).contains(day) else { return nil }
        return Match(month: month, day: day, end: b.end)
    }
}
