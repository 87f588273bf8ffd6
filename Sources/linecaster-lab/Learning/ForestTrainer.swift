import Foundation
import RepairStage

/// Learns boosted trees from boundaries whose answer is known.
///
/// Source: J. Friedman, Greedy function approximation: a gradient boosting machine, Annals of Statistics 29, 2001, with
/// the second derivatives of T. Chen and C. Guestrin, XGBoost, KDD 2016; leaves that gain most are parted first.
struct ForestTrainer {
    /// What is known of one boundary, and whether it is a break.
    struct Example {
        let facts: [Int]
        let isBreak: Bool
    }

    var trees = 50
    var leaves = 16
    /// How much of what a tree would change is taken.
    var rate = 0.25
    /// The fewest examples in a leaf.
    var fewest = 20
    /// What keeps the values of small leaves near zero.
    private let damping = 1.0

    /// The most bins that the values of a fact are put into.
    private static let bins = 255

    func learn(_ examples: [Example], names: [String]) -> Forest {
        guard let first = examples.first else { return Forest() }
        let columns = first.facts.indices.map { fact in Column(examples.map { $0.facts[fact] }, most: Self.bins) }
        let targets = examples.map { $0.isBreak ? 1.0 : 0 }
        var scores = [Double](repeating: 0, count: examples.count)
        var lines = ""
        // The first tree is a leaf: how often boundaries are breaks at all.
        let share = (targets.reduce(0, +) + 1) / Double(targets.count + 2)
        let start = log(share / (1 - share))
        lines += "\(Int((start * 1000).rounded()))\n"
        scores = scores.map { _ in start }
        for _ in 0..<trees {
            let slopes = Slopes(scores, targets)
            let tree = grow(columns, slopes)
            for leaf in tree.leaves {
                for row in leaf.rows { scores[row] += leaf.value(rate, damping) }
            }
            lines += tree.text(names) { Int(($0.value(rate, damping) * 1000).rounded()) } + "\n"
        }
        return Forest(text: Array(lines.utf8))
    }

    private func grow(_ columns: [Column], _ slopes: Slopes) -> GrowingTree {
        var tree = GrowingTree(Leaf(Array(0..<slopes.first.count), slopes))
        var splits = [bestSplit(tree.leaves[0], columns, slopes)]
        while tree.leaves.count < leaves {
            guard let best = splits.indices.max(by: { (splits[$0]?.gain ?? 0) < (splits[$1]?.gain ?? 0) }), let split = splits[best] else {
                break
            }
            let rows = tree.leaves[best].rows
            let column = columns[split.fact]
            let yes = Leaf(rows.filter { column.bin[$0] <= split.bin }, slopes)
            let no = Leaf(rows.filter { column.bin[$0] > split.bin }, slopes)
            tree.part(best, fact: split.fact, threshold: column.upper[split.bin], yes, no)
            splits[best] = bestSplit(yes, columns, slopes)
            splits.append(bestSplit(no, columns, slopes))
        }
        return tree
    }

    /// Where parting a leaf gains most; nil where nothing is gained.
    private func bestSplit(_ leaf: Leaf, _ columns: [Column], _ slopes: Slopes) -> (fact: Int, bin: Int, gain: Double)? {
        guard leaf.rows.count >= 2 * fewest else { return nil }
        var best: (fact: Int, bin: Int, gain: Double)?
        func weight(_ first: Double, _ second: Double) -> Double { first * first / (second + damping) }
        for (fact, column) in columns.enumerated() where column.upper.count > 1 {
            var sums = [(count: Int, first: Double, second: Double)](repeating: (0, 0, 0), count: column.upper.count)
            for row in leaf.rows {
                let bin = column.bin[row]
                sums[bin].count += 1
                sums[bin].first += slopes.first[row]
                sums[bin].second += slopes.second[row]
            }
            var (count, first, second) = (0, 0.0, 0.0)
            for bin in sums.indices.dropLast() {
                count += sums[bin].count
                first += sums[bin].first
                second += sums[bin].second
                guard sums[bin].count > 0, count >= fewest else { continue }
                guard leaf.rows.count - count >= fewest else { break }
                let gain = weight(first, second) + weight(leaf.first - first, leaf.second - second) - weight(leaf.first, leaf.second)
                if gain > (best?.gain ?? 1e-6) { best = (fact, bin, gain) }
            }
        }
        return best
    }
}

/// The values of one fact, in bins.
private struct Column {
    /// The bin of each example.
    let bin: [Int]
    /// The largest value in each bin.
    let upper: [Int]

    init(_ values: [Int], most: Int) {
        let sorted = values.sorted()
        let distinct = Array(Set(values)).sorted()
        if distinct.count <= most {
            upper = distinct
        } else {
            upper = Array(Set((1...most).map { sorted[$0 * (sorted.count - 1) / most] })).sorted()
        }
        let upper = upper
        bin = values.map { value in
            var (low, high) = (0, upper.count - 1)
            while low < high {
                let middle = (low + high) / 2
                if upper[middle] >= value { high = middle } else { low = middle + 1 }
            }
            return low
        }
    }
}

/// First and second derivatives of the loss at each example.
private struct Slopes {
    let first: [Double]
    let second: [Double]

    init(_ scores: [Double], _ targets: [Double]) {
        let shares = scores.map { 1 / (1 + exp(-$0)) }
        first = zip(shares, targets).map { $0 - $1 }
        second = shares.map { max(1e-6, $0 * (1 - $0)) }
    }
}

private struct Leaf {
    let rows: [Int]
    let first: Double
    let second: Double

    init(_ rows: [Int], _ slopes: Slopes) {
        self.rows = rows
        first = rows.reduce(0) { $0 + slopes.first[$1] }
        second = rows.reduce(0) { $0 + slopes.second[$1] }
    }

    func value(_ rate: Double, _ damping: Double) -> Double { -rate * first / (second + damping) }
}

/// A tree that is still growing.
private struct GrowingTree {
    private indirect enum Node {
        case leaf(Int)
        case question(fact: Int, threshold: Int, Node, Node)
    }

    private(set) var leaves: [Leaf]
    private var root = Node.leaf(0)

    init(_ leaf: Leaf) { leaves = [leaf] }

    /// Parts a leaf in two; the one for yes takes its place.
    mutating func part(_ index: Int, fact: Int, threshold: Int, _ yes: Leaf, _ no: Leaf) {
        leaves[index] = yes
        leaves.append(no)
        root = replacing(index, in: root, with: .question(fact: fact, threshold: threshold, .leaf(index), .leaf(leaves.count - 1)))
    }

    private func replacing(_ index: Int, in node: Node, with new: Node) -> Node {
        switch node {
        case .leaf(index): new
        case .leaf: node
        case .question(let fact, let threshold, let yes, let no):
            .question(fact: fact, threshold: threshold, replacing(index, in: yes, with: new), replacing(index, in: no, with: new))
        }
    }

    func text(_ names: [String], _ value: (Leaf) -> Int) -> String { text(root, names, value) }

    private func text(_ node: Node, _ names: [String], _ value: (Leaf) -> Int) -> String {
        switch node {
        case .leaf(let index): "\(value(leaves[index]))"
        case .question(let fact, let threshold, let yes, let no):
            "\(names[fact])<=\(threshold) \(text(yes, names, value)) \(text(no, names, value))"
        }
    }
}
