import LinecasterLanguage
import Testing

@testable import RepairStage

/// Words at the edges of lines, by which verse is told.
@Suite struct EdgeWordTests {
    private func words(_ line: String) throws -> (first: EdgeWord, last: EdgeWord) {
        let text = Array(line.utf8)
        let line = try #require(readLines(text, in: text.indices).first)
        return (EdgeWord(firstOf: line, in: text), EdgeWord(lastOf: line, in: text))
    }

    @Test(arguments: [
        ("the nets came up as light as foam,", "and every man was thinking of home", false),
        ("the hold was cold and bare.", "no one there to care!", true),
        ("and he set out to sea", "how long the night would be;", false), ("some took the stones,", "some took the bone", true),
        ("He could not pay", "another day", true), ("all that is hers", "all that is HERS", false),
        ("a thing of stealth", "to drink his health --", true),
        ("they were walking", "we went fishing", false), ("they were walking", "and none was talking", true),
    ])
    func rhymesAreToldBySpelling(first: String, second: String, rhyme: Bool) throws {
        #expect(try words(first).last.rhymes(with: words(second).last) == rhyme)
        #expect(try words(second).last.rhymes(with: words(first).last) == rhyme)
    }

    @Test func numbersAndCutWordsDoNotRhyme() throws {
        #expect(try !words("look in Section 3.3,").last.rhymes(with: words("at the action").last))
        #expect(try !words("such are hierarchies,").last.rhymes(with: words("their institu-").last))
    }

    @Test func functionWordsAreToldAtBothEdges() throws {
        #expect(try words("said that the mayor of").last.leansForward)
        #expect(try !words("said that the mayor.").last.leansForward)
        #expect(try words("“When he came home").first.isFunctionWord)
        #expect(try !words("Extraordinarily").first.isFunctionWord)
    }

    /// Any bytes at all have edges.
    @Test(arguments: 0..<200) func anyLineIsRead(seed: UInt64) {
        var state = seed
        let text = (0..<40).map { _ -> UInt8 in
            state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
            return UInt8(truncatingIfNeeded: state >> 33)
        }
        let valid = Array(String(decoding: text, as: UTF8.self).utf8)
        for line in readLines(valid, in: valid.indices) {
            #expect(EdgeWord(firstOf: line, in: valid).isFunctionWord || !EdgeWord(lastOf: line, in: valid).rhymes(with: EdgeWord()))
        }
    }
}
