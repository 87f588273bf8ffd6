/// Boosted regression trees over the facts of a boundary: their sum is the log odds of a break.
///
/// Weights add up whatever each feature says; trees also know that a short line tells little where the article's
/// lines are ragged, and much where they are not.
///
/// Source: J. Friedman, Greedy function approximation: a gradient boosting machine, Annals of Statistics 29, 2001.
/// What each fact adds to a sum: A. Saabas, Interpreting random forests, 2014.
public struct Forest: Sendable {
    /// A leaf, or a question: whether a fact is at most a threshold. The node for yes follows its question.
    struct Node {
        /// The fact that is asked for, or below zero for a leaf; its kind.
        var fact: Int16 = -1
        var kind: Int16 = 0
        var threshold: Int32 = 0
        /// The node for no.
        var otherwise: Int32 = 0
        /// Thousandths of a nat: a leaf's, or the mean of the two nodes behind a question.
        var value: Int32 = 0
    }

    private var nodes: [Node] = []
    private var roots: [Int] = []

    /// No tree.
    public init() {}

    /// Reads trees: one a line, nodes in preorder, each a leaf (`-120`, thousandths of a nat) or a question
    /// (`spare<=3`, its yes, its no). A tree that does not hold together is left out.
    public init(text: some Collection<UInt8>) {
        for line in text.split(separator: 0x0A) {
            var reader = TreeReader(line)
            let start = nodes.count
            if reader.read(into: &nodes), reader.isAtEnd { roots.append(start) } else { nodes.removeSubrange(start...) }
        }
    }

    /// How many trees there are.
    public var count: Int { roots.count }

    public var isEmpty: Bool { roots.isEmpty }

    /// The trees in the form that ``init(text:)`` reads.
    public var text: String {
        roots.map { root in
            var tokens: [String] = []
            var index = root
            var open = 1
            while open > 0 {
                let node = nodes[index]
                let fact = Fact(rawValue: Int(node.fact))
                tokens.append(fact.map { "\($0.stringValue)<=\(node.threshold)" } ?? "\(node.value)")
                open += fact == nil ? -1 : 1
                index += 1
            }
            return tokens.joined(separator: " ") + "\n"
        }.joined()
    }

    /// What the trees say of a boundary.
    func answer(_ facts: Facts) -> Answer {
        var sum: Int32 = 0
        let contributions = facts.withValues { facts in
            nodes.withUnsafeBufferPointer { nodes in
                // In memory, since a vector is written whole when one of its lanes is.
                withUnsafeTemporaryAllocation(of: Int32.self, capacity: Answer.kinds) { contributions in
                    contributions.initialize(repeating: 0)
                    for root in roots {
                        var index = root
                        var node = nodes[index]
                        while node.fact >= 0 {
                            index = facts[Int(node.fact)] <= node.threshold ? index + 1 : Int(node.otherwise)
                            let next = nodes[index]
                            contributions[Int(node.kind)] &+= next.value &- node.value
                            node = next
                        }
                        sum &+= node.value
                    }
                    return SIMD8(contributions)
                }
            }
        }
        return Answer(sum: sum, contributions: contributions)
    }

    /// The sum of all trees, and how it came about.
    struct Answer {
        /// Thousandths of a nat.
        let sum: Int32
        /// What each kind of fact adds to the sum, by its raw value, as far as the trees ask for it.
        let contributions: SIMD8<Int32>

        fileprivate static let kinds = SIMD8<Int32>.scalarCount

        /// Log odds of a break, in nats.
        var logOdds: Double { Double(sum) / 1000 }
    }
}

private let factNames = Fact.allCases.map { (bytes: Array($0.stringValue.utf8), fact: $0) }

/// Reads one tree from its line.
private struct TreeReader<Text: Collection<UInt8>> {
    private var rest: Text.SubSequence

    init(_ text: Text) { rest = text[...] }

    var isAtEnd: Bool { rest.isEmpty }

    /// Reads a node with all behind it; false where it is none.
    ///
    /// - Parameter depth: How many questions stand above it.
    mutating func read(into nodes: inout [Forest.Node], depth: Int = 0) -> Bool {
        guard depth < 64, let token = token() else { return false }
        let index = nodes.count
        nodes.append(Forest.Node())
        guard let mark = token.firstIndex(of: 0x3C) else {
            guard let value = number(token) else { return false }
            nodes[index].value = value
            return true
        }
        let name = token[..<mark]
        guard let fact = factNames.first(where: { $0.bytes.elementsEqual(name) })?.fact,
            let threshold = number(token[mark...].dropFirst(2)), read(into: &nodes, depth: depth + 1)
        else { return false }
        let otherwise = nodes.count
        guard read(into: &nodes, depth: depth + 1) else { return false }
        nodes[index] = Forest.Node(
            fact: Int16(fact.rawValue),
            kind: Int16(fact.kind.rawValue),
            threshold: threshold,
            otherwise: Int32(otherwise),
            value: (nodes[index + 1].value + nodes[otherwise].value) / 2
        )
        return true
    }

    private mutating func token() -> Text.SubSequence? {
        guard !rest.isEmpty else { return nil }
        let end = rest.firstIndex(of: 0x20) ?? rest.endIndex
        defer { rest = rest[end...].dropFirst() }
        return rest[..<end]
    }

    private func number(_ text: Text.SubSequence) -> Int32? {
        let isNegative = text.first == 0x2D
        var value: Int32 = 0
        for byte in isNegative ? text.dropFirst() : text {
            guard byte &- 0x30 < 10, value < 100_000_000 else { return nil }
            value = value * 10 + Int32(byte &- 0x30)
        }
        guard text.count > (isNegative ? 1 : 0) else { return nil }
        return isNegative ? -value : value
    }
}
