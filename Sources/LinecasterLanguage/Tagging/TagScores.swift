/// How well each tag fits each place.
package struct TagScores: Sendable {
    /// Places before the first and behind the last that features of the margin may write to.
    private static let padding = 2 * Observations.reach + Observations.margin

    package private(set) var count = 0
    /// How many numbers a place has: the number of tags, rounded up to a multiple of four.
    package private(set) var stride = 4
    private var numbers: [Int16] = []

    package init() {}

    /// Makes room for a sequence; all scores are 0.
    package mutating func reset(count: Int, stride: Int) {
        self.count = count
        self.stride = stride
        numbers.removeAll(keepingCapacity: true)
        numbers.append(contentsOf: repeatElement(0, count: (count + 2 * Self.padding) * stride))
    }

    /// The score of a tag at a place.
    package subscript(place: Int, tag: Int) -> Int16 {
        get { numbers[(Self.padding + place) * stride + tag] }
        set { numbers[(Self.padding + place) * stride + tag] = newValue }
    }

    /// Writes scores through a pointer to the first place's; there is room before and behind.
    @inline(__always)
    package mutating func write(_ body: (UnsafeMutablePointer<Int16>) -> Void) {
        let start = Self.padding * stride
        numbers.withUnsafeMutableBufferPointer { if let base = $0.baseAddress { body(base + start) } }
    }

    /// Reads scores through a pointer to the first place's.
    @inline(__always)
    func read(_ body: (UnsafePointer<Int16>) -> Void) {
        numbers.withUnsafeBufferPointer { if let base = $0.baseAddress { body(base + Self.padding * stride) } }
    }
}
