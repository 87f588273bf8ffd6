import LinecasterLanguage
import Testing

@testable import linecaster_lab

@Suite struct TaggerTrainerTests {
    private let scheme = TagScheme(["O", "B-A", "I-A", "E-A", "S-A"])

    /// Names are runs of sevens; a seven alone is a name too.
    private func sequence(_ numbers: [UInt32], unmarked: [UInt8] = []) -> TrainingSequence {
        var observations = Observations(columns: 1)
        observations.fill(numbers)
        let tags = numbers.indices.map { place -> UInt8 in
            guard numbers[place] == 7 else { return 0 }
            let before = place > 0 && numbers[place - 1] == 7
            let after = place + 1 < numbers.count && numbers[place + 1] == 7
            return before ? after ? 2 : 3 : after ? 1 : 4
        }
        return TrainingSequence(observations: observations, tags: unmarked.isEmpty ? tags : tags.map { _ in 0 }, unmarked: unmarked)
    }

    private func trainer() throws -> TaggerTrainer {
        var trainer = TaggerTrainer(
            scheme: try #require(scheme),
            templates: try #require(FeatureTemplates(["a-1", "a0", "a1", "a-1 a0 a1"], columns: 1)),
            columns: 1
        )
        trainer.minimumCount = 1
        return trainer
    }

    private let lessons: [[UInt32]] = [[1, 7, 7, 2], [7, 3, 7], [2, 7, 7, 7, 1], [5, 1, 2], [7, 7], [3, 7, 4], [1, 2, 7, 7, 7, 7]]

    @Test func whatWasTaughtIsFoundInNewSequences() throws {
        let model = try trainer().train(lessons.map { sequence($0) }) { _ in }
        let exam = sequence([4, 7, 7, 7, 5, 7, 3])
        var scores = TagScores()
        var tags: [UInt8] = []
        model.tagger.tag(exam.observations, scores: &scores, into: &tags)
        #expect(tags == exam.tags)
    }

    /// Sequences that leave the kind unmarked must not unteach it.
    @Test func whatIsUnmarkedIsNoLessonAgainstIt() throws {
        let others = lessons.map { sequence($0, unmarked: [1, 2, 3, 4]) }
        let model = try trainer().train(lessons.map { sequence($0) } + others + others) { _ in }
        let exam = sequence([4, 7, 7, 5])
        var scores = TagScores()
        var tags: [UInt8] = []
        model.tagger.tag(exam.observations, scores: &scores, into: &tags)
        #expect(tags == exam.tags)
    }
}
