/// All words of a lexicon in a passage, and the most probable way through them.
struct WordLattice: Sendable {
    /// For each character the length of the longest word that begins there; 0 for none.
    private(set) var starts: [UInt8] = []
    /// For each character the length of the longest word that ends there.
    private(set) var ends: [UInt8] = []
    /// For each character its place in the word of the best path, and that word's length: 1 alone; 2 and 3 in
    /// words of two; 4, 5, 6 in words of three; 7, 8, 9 at the start, inside, and at the end of longer ones.
    private(set) var places: [UInt8] = []
    /// What these are smaller than.
    static let placeLimit = 10
    private var costs: [Int32] = []
    private var lengths: [UInt8] = []

    /// What a character costs that is no word.
    private static let unknown: Int32 = 245
    private static let longest = 24

    mutating func read(_ characters: Characters, _ lexicon: Lexicon) {
        let count = characters.count
        for array in [\WordLattice.starts, \.ends, \.places] { self[keyPath: array].reset(count) }
        costs.removeAll(keepingCapacity: true)
        costs.append(contentsOf: repeatElement(Int32.max, count: count + 1))
        lengths.reset(count + 1)
        costs[0] = 0
        starts.withUnsafeMutableBufferPointer { starts in
            ends.withUnsafeMutableBufferPointer { ends in
                costs.withUnsafeMutableBufferPointer { costs in
                    lengths.withUnsafeMutableBufferPointer { lengths in
                        characters.codes.withUnsafeBufferPointer { codes in
                            characters.kinds.withUnsafeBufferPointer { kinds in
                                guard let first = codes.baseAddress else { return }
                                var place = 0
                                while place < count {
                                    let run = Self.run(kinds, at: place)
                                    if run > 1 {
                                        // A run of digits or letters is one word, and nothing begins inside it.
                                        for inner in place..<(place + run - 1) { costs[inner + 1] = costs[place] &+ Self.unknown }
                                        costs[place + run] = costs[place] &+ 100
                                        lengths[place + run] = UInt8(truncatingIfNeeded: run)
                                        starts[place] = UInt8(truncatingIfNeeded: run)
                                        ends[place + run - 1] = UInt8(truncatingIfNeeded: run)
                                        place += run
                                        continue
                                    }
                                    let here = costs[place]
                                    var single = here &+ Self.unknown
                                    lexicon.forEachWord(in: first + place, count: min(count - place, Self.longest)) { length, unit in
                                        let cost = here &+ Int32(DoubleArray.cost(unit))
                                        let end = place + length
                                        starts[place] = UInt8(truncatingIfNeeded: length)
                                        if ends[end - 1] < length { ends[end - 1] = UInt8(truncatingIfNeeded: length) }
                                        if length == 1 {
                                            single = cost
                                        } else if cost < costs[end] {
                                            costs[end] = cost
                                            lengths[end] = UInt8(truncatingIfNeeded: length)
                                        }
                                    }
                                    if single < costs[place + 1] {
                                        costs[place + 1] = single
                                        lengths[place + 1] = 1
                                    }
                                    place += 1
                                }
                            }
                        }
                    }
                }
            }
        }
        nameBestPath(count)
    }

    /// The length of a run of digits or of letters; 1 for all else.
    @inline(__always)
    private static func run(_ kinds: UnsafeBufferPointer<UInt8>, at start: Int) -> Int {
        let kind = kinds[start]
        guard kind == CharacterKind.digit.rawValue || kind == CharacterKind.letter.rawValue else { return 1 }
        var end = start + 1
        while end < kinds.count, kinds[end] == kind, end - start < 250 { end += 1 }
        return end - start
    }

    private mutating func nameBestPath(_ count: Int) {
        var end = count
        while end > 0 {
            let length = max(1, Int(lengths[end]))
            let start = end - length
            switch length {
            case 1: places[start] = 1
            case 2: (places[start], places[start + 1]) = (2, 3)
            case 3: (places[start], places[start + 1], places[start + 2]) = (4, 5, 6)
            default:
                for place in start..<end { places[place] = 8 }
                places[start] = 7
                places[end - 1] = 9
            }
            end = start
        }
    }
}

extension [UInt8] {
    fileprivate mutating func reset(_ count: Int) {
        removeAll(keepingCapacity: true)
        append(contentsOf: repeatElement(0, count: count))
    }
}
