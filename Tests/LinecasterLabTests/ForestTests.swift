import LinecasterKit
import Testing

@testable import RepairStage
@testable import linecaster_lab

@Suite("Trees of repair")
struct ForestTests {
    private func facts(spare: Int = 0, blanks: Int = 0) -> Facts {
        var facts = Facts()
        facts[.spare] = spare
        facts[.blanks] = blanks
        return facts
    }

    @Test func aTreeAsksAndItsLeavesAnswer() {
        let forest = Forest(text: "500\nspare<=3 -2000 blanks<=0 1000 3000\n".utf8)
        #expect(forest.count == 2)
        #expect(forest.answer(facts(spare: 3)).logOdds == -1.5)
        #expect(forest.answer(facts(spare: 4)).logOdds == 1.5)
        #expect(forest.answer(facts(spare: 4, blanks: 1)).logOdds == 3.5)
    }

    @Test func whatFactsAddIsTheDifferenceAlongTheWay() {
        let forest = Forest(text: "spare<=3 -2000 blanks<=0 1000 3000\n".utf8)
        let answer = forest.answer(facts(spare: 9, blanks: 1))
        // The root stands for the mean of its sides, 0; then 2000, then 3000.
        #expect(answer.contributions[Fact.Kind.width.rawValue] == 2000)
        #expect(answer.contributions[Fact.Kind.blank.rawValue] == 1000)
        #expect(answer.contributions.wrappedSum() == 3000)
    }

    @Test(arguments: [
        "", "spare<=3", "spare<=3 1", "spare<=3 1 2 3", "nothing<=3 1 2", "spare<= 1 2", "spare< 1 2", "1x", "-", "99999999999",
        "spare<=3  1 2",
        String(repeating: "spare<=1 ", count: 5000),
    ])
    func aTreeThatDoesNotHoldTogetherIsLeftOut(_ text: String) {
        let forest = Forest(text: Array("\(text)\n7\n".utf8))
        #expect(forest.count == 1)
        #expect(forest.answer(facts()).logOdds == 0.007)
    }

    @Test func theShippedTreesCameThroughWhole() {
        for script in RepairModel.Script.allCases {
            let forest = RepairModel.shipped.forest(script)
            #expect(forest.count == 51)
            #expect(Forest(text: Array(forest.text.utf8)).text == forest.text)
        }
    }

    @Test func treesLearnWhatNoSumOfFeaturesTells() {
        // A break where just one of two facts is large.
        let examples = (0..<400).map { number in
            let (spare, blanks) = (number % 2, number / 2 % 2)
            let values = Fact.allCases.map { $0 == .spare ? spare : $0 == .blanks ? blanks : 0 }
            // As many examples of each kind would leave the first question nothing to gain.
            return ForestTrainer.Example(facts: values, isBreak: spare != blanks)
        }
        let more = Array(examples.dropLast(50)) + examples.filter { $0.facts[Fact.spare.rawValue] == 1 }.prefix(30)
        let forest = ForestTrainer(trees: 40, leaves: 4).learn(more, names: Question.factNames)
        for (spare, blanks) in [(0, 0), (0, 1), (1, 0), (1, 1)] {
            #expect((forest.answer(facts(spare: spare, blanks: blanks)).logOdds > 1) == (spare != blanks), "\(spare) \(blanks)")
            #expect((forest.answer(facts(spare: spare, blanks: blanks)).logOdds < -1) == (spare == blanks), "\(spare) \(blanks)")
        }
    }

    @Test func nothingIsLearnedFromNothing() {
        #expect(ForestTrainer().learn([], names: Question.factNames).isEmpty)
    }

    @Test func questionsNameTheLinesOfTheSource() {
        let text = """
            The harbour board said on Tuesday that it
            would rebuild the quay in the east of town.
            The work begins in March and will go on
            for most of the year, the board said then.
            Ships will use the northern basin till May.

            """
        let found = Question.all(Article(text: text), model: .shipped)
        #expect(found.contains { $0.line == 2 && $0.next == 3 && $0.script == .letters })
        #expect(found.allSatisfy { $0.next == $0.line + 1 && $0.facts.count == Question.factNames.count })
    }

    @Test func whatTheTreesSayDecidesAndIsExplained() {
        let text = """
            The harbour board said on Tuesday that it
            would rebuild the quay in the east of town.
            The work begins in March and will go on
            for most of the year, the board said then.

            """
        let weights = RepairModel(text: RepairModel.shipped.text)
        for (tree, rule, words) in [
            ("sentences<=0 -9000 9000\n", "separate-block", "the paragraph would be longer than others here"),
            ("sentences<=0 9000 -9000\n", "join-wrapped-line", "the paragraph would be shorter than others here"),
        ] {
            let article = repaired(Article(text: text), weights.with(Forest(text: tree.utf8), for: .letters))
            #expect(article.history.contains { $0.rule == rule && $0.explanation.contains(words) }, "\(rule)")
            #expect(FoundBlocks(article).blocks.count == (rule == "separate-block" ? 2 : 1))
        }
        #expect(!repaired(Article(text: text), weights).history.contains { $0.explanation.contains("than others here") })
    }

    @Test func aStretchIsMeasuredBetweenBreaksThatAreSure() {
        let text = "One. Two.\nThree.\nFour.\nFive.\nSix.\n"
        let lines = ArticleLines(Array(text.utf8), Section.all(of: Array(text.utf8))[0], dropsFurniture: true, model: .shipped).lines
        // The break behind the second line is sure: before it stand three sentences, behind it three.
        var stretches: [Stretch] = []
        var indices: [Int] = []
        forEachStretch(lines, isSure: { $0 == 1 }, where: { _ in true }) { index, stretch in
            indices.append(index)
            stretches.append(stretch)
        }
        #expect(indices == [0, 1, 2, 3])
        #expect(stretches.map(\.linesBefore) == [1, 2, 1, 2])
        #expect(stretches.map(\.linesBehind) == [1, 3, 2, 1])
        let mean = Double(6 + 8) / 3
        #expect(stretches[0].sentences == 3 / mean)
        #expect(stretches[0].fewerSentences == 1 / mean)
        #expect(stretches[2].sentences == 3 / mean)
    }
}
