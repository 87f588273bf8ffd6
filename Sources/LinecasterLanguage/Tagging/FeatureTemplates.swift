/// Which numbers around a place make a feature together.
///
/// A template is written as terms parted by spaces, each a column's letter and an offset: `a-1 a0` is the
/// first column of the place before and of the place itself. Columns are `a`, `b`, `c`, and so on; terms are
/// four at most.
///
/// Templates that differ only by a shift, such as `a-1 a0` and `a0 a1`, have one shape: what stands at two
/// neighbouring places is looked up once, and tells of several places.
package struct FeatureTemplates: Sendable {
    package let sources: [String]
    package let shapes: [Shape]

    /// Templates that are shifts of each other.
    package struct Shape: Sendable {
        /// How far behind the first term the first and the last place stand that it tells of.
        package let reach: ClosedRange<Int>
        /// How many terms it has.
        let terms: Int
        /// The terms, as distances from the first number of the row where the shape begins.
        private let distances: SIMD4<Int>
        private let factors: SIMD4<UInt64>
        private let seed: UInt64

        fileprivate init(reach: ClosedRange<Int>, distances: [Int], numbers: inout SplitMix) {
            self.reach = reach
            terms = distances.count
            var seed = numbers.next()
            var places = SIMD4<Int>.zero
            var factors = SIMD4<UInt64>.zero
            for (index, distance) in distances.enumerated() {
                places[index] = distance
                factors[index] = numbers.next() | 1
                // One is added to each number, once for all.
                seed &+= factors[index]
            }
            self.seed = seed
            self.distances = places
            self.factors = factors
        }

        /// The terms, as distances from the first number of the row where the shape begins.
        var distanceList: [Int] { (0..<terms).map { distances[$0] } }

        /// How many places it tells of.
        package var places: Int { reach.count }

        /// The hash of what stands at a row: a sum of products with random odd factors, of which the highest bits are good.
        ///
        /// Source: D. Lemire and O. Kaser, Strongly Universal String Hashing is Fast, 2014.
        package func hash(at row: UnsafePointer<UInt32>) -> UInt64 { hash(at: row, terms: terms) }

        /// The same where the number of terms is a constant, so that no others are multiplied.
        @inline(__always)
        func hash(at row: UnsafePointer<UInt32>, terms: Int) -> UInt64 {
            var sum = seed
            if terms > 0 { sum &+= UInt64(row[distances[0]]) &* factors[0] }
            if terms > 1 { sum &+= UInt64(row[distances[1]]) &* factors[1] }
            if terms > 2 { sum &+= UInt64(row[distances[2]]) &* factors[2] }
            if terms > 3 { sum &+= UInt64(row[distances[3]]) &* factors[3] }
            return sum
        }
    }

    private struct Term: Equatable {
        let column: Int
        let offset: Int
    }

    /// - Returns: nil when a template cannot be read, or looks further than the margin of observations.
    package init?(_ sources: [String], columns: Int) {
        var found: [(terms: [Term], reach: ClosedRange<Int>)] = []
        for source in sources {
            var terms: [Term] = []
            for word in source.split(separator: " ") {
                guard let letter = word.utf8.first, let offset = Int(word.dropFirst()),
                    case let column = Int(letter) - Int(UInt8(ascii: "a")), (0..<columns).contains(column),
                    abs(offset) <= Observations.reach
                else { return nil }
                terms.append(Term(column: column, offset: offset))
            }
            guard let first = terms.map(\.offset).min(), terms.count <= 4 else { return nil }
            let shape = terms.map { Term(column: $0.column, offset: $0.offset - first) }
            if let index = found.firstIndex(where: { $0.terms == shape }) {
                found[index].reach = min(found[index].reach.lowerBound, -first)...max(found[index].reach.upperBound, -first)
            } else {
                found.append((shape, (-first)...(-first)))
            }
        }
        self.sources = sources
        var generator = SplitMix(state: 0x4C43_5441_4731)
        shapes = found.map { terms, reach in
            Shape(reach: reach, distances: terms.map { $0.offset * columns + $0.column }, numbers: &generator)
        }
    }
}
