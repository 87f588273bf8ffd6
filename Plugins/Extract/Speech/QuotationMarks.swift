import LinecasterLanguage

/// The outermost quotations of a block, with their marks.
struct QuotationMarks {
    private(set) var spans: [Range<Int>] = []

    init(_ text: [UInt8], _ block: Range<Int>) {
        var offset = block.lowerBound
        var start: Int?
        var close: UInt32 = 0
        var depth = 0
        while offset < block.upperBound {
            let scalar = text.scalar(at: offset)
            offset = scalar.end
            if let first = start {
                if scalar.value == close, depth == 0 {
                    spans.append(first..<scalar.end)
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
            default: break
            }
        }
    }

    /// What stands between a quotation's marks.
    static func inner(of span: Range<Int>, in text: [UInt8]) -> Range<Int> {
        let open = text.scalar(at: span.lowerBound)
        let close = text.scalar(before: span.upperBound, from: span.lowerBound)
        return text.trimmed(open.end..<max(open.end, close?.offset ?? span.upperBound))
    }
}
