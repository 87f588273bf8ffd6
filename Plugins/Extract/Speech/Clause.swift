import LinecasterLanguage

/// A stretch of a block between marks and quotations.
struct Clause {
    let range: Range<Int>
    /// Where its sentence begins, or what follows the quotation before it.
    let sentence: Int
    /// The mark that ends it; 0 at a quotation or at the end of the block.
    let mark: UInt32
    /// The quotation that ends where it begins.
    let before: Int?
    /// The quotation that begins where it and its mark end.
    let after: Int?
    /// Where the text goes on behind its mark and white space.
    let next: Int
}

/// The clauses of a block, outside its quotations.
struct Clauses {
    private(set) var all: [Clause] = []
    private let text: [UInt8]

    /// - Parameter quotations: In text order.
    init(_ text: [UInt8], _ block: Range<Int>, _ quotations: [Quotation]) {
        self.text = text
        var place = block.lowerBound
        var sentence = block.lowerBound
        var index = 0
        var previous: Int?
        while place < block.upperBound {
            let limit = index < quotations.count ? quotations[index].range.lowerBound : block.upperBound
            var start = place
            while start < limit {
                let (end, mark) = end(of: start, limit)
                let range = text.trimmed(start..<end)
                let next = skip(mark?.end ?? end, limit)
                if !range.isEmpty {
                    let isLast = next >= limit
                    all.append(
                        Clause(
                            range: range,
                            sentence: sentence,
                            mark: mark?.value ?? 0,
                            before: start == place ? previous : nil,
                            after: isLast && index < quotations.count ? index : nil,
                            next: isLast ? limit : next
                        )
                    )
                }
                if let mark, isTerminal(mark) { sentence = next }
                start = max(next, end)
            }
            guard index < quotations.count else { break }
            place = quotations[index].range.upperBound
            // What follows spoken words is a sentence of its own; what follows a term goes on.
            let last = text.scalar(before: quotations[index].inner.upperBound, from: quotations[index].inner.lowerBound)
            if last.map({ [.terminal, .pause].contains(characterClass($0.value)) && $0.value != 0x3001 }) == true { sentence = place }
            previous = index
            index += 1
        }
    }

    private func skip(_ offset: Int, _ limit: Int) -> Int {
        var offset = offset
        while offset < limit, case let scalar = text.scalar(at: offset), isSpace(scalar.value) { offset = scalar.end }
        return offset
    }

    private func isTerminal(_ mark: LocatedScalar) -> Bool {
        characterClass(mark.value) == .terminal || mark.value == 0xFF1B || mark.value == 0x2E
    }

    /// Where a clause ends, and the mark there.
    private func end(of start: Int, _ limit: Int) -> (Int, LocatedScalar?) {
        var offset = start
        while offset < limit {
            let scalar = text.scalar(at: offset)
            if isMark(scalar, limit) { return (offset, scalar) }
            offset = scalar.end
        }
        return (limit, nil)
    }

    private func isMark(_ scalar: LocatedScalar, _ limit: Int) -> Bool {
        switch scalar.value {
        case 0xFF0C, 0x3002, 0xFF01, 0xFF1F, 0xFF1B, 0xFF1A: return true
        case 0x2C, 0x3A, 0x3B, 0x21, 0x3F: return scalar.end >= limit || isSpace(text.scalar(at: scalar.end).value)
        case 0x2E:
            guard scalar.end >= limit || isSpace(text.scalar(at: scalar.end).value) else { return false }
            return !isAbbreviation(before: scalar.offset)
        default: return false
        }
    }

    /// Dr., Mr. and initials.
    private func isAbbreviation(before offset: Int) -> Bool {
        var start = offset
        while start > 0, (text[start - 1] | 0x20) &- 0x61 < 26, offset - start < 6 { start -= 1 }
        // Half past nine p.m.: letters with a full stop each.
        if offset - start == 1, start > 0, text[start - 1] == 0x2E { return true }
        return offset - start == 1 && text[start] &- 0x41 < 26 || Titles.english.contains(text, start..<min(text.count, offset + 1))
    }
}
