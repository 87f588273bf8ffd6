import LinecasterLanguage
import Testing

@testable import linecaster_lab

@Suite struct AgreeingPathTests {
    private func sequence(_ tags: [UInt8], unmarked: [UInt8], veils: [UInt8] = [0]) -> TrainingSequence {
        var observations = Observations(columns: 1)
        observations.fill(tags.map { _ in 1 })
        return TrainingSequence(observations: observations, tags: tags, unmarked: unmarked, veils: veils)
    }

    /// The path against all that agree with the marks, one by one.
    @Test(arguments: 0..<40) func thePathIsTheBestOfThoseThatAgree(seed: UInt64) throws {
        let scheme = try #require(TagScheme(["O", "B-A", "I-A", "E-A", "S-A", "S-B"]))
        var numbers = SplitMix(state: seed)
        let transitions = (0..<36).map { _ in Int32.random(in: -9...9, using: &numbers) }
        let marked = sequence((0..<4).map { _ in Bool.random(using: &numbers) ? 0 : 5 }, unmarked: [1, 2, 3, 4])
        var scores = TagScores()
        scores.reset(count: 4, stride: scheme.stride)
        for place in 0..<4 { for tag in 0..<6 { scores[place, tag] = Int16.random(in: -20...20, using: &numbers) } }
        func sum(_ tags: [Int]) -> Int? {
            guard scheme.mayBegin(tags[0]), scheme.mayEnd(tags[3]) else { return nil }
            var sum = 0
            for (place, tag) in tags.enumerated() {
                guard marked.tags[place] == 0 ? tag < 5 : tag == 5 else { return nil }
                if place > 0 {
                    guard scheme.predecessors[tag].contains(tags[place - 1]) else { return nil }
                    sum += Int(transitions[tags[place - 1] * 6 + tag])
                }
                sum += Int(scores[place, tag])
            }
            return sum
        }
        let all = (0..<1296).compactMap { number in sum([number % 6, number / 6 % 6, number / 36 % 6, number / 216]) }
        let found = AgreeingPath(scheme, transitions: transitions).find(scores, marked)
        #expect(sum(found.map(Int.init)) == all.max())
    }

    /// What is marked stays, however long, whatever the scores say.
    @Test func aLongNameThatIsMarkedStays() throws {
        let scheme = try #require(TagScheme(["O", "B-A", "I-A", "E-A", "S-A", "S-B"]))
        let tags = [1] + [UInt8](repeating: 2, count: 300) + [3, 0]
        var scores = TagScores()
        scores.reset(count: tags.count, stride: scheme.stride)
        for place in tags.indices { scores[place, 0] = 4000 }
        let found = AgreeingPath(scheme, transitions: [Int32](repeating: 0, count: 36)).find(scores, sequence(tags, unmarked: [5]))
        #expect(found == tags)
    }
}
