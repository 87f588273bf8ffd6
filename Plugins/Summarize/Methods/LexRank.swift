import Foundation

/// Sentences by the sentences that they are like: a random walk from each to those that share its words.
///
/// Source: G. Erkan, D. Radev, LexRank: Graph-based Lexical Centrality as Salience in Text Summarization, JAIR 22
/// (2004): cosine of tf·idf above 0.1, damping 0.85. An article of many sentences is ranked piece by piece, and the
/// best of each piece against each other, so that a book takes no more than n log n.
struct LexRank {
    private let body: Body
    private let idf: [Double]

    private static let threshold = 0.1
    private static let damping = 0.85
    private static let rounds = 40
    /// How many sentences are compared each with each.
    private static let piece = 200

    init(_ body: Body) {
        self.body = body
        var shared = [Int32](repeating: 0, count: body.termCount)
        for term in body.terms[body.headline.upperBound...] { shared[Int(term)] += 1 }
        let count = Double(max(1, body.sentences.count))
        idf = shared.map { log(count / Double(max(1, $0))) + 0.1 }
    }

    static func scores(_ body: Body) -> Scores { LexRank(body).scores() }

    private func scores() -> Scores {
        var values = [Double](repeating: 0, count: body.sentences.count)
        var field = Array(body.sentences.indices)
        // Each round ranks pieces and keeps the better half of each; what stays in the longest is worth most.
        var base = 0.0
        while field.count > Self.piece {
            var kept: [Int] = []
            for start in stride(from: 0, to: field.count, by: Self.piece) {
                let members = Array(field[start..<min(field.count, start + Self.piece)])
                let ranks = rank(members)
                for (member, rank) in zip(members, ranks) { values[member] = base + rank }
                let order = members.indices.sorted { (ranks[$0], $1) > (ranks[$1], $0) }
                kept += order.prefix((members.count + 1) / 2).map { members[$0] }
            }
            field = kept.sorted()
            base += 1
        }
        for (member, rank) in zip(field, rank(field)) { values[member] = base + rank }
        return Scores(values: values.scaled(), weights: idf)
    }

    /// Each member's rank, the best 1.
    private func rank(_ members: [Int]) -> [Double] {
        let count = members.count
        guard count > 1 else { return [Double](repeating: 1, count: count) }
        var links = [[Int32]](repeating: [], count: count)
        var seen = [Int32](repeating: -1, count: body.termCount)
        let norms = members.map { member in body.terms(of: member).reduce(0) { $0 + idf[Int($1)] * idf[Int($1)] }.squareRoot() }
        for a in 0..<count {
            for term in body.terms(of: members[a]) { seen[Int(term)] = Int32(a) }
            for b in a + 1..<max(a + 1, count) {
                var product = 0.0
                for term in body.terms(of: members[b]) where seen[Int(term)] == Int32(a) { product += idf[Int(term)] * idf[Int(term)] }
                guard product > Self.threshold * norms[a] * norms[b], norms[a] * norms[b] > 0 else { continue }
                links[a].append(Int32(b))
                links[b].append(Int32(a))
            }
        }
        var ranks = [Double](repeating: 1 / Double(count), count: count)
        for _ in 0..<Self.rounds {
            var next = [Double](repeating: (1 - Self.damping) / Double(count), count: count)
            for from in 0..<count {
                // A sentence that is like no other hands its rank to all.
                guard !links[from].isEmpty else {
                    for to in 0..<count { next[to] += Self.damping * ranks[from] / Double(count) }
                    continue
                }
                let share = Self.damping * ranks[from] / Double(links[from].count)
                for to in links[from] { next[Int(to)] += share }
            }
            ranks = next
        }
        return ranks.scaled()
    }
}
