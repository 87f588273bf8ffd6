import Testing

@testable import linecaster_lab

@Suite struct RougeTests {
    @Test func wordsOfEnglishAndCharactersOfChinese() {
        #expect(Rouge.tokens("The 2 ferries, 大桥3座。") == ["the", "2", "ferries", "大", "桥", "3", "座"])
    }

    /// Worked by hand: 5 of 6 words are shared, 3 of 5 pairs, and `the cat on the mat` is the longest common subsequence.
    @Test func theCatOnTheMat() {
        let rouge = Rouge("the cat was on the mat", reference: "the cat sat on the mat")
        #expect(abs(rouge.one - 5.0 / 6) < 1e-9)
        #expect(abs(rouge.two - 3.0 / 5) < 1e-9)
        #expect(abs(rouge.longest - 5.0 / 6) < 1e-9)
    }

    @Test func theSameIsOneAndNothingIsZero() {
        #expect(Rouge("大桥通车", reference: "大桥通车").longest == 1)
        #expect(Rouge("", reference: "大桥通车").one == 0)
        #expect(Rouge("", reference: "").two == 0)
    }

    @Test func repeatedWordsCountAsOftenAsTheReferenceHasThem() {
        #expect(Rouge("a a a a", reference: "a b").one == 2.0 / 6)
    }

    @Test func redundancyIsWhatIsSaidAgain() {
        let score = SummaryScore(summary: "the bridge opened the bridge opened", article: "the bridge opened", reference: "x")
        #expect(abs(score.means[4] - (1 - 3.0 / 5)) < 1e-9)
    }
}
