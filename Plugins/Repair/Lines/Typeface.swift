import LinecasterLanguage

/// How wide the letters of a text face are, in thousandths of its size.
///
/// Source: font metrics of the faces that every PostScript printer has, as Adobe and URW publish them; other text faces
/// follow one of them closely.
public struct Typeface: Sendable {
    /// The faces that repair tries.
    static let known = [times, helvetica, century]

    /// From the space on, in the order of ASCII.
    private let advances: [Int]

    /// - Parameter advances: The widths of the 95 characters of ASCII that print, from the space on.
    public init(ascii advances: [Int]) {
        self.advances = advances + [Int](repeating: 0, count: max(0, 96 - advances.count))
    }

    /// The widths of the characters of ASCII that print, from the space on.
    public var ascii: [Int] { Array(advances.prefix(95)) }

    /// The width of a space.
    public var space: Int { advances[0] }

    /// The width of a range of bytes of a text, set in one line.
    public func advance(of range: Range<Int>, in text: [UInt8]) -> Int {
        var sum = 0
        var offset = range.lowerBound
        while offset < range.upperBound {
            let byte = text[offset]
            if byte < 0x80 {
                sum += byte < 0x20 ? 0 : advances[Int(byte) - 0x20]
                offset += 1
                continue
            }
            let scalar = text.scalar(at: offset)
            if scalar.value == 0xAD {
                // It shows at the line's end alone.
                sum += scalar.end == range.upperBound ? 333 : 0
                offset = scalar.end
                continue
            }
            sum += otherAdvance(scalar.value)
            offset = scalar.end
        }
        return sum
    }

    private func otherAdvance(_ value: UInt32) -> Int {
        switch value {
        case 0x2018, 0x2019: 278
        case 0x201C, 0x201D: 444
        case 0x2010, 0x2011: advances[Int(UInt8(ascii: "-")) - 0x20]
        case 0x2013: 500
        case 0x2014, 0x2026: 1000
        default: columns(value) == 2 && characterClass(value).isIdeographic ? 1000 : 480
        }
    }
}

extension Typeface {
    /// Times Roman, of newspapers and books.
    public static let times = Typeface(ascii: [
        250, 333, 408, 500, 500, 833, 778, 180, 333, 333, 500, 564, 250, 333, 250, 278,
        500, 500, 500, 500, 500, 500, 500, 500, 500, 500, 278, 278, 564, 564, 564, 444,
        921, 722, 667, 667, 722, 611, 556, 722, 722, 333, 389, 722, 611, 889, 722, 722,
        556, 722, 667, 556, 611, 722, 722, 944, 722, 722, 611, 333, 278, 333, 469, 500,
        333, 444, 500, 444, 500, 444, 333, 500, 500, 278, 278, 500, 278, 778, 500, 500,
        500, 500, 333, 389, 278, 500, 500, 722, 500, 500, 444, 480, 200, 480, 541,
    ])

    /// Helvetica, of agencies, forms and screens; Arial has the same widths.
    public static let helvetica = Typeface(ascii: [
        278, 278, 355, 556, 556, 889, 667, 191, 333, 333, 389, 584, 278, 333, 278, 278,
        556, 556, 556, 556, 556, 556, 556, 556, 556, 556, 278, 278, 584, 584, 584, 556,
        1015, 667, 667, 722, 722, 667, 611, 778, 722, 278, 500, 667, 556, 833, 722, 778,
        667, 778, 722, 667, 611, 722, 667, 944, 667, 667, 611, 278, 278, 278, 469, 556,
        333, 556, 556, 500, 556, 556, 278, 556, 556, 222, 222, 500, 222, 833, 556, 556,
        556, 556, 333, 500, 278, 556, 500, 722, 500, 500, 500, 334, 260, 334, 584,
    ])

    /// Century Schoolbook, which most newspapers' own faces (Corona, Excelsior, Nimrod) follow.
    public static let century = Typeface(ascii: [
        278, 296, 389, 556, 556, 833, 815, 204, 333, 333, 500, 606, 278, 333, 278, 278,
        556, 556, 556, 556, 556, 556, 556, 556, 556, 556, 278, 278, 606, 606, 606, 444,
        737, 722, 722, 722, 778, 722, 667, 778, 833, 407, 556, 778, 667, 944, 815, 778,
        667, 778, 722, 630, 667, 815, 722, 981, 704, 704, 611, 333, 606, 333, 606, 500,
        333, 556, 556, 444, 574, 500, 333, 537, 611, 315, 296, 593, 315, 889, 611, 500,
        574, 556, 444, 463, 389, 611, 537, 778, 537, 537, 481, 333, 606, 333, 606,
    ])
}
