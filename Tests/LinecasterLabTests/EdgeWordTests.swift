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

    /// Whatever the bytes, words are the same in capitals.
    @Test(arguments: 0..<200) func capitalsMakeNoOtherWords(seed: UInt64) {
        var numbers = SplitMix(state: seed)
        let alphabet = Array("aeothfnrsindg' \n\n.,-5é中".utf8) + [0xFF, 0x80]
        let bytes = (0..<120).map { _ in alphabet.randomElement(using: &numbers) ?? 0x20 }
        let small = Array(String(decoding: bytes, as: UTF8.self).utf8)
        let capital = small.map { $0 &- 0x61 < 26 ? $0 & 0xDF : $0 }
        let (lines, others) = (readLines(small, in: small.indices), readLines(capital, in: capital.indices))
        #expect(lines.map(\.range) == others.map(\.range))
        let ends = zip(lines, others).map { (EdgeWord(lastOf: $0, in: small), EdgeWord(lastOf: $1, in: capital)) }
        for (line, other) in zip(lines, others) {
            #expect(EdgeWord(firstOf: line, in: small).isFunctionWord == EdgeWord(firstOf: other, in: capital).isFunctionWord)
        }
        for (word, inCapitals) in ends {
            #expect(word.leansForward == inCapitals.leansForward)
            for (second, secondInCapitals) in ends { #expect(word.rhymes(with: second) == inCapitals.rhymes(with: secondInCapitals)) }
        }
    }
}
