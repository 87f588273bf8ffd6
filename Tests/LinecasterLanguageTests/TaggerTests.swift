import Testing

@testable import LinecasterLanguage

@Suite struct TaggerTests {
    @Test func onlyTagsThatMayFollowOneAnotherMakeAPath() throws {
        let scheme = try #require(TagScheme(["O", "B-A", "I-A", "E-A", "S-A", "B-B", "I-B", "E-B", "S-B"]))
        let path = BestPath(scheme, transitions: [Int32](repeating: 0, count: 81))
        var numbers = SplitMix(state: 7)
        for _ in 0..<200 {
            var scores = TagScores()
            scores.reset(count: 9, stride: scheme.stride)
            for place in 0..<9 { for tag in 0..<9 { scores[place, tag] = Int16.random(in: -50...50, using: &numbers) } }
            var tags: [UInt8] = []
            path.find(scores, into: &tags)
            #expect(isAllowed(tags, scheme))
        }
    }

    /// The best path against all paths, one by one.
    @Test func thePathFoundIsTheBestOfAll() throws {
        let scheme = try #require(TagScheme(["B", "M", "E", "S"]))
        var numbers = SplitMix(state: 3)
        for _ in 0..<50 {
            let transitions = (0..<16).map { _ in Int32.random(in: -9...9, using: &numbers) }
            var scores = TagScores()
            scores.reset(count: 5, stride: 4)
            for place in 0..<5 { for tag in 0..<4 { scores[place, tag] = Int16.random(in: -20...20, using: &numbers) } }
            func sum(_ tags: [UInt8]) -> Int32 {
                tags.indices.reduce(0) { total, place in
                    let step = place == 0 ? 0 : transitions[Int(tags[place - 1]) * 4 + Int(tags[place])]
                    return total + step + Int32(scores[place, Int(tags[place])])
                }
            }
            var best = Int32.min
            for number in 0..<1024 {
                let tags = (0..<5).map { UInt8(number >> (2 * $0) & 3) }
                if isAllowed(tags, scheme) { best = max(best, sum(tags)) }
            }
            var tags: [UInt8] = []
            BestPath(scheme, transitions: transitions).find(scores, into: &tags)
            #expect(sum(tags) == best)
        }
    }

    /// Long paths of thirteen tags against sums that are kept whole, with scores as large as a model's.
    @Test(arguments: 0..<20) func sumsAgainstTheFirstTagFindThePathOfWholeSums(seed: UInt64) throws {
        let kinds = ["A", "B", "C"].flatMap { kind in ["B", "I", "E", "S"].map { "\($0)-\(kind)" } }
        let scheme = try #require(TagScheme(["O"] + kinds))
        var numbers = SplitMix(state: seed)
        let transitions = (0..<169).map { _ in Int32.random(in: -600...600, using: &numbers) }
        var scores = TagScores()
        scores.reset(count: 80, stride: scheme.stride)
        for place in 0..<80 { for tag in 0..<13 { scores[place, tag] = Int16.random(in: -1500...1500, using: &numbers) } }
        // In every other sequence the first tag is far ahead, as it is in text.
        if seed % 2 == 1 { for place in 0..<80 where place % 16 < 12 { scores[place, 0] += 2500 } }
        var best = (0..<13).map { scheme.mayBegin($0) ? Int(scores[0, $0]) : -1_000_000 }
        for place in 1..<80 {
            best = (0..<13).map { tag in
                let sums = scheme.predecessors[tag].map { best[$0] + Int(transitions[$0 * 13 + tag]) }
                return (sums.max() ?? -1_000_000) + Int(scores[place, tag])
            }
        }
        var tags: [UInt8] = []
        BestPath(scheme, transitions: transitions).find(scores, into: &tags)
        #expect(isAllowed(tags, scheme))
        let sum = tags.indices.reduce(0) { total, place in
            let step = place == 0 ? 0 : Int(transitions[Int(tags[place - 1]) * 13 + Int(tags[place])])
            return total + step + Int(scores[place, Int(tags[place])])
        }
        #expect(sum == (0..<13).filter(scheme.mayEnd).map { best[$0] }.max())
    }

    /// Where each tag may follow each other at no cost, each place is decided by itself, and the lowest of equals wins.
    @Test(arguments: [3, 5, 8, 13, 16]) func freeTagsAreChosenEachByItself(tagCount: Int) throws {
        let scheme = try #require(TagScheme((0..<tagCount).map { "S-\($0)" }))
        let path = BestPath(scheme, transitions: [Int32](repeating: 0, count: tagCount * tagCount))
        var numbers = SplitMix(state: UInt64(tagCount))
        var scores = TagScores()
        scores.reset(count: 300, stride: scheme.stride)
        for place in 0..<300 {
            let range: ClosedRange<Int16> = place % 3 == 0 ? -2...2 : place % 3 == 1 ? -9000 ... -1 : -3000...3000
            for tag in 0..<tagCount { scores[place, tag] = Int16.random(in: range, using: &numbers) }
        }
        var tags: [UInt8] = []
        path.find(scores, into: &tags)
        for place in 0..<300 {
            let row = (0..<tagCount).map { scores[place, $0] }
            #expect(Int(tags[place]) == row.firstIndex(of: row.max() ?? 0))
        }
    }

    /// However long a name is, and however sure, sums fit.
    @Test(arguments: [4, 40, 400]) func aLongNameIsOnePath(length: Int) throws {
        let kinds = ["A", "B", "C"].flatMap { kind in ["B", "I", "E", "S"].map { "\($0)-\(kind)" } }
        let scheme = try #require(TagScheme(["O"] + kinds))
        var scores = TagScores()
        scores.reset(count: length + 2, stride: scheme.stride)
        for place in 1...length { scores[place, place == 1 ? 1 : place == length ? 3 : 2] = 1600 }
        var tags: [UInt8] = []
        BestPath(scheme, transitions: [Int32](repeating: 0, count: 169)).find(scores, into: &tags)
        #expect(tags == [0, 1] + [UInt8](repeating: 2, count: length - 2) + [3, 0])
    }

    private func isAllowed(_ tags: [UInt8], _ scheme: TagScheme) -> Bool {
        guard let first = tags.first, let last = tags.last else { return true }
        return scheme.mayBegin(Int(first)) && scheme.mayEnd(Int(last))
            && zip(tags, tags.dropFirst()).allSatisfy { scheme.predecessors[Int($1)].contains(Int($0)) }
    }

    @Test func weightsAreFoundAtThePlacesThatTheyTellOf() throws {
        let scheme = try #require(TagScheme(["B", "M", "E", "S"]))
        let templates = try #require(FeatureTemplates(["a0", "a-1"], columns: 1))
        var observations = Observations(columns: 1)
        observations.reset(count: 3)
        observations.write { $0[1] = 5 }
        var hash: UInt64 = 0
        observations.read { hash = templates.shapes[0].hash(at: $0 + 1) }
        let weights: [Int8] = [1, 2, 3, 4, 50, 60, 70, 80]
        let model = try SequenceTagger.make(
            columns: 1,
            scheme: scheme,
            templates: templates,
            transitions: [Int16](repeating: 0, count: 16),
            features: [[(hash: hash, weights: weights)]]
        )
        var scores = TagScores()
        model.tagger.score(observations, into: &scores)
        #expect((0..<4).map { scores[0, $0] } == [0, 0, 0, 0])
        #expect((0..<4).map { scores[1, $0] } == [1, 2, 3, 4])
        #expect((0..<4).map { scores[2, $0] } == [50, 60, 70, 80])
        #expect(throws: LanguageDataError.self) { try SequenceTagger(MappedBytes(copying: Array(model.file.dropLast(70))), path: "x") }
    }

    /// Sums for each combination of small numbers against the features one by one, numbers at their limits among them.
    @Test(arguments: 0..<20) func sumsOfSmallNumbersAreThoseOfTheirFeatures(seed: UInt64) throws {
        let scheme = try #require(TagScheme(["O", "B-A", "I-A", "E-A", "S-A"]))
        let templates = try #require(
            FeatureTemplates(["a0 b0 c0", "b0 c0", "c0", "b-1 b0", "b0 b1", "d0 a0", "a-1 a0 a1", "d-1"], columns: 4)
        )
        let limits: [Int?] = [3, 5, 4, nil, 1]
        var numbers = SplitMix(state: seed)
        var observations = Observations(columns: 5)
        let rows = (0..<60).flatMap { _ in
            limits.map { UInt32.random(in: 0..<UInt32($0 ?? 1_000_000), using: &numbers) }
        }
        observations.fill(rows)
        var features: [[(hash: UInt64, weights: [Int8])]] = []
        for shape in templates.shapes {
            var hashes: Set<UInt64> = []
            observations.read { first in for place in -3..<63 { hashes.insert(shape.hash(at: first + place * 5)) } }
            let kept = hashes.sorted().filter { _ in Bool.random(using: &numbers) }
            features.append(
                kept.map { hash in (hash, (0..<shape.places * scheme.stride).map { _ in Int8.random(in: -128...127, using: &numbers) }) }
            )
        }
        let tagger = try SequenceTagger.make(
            columns: 5,
            scheme: scheme,
            templates: templates,
            transitions: [Int16](repeating: 0, count: 25),
            features: features
        ).tagger
        var (expected, found) = (TagScores(), TagScores())
        tagger.score(observations, into: &expected)
        tagger.summing(limits: limits).score(observations, into: &found)
        for place in 0..<60 { for tag in 0..<5 { #expect(found[place, tag] == expected[place, tag]) } }
        #expect((0..<60).contains { place in (0..<5).contains { expected[place, $0] != 0 } })
    }

    /// Whatever is read, small numbers are smaller than their limits say.
    @Test(arguments: 0..<40) func numbersStayWithinTheirLimits(seed: UInt64) {
        var numbers = SplitMix(state: seed)
        let alphabet = Array("中国人民银行局长张三说第一百二十年月日，。“”《》·a1 \nかな한，北京上海大学委员会𠀀😀".unicodeScalars)
        let text = Array(String(String.UnicodeScalarView((0..<400).map { _ in alphabet.randomElement(using: &numbers) ?? "中" })).utf8)
        func expectWithin(_ observations: Observations, _ limits: [Int?]) {
            observations.read { row in
                for index in 0..<observations.count * observations.columns {
                    if let limit = limits[index % observations.columns] { #expect(row[index] < limit) }
                }
            }
        }
        var reader = NameReader(words: .words, classes: .classes, names: .names)
        expectWithin(reader.observations(of: text, convention: 0), NameReader.limits)
        expectWithin(WordReader.observations(of: text, lexicon: .standard), WordReader.limits)
        var wordReader = WordReader(tagger: .words)
        let words = wordReader.words(in: text, range: text.indices).map { String(decoding: text[$0], as: UTF8.self) }
        expectWithin(WordClassReader.observations(of: words, lexicon: .standard), WordClassReader.limits)
    }

    @Test(arguments: ["z0", "a9", "a", "", "a0 a1 a2 a3 b0"]) func templatesThatCannotBeReadAreRefused(source: String) {
        #expect(FeatureTemplates([source], columns: 2) == nil)
    }
}
