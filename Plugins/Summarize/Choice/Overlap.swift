/// How much two units say the same.
struct Overlap {
    /// For each pair of units the share of the lesser's weight that both hold, from 0 to 1; units that share a
    /// sentence, or say nearly the same, cannot both be chosen and have `infinity`.
    private var shares: [Double]
    private let count: Int

    /// Above this share two units are one and the same.
    private static let same = 0.8

    init(_ units: [Unit], _ body: Body, weights: [Double]) {
        count = units.count
        shares = [Double](repeating: 0, count: count * count)
        var seen = [Int32](repeating: -1, count: body.termCount)
        var sums = [Double](repeating: 0, count: count)
        // Terms that more than one unit holds, unit after unit; no other can be shared.
        var holders = [Int32](repeating: 0, count: body.termCount)
        for (number, unit) in units.enumerated() {
            for index in unit.sentences {
                for term in body.terms(of: index) where seen[Int(term)] != Int32(number) {
                    seen[Int(term)] = Int32(number)
                    holders[Int(term)] += 1
                    sums[number] += weights[Int(term)]
                }
            }
        }
        var common: [Int32] = []
        var starts = [0]
        for unit in units {
            for index in unit.sentences { for term in body.terms(of: index) where holders[Int(term)] > 1 { common.append(term) } }
            starts.append(common.count)
        }
        for number in 0..<count {
            let mark = Int32(count + number)
            for term in common[starts[number]..<starts[number + 1]] { seen[Int(term)] = mark }
            for other in number + 1..<max(number + 1, count) {
                var shared = 0.0
                for term in common[starts[other]..<starts[other + 1]] where seen[Int(term)] == mark { shared += weights[Int(term)] }
                let least = min(sums[number], sums[other])
                var share = least > 0 ? min(1, shared / least) : 0
                if units[number].sentences.overlaps(units[other].sentences) || share > Self.same { share = .infinity }
                shares[number * count + other] = share
                shares[other * count + number] = share
            }
        }
    }

    subscript(a: Int, b: Int) -> Double { shares[a * count + b] }
}
