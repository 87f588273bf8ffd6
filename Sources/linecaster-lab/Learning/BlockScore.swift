import LinecasterKit

/// What a program decided, against gold: the figures of blocks.py, for weights that are still being learned.
struct BlockScore {
    private(set) var rightBreaks = 0
    private(set) var goldBreaks = 0
    private(set) var foundBreaks = 0
    private(set) var exact = 0
    private(set) var blocks = 0
    private(set) var rightKinds = 0
    private(set) var noise = 0
    private(set) var noiseRemoved = 0
    private(set) var lines = 0
    private(set) var linesLost = 0

    /// The harmonic mean of precision and recall of breaks between lines.
    var breakF1: Double { Double(2 * rightBreaks) / Double(max(1, goldBreaks + foundBreaks)) }
    /// The share of gold blocks that come out whole.
    var exactShare: Double { Double(exact) / Double(max(1, blocks)) }
    var kindShare: Double { Double(rightKinds) / Double(max(1, blocks)) }
    var noiseShare: Double { Double(noiseRemoved) / Double(max(1, noise)) }

    /// What learning makes as large as it can.
    var goal: Double { breakF1 + exactShare + 0.5 * kindShare }

    mutating func add(_ article: Article, gold: SampleArticle) { add(FoundBlocks(article), gold: gold) }

    mutating func add(_ found: FoundBlocks, gold: SampleArticle) {
        var goldOwner: [Int: Int] = [:]
        var noiseLines: [Int] = []
        for (index, block) in gold.blocks.enumerated() {
            if block.kind == "noise" {
                noiseLines += block.lines
            } else {
                for line in block.lines { goldOwner[line] = index }
            }
        }
        let kept = goldOwner.keys.sorted()
        lines += kept.count
        linesLost += kept.count { found.owner[$0] == nil }
        for (line, next) in zip(kept, kept.dropFirst()) {
            let isGold = goldOwner[line] != goldOwner[next]
            let isFound = found.owner[line, default: -1] != found.owner[next, default: -2]
            if isGold { goldBreaks += 1 }
            if isFound { foundBreaks += 1 }
            if isGold && isFound { rightBreaks += 1 }
        }
        countBlocks(gold, found.blocks)
        noise += noiseLines.count
        noiseRemoved += noiseLines.count { found.dropped.contains($0) }
    }

    private mutating func countBlocks(_ gold: SampleArticle, _ found: [(kind: BlockKind, text: String)]) {
        var start = 0
        for block in gold.blocks where block.kind != "noise" {
            blocks += 1
            let text = squeezed(block.text)
            guard let index = found[start...].firstIndex(where: { $0.text == text }) else { continue }
            exact += 1
            start = index + 1
            if isSame(found[index].kind, block.kind) { rightKinds += 1 }
        }
    }

    /// Repair knows titles, and not yet which.
    private func isSame(_ kind: BlockKind, _ gold: String) -> Bool {
        let titles = ["headline", "kicker", "deck", "subhead"]
        return kind.rawValue == gold || (titles.contains(kind.rawValue) && titles.contains(gold))
    }
}
