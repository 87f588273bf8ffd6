/// The tags of a model, and which may follow which.
///
/// A tag is `O`, or a position and a kind: `B-PER`, or the position alone where there is one kind: `B`.
/// Positions are `B` (begins), `M` or `I` (goes on), `E` (ends) and `S` (single).
package struct TagScheme: Sendable {
    package enum Position: Sendable { case outside, begin, inside, end, single }

    /// The tags' names, in the order of their numbers; 16 at most.
    package let names: [String]
    package let positions: [Position]
    /// What each tag says; empty for `O`.
    package let kinds: [String]
    /// For each tag the tags that may stand before it.
    package let predecessors: [[Int]]

    /// - Returns: nil for more than 16 tags, or a name of another form.
    package init?(_ names: [String]) {
        guard !names.isEmpty, names.count <= 16 else { return nil }
        var positions: [Position] = []
        var kinds: [String] = []
        for name in names {
            let parts = name.split(separator: "-", maxSplits: 1)
            guard let first = parts.first else { return nil }
            switch first {
            case "O": positions.append(.outside)
            case "B": positions.append(.begin)
            case "M", "I": positions.append(.inside)
            case "E": positions.append(.end)
            case "S": positions.append(.single)
            default: return nil
            }
            kinds.append(parts.count > 1 ? String(parts[1]) : "")
        }
        self.names = names
        self.positions = positions
        self.kinds = kinds
        predecessors = names.indices.map { tag in
            names.indices.filter { before in
                let isOpen = positions[before] == .begin || positions[before] == .inside
                let goesOn = positions[tag] == .inside || positions[tag] == .end
                return isOpen == goesOn && (!goesOn || kinds[before] == kinds[tag])
            }
        }
    }

    /// How many numbers a place's scores take: the number of tags, rounded up to a multiple of four.
    package var stride: Int { (names.count + 3) / 4 * 4 }

    /// Whether a sequence may begin with a tag.
    package func mayBegin(_ tag: Int) -> Bool { positions[tag] != .inside && positions[tag] != .end }

    /// Whether a sequence may end with a tag.
    package func mayEnd(_ tag: Int) -> Bool { positions[tag] != .inside && positions[tag] != .begin }

    /// The tags of one kind, by position.
    package func tags(of kind: String) -> (begin: Int, inside: Int, end: Int, single: Int)? {
        func find(_ position: Position) -> Int? { names.indices.first { positions[$0] == position && kinds[$0] == kind } }
        guard let begin = find(.begin), let inside = find(.inside), let end = find(.end), let single = find(.single) else { return nil }
        return (begin, inside, end, single)
    }
}
