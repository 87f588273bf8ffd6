import LinecasterKit
import LinecasterLanguage

/// The names that the tagger of the language floor finds in the Chinese blocks of an article.
struct TaggedNames {
    /// In order; they do not overlap.
    private(set) var names: [NameReader.Name]

    init(_ utf8: [UInt8], _ blocks: [Annotation<Block>]) {
        var reader = NameReader(words: .words, classes: .classes, names: .names)
        var names: [NameReader.Name] = []
        for block in blocks where block.value.kind != .table && utf8.holdsIdeographs(block.range.offsets) {
            let correction = NameCorrection(utf8, block.range.offsets)
            names += reader.names(in: utf8, range: block.range.offsets).map(correction.corrected)
        }
        // A name that grew to the left takes in the piece that stood there: 俄|罗斯.
        let parts = zip(names, names.dropFirst()).map { $0.range.upperBound > $1.range.lowerBound } + [false]
        self.names = zip(names, parts).filter { !$0.range.isEmpty && !$1 }.map(\.0)
        nameTowns(utf8)
        completePeople(utf8)
        trimPeople(utf8)
        trimOrganizations(utf8)
        self.names = DoubtfulPeople(utf8, self.names).removed()
    }

    private static let headsOfTowns = PhraseSet("市长 市長 州长 州長 镇长 鎮長 省长 省長 县长 縣長 区长 區長 代市长 副市长 副市長 市议员 市議員")

    /// 帕卡賴馬|市長|托雷斯: who heads a town stands behind its name.
    private mutating func nameTowns(_ utf8: [UInt8]) {
        var towns: Set<ArraySlice<UInt8>> = []
        for (name, next) in zip(names, names.dropFirst()) where name.kind == .person && next.kind == .person {
            guard Surnames.match(in: utf8, at: name.range.lowerBound, limit: name.range.upperBound) == nil || name.range.count > 9,
                Self.headsOfTowns.match(in: utf8, at: name.range.upperBound, limit: next.range.lowerBound) == next.range.lowerBound
            else { continue }
            towns.insert(utf8[name.range])
        }
        guard !towns.isEmpty else { return }
        // Where the tagger saw two names, it is one: 帕卡賴|馬.
        for index in names.indices.dropLast().reversed() where names[index].range.upperBound == names[index + 1].range.lowerBound {
            let both = names[index].range.lowerBound..<names[index + 1].range.upperBound
            guard towns.contains(utf8[both]) else { continue }
            names[index] = NameReader.Name(kind: .place, range: both)
            names.remove(at: index + 1)
        }
        for index in names.indices where names[index].kind == .person && towns.contains(utf8[names[index].range]) {
            names[index] = NameReader.Name(kind: .place, range: names[index].range)
        }
    }

    /// Characters that begin what somebody does, behind a name.
    static let afterNames = ScalarSet("买卖来去说又就还都在把被将才曾已也却则從从向對对為为說更依拟擬正")

    /// Where a character too many was taken for part of a name that the article has twice or more without it, or once where the
    /// character begins what somebody does, it is left out: 余德茂|冲, 庞朴|买.
    private mutating func trimPeople(_ utf8: [UInt8]) {
        var counts: [ArraySlice<UInt8>: Int] = [:]
        for name in names where name.kind == .person && name.range.count <= 9 { counts[utf8[name.range], default: 0] += 1 }
        for index in names.indices where names[index].kind == .person && names[index].range.count >= 9 {
            let range = names[index].range
            guard let last = utf8.scalar(before: range.upperBound, from: range.lowerBound), last.value >= 0x4E00,
                case let short = range.lowerBound..<last.offset, counts[utf8[range]] ?? 0 < 2,
                counts[utf8[short]] ?? 0 >= (Self.afterNames.contains(last.value) ? 1 : 2)
            else { continue }
            names[index] = NameReader.Name(kind: .person, range: short)
        }
    }

    /// The same of an organization that the article has elsewhere without it: 大庆油田|更.
    private mutating func trimOrganizations(_ utf8: [UInt8]) {
        let known = Set(names.filter { $0.kind == .organization }.map { utf8[$0.range] })
        for index in names.indices where names[index].kind == .organization && names[index].range.count >= 12 {
            let range = names[index].range
            guard let last = utf8.scalar(before: range.upperBound, from: range.lowerBound), last.end - last.offset == 3,
                Self.afterNames.contains(last.value), known.contains(utf8[range.lowerBound..<last.offset])
            else { continue }
            names[index] = NameReader.Name(kind: .organization, range: range.lowerBound..<last.offset)
        }
    }

    /// Where a name was cut short that the article has in full elsewhere, it is completed: 陶仲|明.
    private mutating func completePeople(_ utf8: [UInt8]) {
        let full = names.filter { $0.kind == .person && $0.range.count >= 9 }.map { String(decoding: utf8[$0.range], as: UTF8.self) }
        guard !full.isEmpty else { return }
        let known = PhraseSet(words: full)
        for index in names.indices where names[index].kind == .person && names[index].range.count < 9 {
            let limit = index + 1 < names.count ? names[index + 1].range.lowerBound : utf8.count
            guard let end = known.match(in: utf8, at: names[index].range.lowerBound, limit: limit), end > names[index].range.upperBound
            else {
                continue
            }
            names[index] = NameReader.Name(kind: .person, range: names[index].range.lowerBound..<end)
        }
    }

    /// Leaves out names that share a byte with one of some ranges of which more is known.
    mutating func remove(overlapping ranges: [Range<Int>]) {
        guard !ranges.isEmpty else { return }
        let sorted = ranges.sorted { $0.lowerBound < $1.lowerBound }
        var next = 0
        names.removeAll { name in
            while next < sorted.count, sorted[next].upperBound <= name.range.lowerBound { next += 1 }
            return next < sorted.count && sorted[next].overlaps(name.range)
        }
    }

    /// The names of a kind in a range.
    func names(_ kind: NameReader.Kind, in range: Range<Int>) -> [Range<Int>] {
        var index = first(endingAfter: range.lowerBound)
        var result: [Range<Int>] = []
        while index < names.count, names[index].range.upperBound <= range.upperBound {
            if names[index].kind == kind { result.append(names[index].range) }
            index += 1
        }
        return result
    }

    /// Where the last person named before an offset ends, in a block; its start where none is named.
    func personEnd(before offset: Int, from start: Int) -> Int {
        var index = first(endingAfter: offset - 1)
        while index > 0, names[index - 1].range.lowerBound >= start {
            index -= 1
            if names[index].kind == .person, names[index].range.upperBound < offset { return names[index].range.upperBound }
        }
        return start
    }

    /// Whether a name has just these bytes.
    func holds(_ range: Range<Int>) -> Bool {
        let index = first(endingAfter: range.lowerBound)
        return index < names.count && names[index].range == range
    }

    /// Whether a name of a kind has all of these bytes.
    func covers(_ range: Range<Int>, _ kind: NameReader.Kind) -> Bool {
        let index = first(endingAfter: range.lowerBound)
        return index < names.count && names[index].kind == kind && names[index].range.lowerBound <= range.lowerBound
            && names[index].range.upperBound >= range.upperBound
    }

    /// Where the person's name ends that begins at an offset.
    func personEnd(at offset: Int) -> Int? {
        let index = first(endingAfter: offset)
        guard index < names.count, names[index].kind == .person, names[index].range.lowerBound == offset else { return nil }
        return names[index].range.upperBound
    }

    /// Whether a shorter person's name begins at an offset.
    func isPerson(startingAt offset: Int, shorterThan count: Int) -> Bool {
        let index = first(endingAfter: offset)
        return index < names.count && names[index].kind == .person && names[index].range.lowerBound == offset
            && names[index].range.count < count
    }

    /// Whether a name shares a byte with a range.
    func overlaps(_ range: Range<Int>) -> Bool {
        let index = first(endingAfter: range.lowerBound)
        return index < names.count && names[index].range.overlaps(range)
    }

    private func first(endingAfter offset: Int) -> Int { names.partitionPoint { $0.range.upperBound <= offset } }
}
