/// The weights of all features of a few small numbers, summed beforehand for each combination of them: one look, no hash.
struct SummedTable: Sendable {
    /// How far behind a row its first place stands.
    let reach: ClosedRange<Int>
    /// Where the numbers stand, as distances from the first number of the row, and by what each is multiplied: their sum is
    /// where the combination's weights stand, in bytes.
    private let distances: SIMD4<Int>
    private let factors: SIMD4<Int>
    /// Sums of a combination: places times stride.
    private let width: Int
    private let sums: [Int16]

    /// A shape and the weights of its features.
    typealias Member = (shape: FeatureTemplates.Shape, table: FeatureTable)

    /// No table has more combinations.
    private static let most = 1 << 15

    /// Parts shapes into those whose numbers all have limits, summed where they share what they look at, and the others.
    ///
    /// - Parameters:
    ///   - shapes: Shapes and their weights.
    ///   - columns: How many numbers a row has.
    ///   - limits: For each column what its numbers are smaller than; nil where that is not known, or much.
    static func gather(
        _ shapes: [Member],
        columns: Int,
        limits: [Int?]
    ) -> (summed: [SummedTable], hashed: [Member]) {
        var groups: [(terms: [Int], members: [Member])] = []
        var hashed: [Member] = []
        func combinations(_ terms: [Int]) -> Int? {
            terms.reduce(1) { product, term in product.flatMap { product in limits[term % columns].map { product * $0 } } }
        }
        // A number that is always 0 tells nothing.
        let members = shapes.map { member in (member, terms: member.shape.distanceList.filter { limits[$0 % columns] != 1 }) }
        // Shapes of many numbers first, which take in those of fewer.
        for (member, terms) in members.sorted(by: { $0.terms.count > $1.terms.count }) {
            let group = groups.firstIndex { $0.members[0].shape.reach == member.shape.reach && Set(terms).isSubset(of: $0.terms) }
            if let group {
                groups[group].members.append(member)
            } else if let count = combinations(terms), count <= most {
                groups.append((terms, [member]))
            } else {
                hashed.append(member)
            }
        }
        return (groups.map { SummedTable($0.terms, $0.members, columns: columns, limits: limits) }, hashed)
    }

    private init(_ terms: [Int], _ members: [Member], columns: Int, limits: [Int?]) {
        reach = members[0].shape.reach
        let width = members[0].table.width
        let bounds = terms.map { limits[$0 % columns] ?? 1 }
        let count = bounds.reduce(1, *)
        var distances = SIMD4<Int>.zero
        var multipliers = SIMD4<Int>.zero
        var multiplier = 1
        for (index, term) in terms.enumerated() {
            (distances[index], multipliers[index]) = (term, multiplier)
            multiplier *= bounds[index]
        }
        (self.distances, factors) = (distances, multipliers &* (width * 2))
        var sums = [Int16](repeating: 0, count: count * width)
        var row = [UInt32](repeating: 0, count: (members.flatMap(\.shape.distanceList).max() ?? 0) + 1)
        for combination in 0..<count {
            sums.withUnsafeMutableBufferPointer { sums in
                guard let base = sums.baseAddress else { return }
                for (shape, table) in members {
                    let hash = row.withUnsafeBufferPointer { $0.baseAddress.map(shape.hash(at:)) ?? 0 }
                    table.add(hash, to: base + combination * width, nothing: FeatureTable.nothing)
                }
            }
            // The next combination, as an odometer counts.
            for (term, bound) in zip(terms, bounds) {
                row[term] += 1
                guard row[term] == bound else { break }
                row[term] = 0
            }
        }
        (self.width, self.sums) = (width, sums)
    }

    /// Adds the sums of each row's numbers to the scores of the places that they tell of.
    func add(_ count: Int, columns: Int, stride: Int, _ rows: UnsafePointer<UInt32>, _ scores: UnsafeMutablePointer<Int16>) {
        // Constant widths leave no loop within the loop.
        switch width {
        case 4: add(count, columns, stride, rows, scores, SIMD4<Int16>.self, pieces: 1)
        case 16: add(count, columns, stride, rows, scores, SIMD16<Int16>.self, pieces: 1)
        default: add(count, columns, stride, rows, scores, SIMD4<Int16>.self, pieces: width / 4)
        }
    }

    @inline(__always)
    private func add<Piece: SIMD>(
        _ count: Int,
        _ columns: Int,
        _ stride: Int,
        _ rows: UnsafePointer<UInt32>,
        _ scores: UnsafeMutablePointer<Int16>,
        _: Piece.Type,
        pieces: Int
    ) where Piece.Scalar == Int16 {
        sums.withUnsafeBytes { sums in
            guard let sums = sums.baseAddress else { return }
            let size = MemoryLayout<Piece>.size
            // Numbers beyond their limits, which no reader makes, stay within the table.
            let last = self.sums.count &* 2 &- size &* pieces
            let (first, second, third, fourth) = (distances[0], distances[1], distances[2], distances[3])
            let (by1, by2, by3, by4) = (factors[0], factors[1], factors[2], factors[3])
            var row = rows - reach.upperBound * columns
            var place = UnsafeMutableRawPointer(scores + (reach.lowerBound - reach.upperBound) * stride)
            for _ in 0..<(count + reach.count - 1) {
                let offset = Int(row[first]) &* by1 &+ Int(row[second]) &* by2 &+ Int(row[third]) &* by3 &+ Int(row[fourth]) &* by4
                let weights = sums + min(offset, last)
                for piece in 0..<pieces {
                    let sum =
                        (place + piece &* size).loadUnaligned(as: Piece.self)
                        &+ weights.loadUnaligned(fromByteOffset: piece &* size, as: Piece.self)
                    (place + piece &* size).storeBytes(of: sum, as: Piece.self)
                }
                row += columns
                place += stride &* 2
            }
        }
    }
}
