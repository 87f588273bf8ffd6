extension ChineseNumeral {
    /// A number said by two neighbours, between which it lies: `七八个`, `十五六天`, `三四百元`, `四五万人`.
    public struct Approximation: Hashable, Sendable {
        public let low: Double
        public let high: Double
        /// The offset just past its last byte.
        public let end: Int
    }

    /// The approximate number that begins at a byte offset; nil where none does, and for digits that are read one by one: `一九七八`.
    public static func approximation(in text: [UInt8], at offset: Int, limit: Int) -> Approximation? {
        var base = 0.0
        var lastUnit = Double.infinity
        var place = offset
        while place < limit {
            let first = text.scalar(at: place)
            var next = first.end
            guard let digit = digit(first.value) else {
                // 十|五六
                guard place == offset, let unit = smallUnit(first.value), unit == 10 else { return nil }
                (base, lastUnit, place) = (unit, unit, next)
                continue
            }
            guard digit > 0, next < limit else { return nil }
            let second = text.scalar(at: next)
            if let unit = smallUnit(second.value), unit < lastUnit {
                // 三百|五六十
                base += Double(digit) * unit
                (lastUnit, place) = (unit, second.end)
                continue
            }
            guard let other = self.digit(second.value),
                areNeighbours(digit, other, isLiang: second.value == 0x4E24 || second.value == 0x5169)
            else { return nil }
            next = second.end
            var unit = 1.0
            if next < limit, case let scalar = text.scalar(at: next) {
                if self.digit(scalar.value) != nil { return nil }
                if let small = smallUnit(scalar.value) { (unit, next) = (small, scalar.end) }
            }
            // 一百二三 leaves open of what.
            guard base == 0 || lastUnit == unit * 10 || unit > 1 && unit < lastUnit else { return nil }
            let scale = scale(in: text, at: next, limit: limit)
            let values = [min(digit, other), max(digit, other)].map { (base + Double($0) * unit) * (scale?.value ?? 1) }
            return Approximation(low: values[0], high: values[1], end: scale?.end ?? next)
        }
        return nil
    }

    /// So many tens, hundreds or thousands that nobody counted, two at least and nine at most: `几十`, `数百万`.
    ///
    /// - Parameter start: Where the stretch of text begins, before which nothing is looked at.
    public static func several(in text: [UInt8], at offset: Int, from start: Int, limit: Int) -> Approximation? {
        guard offset < limit, case let first = text.scalar(at: offset), isSeveral(first.value, in: text, at: offset, from: start) else {
            return nil
        }
        var end = first.end
        var factor = 1.0
        if end < limit, case let scalar = text.scalar(at: end), let unit = smallUnit(scalar.value) { (factor, end) = (unit, scalar.end) }
        if let scale = scale(in: text, at: end, limit: limit) { (factor, end) = (factor * scale.value, scale.end) }
        return factor > 1 ? Approximation(low: 2 * factor, high: 9 * factor, end: end) : nil
    }

    /// Tens and some more: `十几个`, `二十几岁`.
    public static func tensAndMore(in text: [UInt8], at offset: Int, limit: Int) -> Approximation? {
        guard let number = match(in: text, at: offset, limit: limit), !number.isArabic, (10...90).contains(number.value),
            number.end < limit,
            case let some = text.scalar(at: number.end), some.value == 0x51E0 || some.value == 0x5E7E,
            number.value.truncatingRemainder(dividingBy: 10) == 0
        else { return nil }
        return Approximation(low: number.value + 1, high: number.value + 9, end: some.end)
    }

    /// Whether a scalar is 几 or 数 as a number: 数 ends words too, 总数, 人数.
    public static func isSeveral(_ value: UInt32, in text: [UInt8], at offset: Int, from start: Int) -> Bool {
        switch value {
        case 0x51E0, 0x5E7E: true
        case 0x6570, 0x6578: text.scalar(before: offset, from: start).map { !beforeShu.contains($0.value) } ?? true
        default: false
        }
    }

    /// What makes a noun of 数 behind it.
    private static let beforeShu = ScalarSet("总總人次户戶件多少分指倍系函奇偶整参參读讀岁歲复複级級点點变變基常度个個天年对對票字页頁底概自实實质質乘除余餘序代计計")

    /// Two digits in a row, 三五, and 三两.
    private static func areNeighbours(_ first: Int, _ second: Int, isLiang: Bool) -> Bool {
        if isLiang { return first == 1 || first == 3 }
        return second == first + 1 || first == 3 && second == 5
    }
}
