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

    /// Two digits in a row, 三五, and 三两.
    private static func areNeighbours(_ first: Int, _ second: Int, isLiang: Bool) -> Bool {
        if isLiang { return first == 1 || first == 3 }
        return second == first + 1 || first == 3 && second == 5
    }
}
