import LinecasterLanguage

/// A stretch between quotation marks, the outermost of a block.
struct Quotation {
    /// With its marks.
    let range: Range<Int>
    /// Without them and without white space at its ends.
    let inner: Range<Int>
    /// Whether its closing mark is missing: speech that goes on in the next paragraph.
    let isOpen: Bool
}

/// The outermost quotations of a block.
struct Quotations {
    private(set) var all: [Quotation] = []

    init(_ text: [UInt8], _ block: Range<Int>) {
        var offset = block.lowerBound
        var start: Int?
        var close: UInt32 = 0
        var depth = 0
        var singles = SingleQuotes(text, block)
        while offset < block.upperBound {
            let scalar = text.scalar(at: offset)
            offset = scalar.end
            if let first = start {
                if scalar.value == close, depth == 0 {
                    add(first..<scalar.end, isOpen: false, text)
                    start = nil
                } else if close != 0x22, let inner = closingMark(for: scalar.value), inner == close {
                    depth += 1
                } else if scalar.value == close {
                    depth -= 1
                }
                continue
            }
            switch scalar.value {
            case 0x201C, 0x300C, 0x300E:
                start = scalar.offset
                close = closingMark(for: scalar.value) ?? 0
                depth = 0
            case 0x22:
                start = scalar.offset
                close = 0x22
            case 0x27, 0x2018:
                guard let end = singles.end(of: scalar) else { break }
                add(scalar.offset..<end, isOpen: false, text)
                offset = end
            default: break
            }
        }
        // A paragraph that opens with a mark and has no closing one is part of a longer quotation.
        if let start, start == block.lowerBound { add(start..<block.upperBound, isOpen: true, text) }
    }

    private mutating func add(_ range: Range<Int>, isOpen: Bool, _ text: [UInt8]) {
        let open = text.scalar(at: range.lowerBound)
        let close = isOpen ? nil : text.scalar(before: range.upperBound, from: range.lowerBound)
        all.append(
            Quotation(range: range, inner: text.trimmed(open.end..<max(open.end, close?.offset ?? range.upperBound)), isOpen: isOpen)
        )
    }
}
