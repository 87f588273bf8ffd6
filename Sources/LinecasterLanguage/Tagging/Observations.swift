/// What is seen at each place of a sequence: a row of small numbers.
public struct Observations: Sendable {
    /// How far from a place features may look.
    static let reach = 3
    /// Places before the first and after the last at which features begin that tell of the sequence.
    package static let margin = reach
    /// Rows of zeros on both sides, so that every feature of the margin can be read.
    private static let padding = margin + 2 * reach

    /// How many numbers a row has.
    public let columns: Int
    /// How many places the sequence has.
    public private(set) var count = 0
    private var numbers: [UInt32] = []

    public init(columns: Int) { self.columns = columns }

    /// Makes room for a sequence; all its numbers are 0.
    public mutating func reset(count: Int) {
        self.count = count
        numbers.removeAll(keepingCapacity: true)
        numbers.append(contentsOf: repeatElement(0, count: (count + 2 * Self.padding) * columns))
    }

    /// Takes a sequence's numbers, row after row.
    package mutating func fill(_ rows: [UInt32]) {
        let count = rows.count / columns
        let size = count * columns
        reset(count: count)
        write { first in for index in 0..<size { first[index] = rows[index] } }
    }

    /// Writes rows through a pointer to the first row.
    @inline(__always)
    mutating func write(_ body: (UnsafeMutablePointer<UInt32>) -> Void) {
        numbers.withUnsafeMutableBufferPointer { buffer in
            guard let start = buffer.baseAddress else { return }
            body(start + Self.padding * columns)
        }
    }

    /// Reads rows through a pointer to the first row; rows of zeros stand before and behind.
    @inline(__always)
    package func read(_ body: (UnsafePointer<UInt32>) -> Void) {
        numbers.withUnsafeBufferPointer { buffer in
            guard let start = buffer.baseAddress else { return }
            body(start + Self.padding * columns)
        }
    }
}
