@testable import LinecasterLanguage
import Testing

@Suite struct MatchingTests {
    @Test func aRareByteIsFound() {
        let text = Array("报纸 a\nb".utf8)
        #expect(text.firstIndex(of: 0x20, from: 0) == 6)
        #expect(text.firstIndex(of: 0x20, from: 7) == nil)
        #expect(text.firstIndex(of: 0x0A, from: 0, to: 8) == nil)
        #expect(text.firstIndex(of: 0x20, from: 40) == nil)
    }

    @Test func aCharacterIsFoundAmongOthersThatEndAlike() {
        // 〈 and 戈 end in the same byte.
        let text = Array("戈戈〈戈".utf8)
        #expect(text.firstIndex(of: "〈", from: 0) == 6)
        #expect(text.firstIndex(of: "〈", from: 7) == nil)
        #expect([UInt8]().firstIndex(of: "〈", from: 0) == nil)
    }

    @Test(arguments: 0..<24) func theFirstByteOfASCIIIsFound(count: Int) {
        let text = Array((String(repeating: "报", count: count) + "a报").utf8)
        #expect(text.firstASCII(from: 0) == count * 3)
        #expect(Array(String(repeating: "报", count: count).utf8).firstASCII(from: 0) == count * 3)
    }

    @Test(arguments: UInt8.min...UInt8.max) func theFirstDigitIsFound(byte: UInt8) {
        let isDigit = UInt8(ascii: "0")...UInt8(ascii: "9") ~= byte
        for count in 0..<20 {
            let text = [UInt8](repeating: UInt8(ascii: "/"), count: count) + [byte, UInt8(ascii: ":"), UInt8(ascii: "7")]
            #expect(text.firstDigit(from: 0) == (isDigit ? count : count + 2))
            #expect(text.firstDigit(from: count + 3) == count + 3)
        }
    }

    @Test(arguments: 0..<24) func theFirstByteOfAnotherCharacterIsFound(count: Int) {
        let text = Array((String(repeating: "a", count: count) + "报a").utf8)
        #expect(text.firstNonASCII(from: 0) == count)
        #expect(Array(String(repeating: "a", count: count).utf8).firstNonASCII(from: 0) == count)
    }

    @Test func theLongestPhraseIsFoundAtEitherEnd() {
        let phrases = PhraseSet("记者 本报记者 报")
        let text = Array("本报记者周岚，新华社记者".utf8)
        #expect(phrases.match(in: text, at: 0, limit: text.count) == 12)
        #expect(phrases.match(in: text, at: 0, limit: 9) == nil)
        #expect(phrases.match(in: text, endingAt: text.count, from: 0) == text.count - 6)
        #expect(phrases.contains(text, 3..<6))
        #expect(!phrases.contains(text, 0..<6))
        #expect(Set(phrases.words) == ["记者", "本报记者", "报"] && !phrases.isEmpty && PhraseSet("").isEmpty)
    }

    /// Against a search that tries every word at every place, in text of scalars of all lengths and of broken bytes.
    @Test func phrasesAreFoundWhereATrialOfAllFindsThem() {
        let pieces = ["a", "b", "ab", "é", "中", "文", "丁", "市", "𠮷", "𡈽", " "].map { Array($0.utf8) } + [[0xE4], [0x80], [0xF0, 0xA0]]
        for _ in 0..<200 {
            let words = (0..<12).map { _ in (0..<Int.random(in: 1...4)).flatMap { _ in pieces[..<10].randomElement() ?? [] } }
            let phrases = PhraseSet(words: words.map { String(decoding: $0, as: UTF8.self) })
            let text = (0..<40).flatMap { _ in pieces.randomElement() ?? [] }
            let limit = Int.random(in: text.count / 2...text.count)
            for offset in 0..<limit where text[offset] & 0xC0 != 0x80 {
                let found = words.filter { text[offset..<limit].starts(with: $0) }.map(\.count).max()
                #expect(phrases.match(in: text, at: offset, limit: limit) == found.map { offset + $0 }, "\(text) \(offset) \(words)")
                let before = words.filter { text[..<offset].reversed().starts(with: $0.reversed()) }.map(\.count).max()
                #expect(phrases.match(in: text, endingAt: offset, from: 0) == before.map { offset - $0 }, "\(text) \(offset) \(words)")
                for word in words where text[offset..<limit].starts(with: word) {
                    #expect(phrases.contains(text, offset..<offset + word.count))
                }
            }
        }
    }

    /// Scalars of one, two, three and four bytes, on both sides of every page's edge.
    @Test func setsOfScalarsHoldWhatTheyWereMadeOf() {
        var generator = SystemRandomNumberGenerator()
        let edges: [UInt32] = [0, 0x3F, 0x40, 0xFF, 0x100, 0x2FFF, 0x3000, 0x4E00, 0x9FFF, 0xFFFD, 0x10000, 0x20000, 0x2A6DF, 0x10FFFF]
        for size in [0, 1, 5, 200] {
            let values = edges.shuffled().prefix(size) + (0..<size).map { _ in UInt32.random(in: 0x4E00...0x5FFF, using: &generator) }
            let set = ScalarSet(values + values.prefix(3))
            let sorted = Set(values).sorted()
            #expect(set.count == sorted.count)
            for (rank, value) in sorted.enumerated() { #expect(set.contains(value) && set.rank(of: value) == rank) }
            for other in edges + [0x4E01, 0x6000] where !sorted.contains(other) {
                #expect(!set.contains(other) && set.rank(of: other) == nil)
            }
        }
    }

    @Test func aSetMayHoldAWholePlane() {
        let set = ScalarSet(0..<0x10000)
        #expect(set.count == 0x10000 && set.rank(of: 0xFFFF) == 0xFFFF && !set.contains(0x10000))
    }

    @Test func wordsBeginWithScalarsOfAllLengths() {
        let words = ["a", "ab", "é", "中", "中文", "𠮷", "𠮷野家", "𡈽"]
        let phrases = PhraseSet(words: words + ["ab", ""])
        for word in words {
            let text = Array(("x" + word + "x").utf8)
            #expect(phrases.match(in: text, at: 1, limit: text.count) == text.count - 1, "\(word)")
            #expect(phrases.match(in: text, endingAt: text.count - 1, from: 0) == 1, "\(word)")
        }
        #expect(phrases.words.count == words.count)
    }

    @Test(arguments: [
        ("1.第一", "2.第二", true), ("（一）甲", "（二）乙", true), ("1.甲", "3.丙", false), ("1.甲", "（2）乙", false), ("• a", "• b", true),
        ("■甲", "■乙", true), ("① a", "② b", true),
    ])
    func anItemIsFollowedByTheNext(line: String, next: String, follows: Bool) throws {
        func mark(_ text: String) -> Enumerator.Mark? {
            let bytes = Array(text.utf8)
            return Enumerator.mark(in: bytes, line: 0..<bytes.count)
        }
        #expect(try #require(mark(line)).isFollowed(by: #require(mark(next))) == follows)
    }

    @Test(arguments: [
        ("Mr.", "Whitfield", true), ("pp.", "12", true), ("pp.", "and", false), ("Anna J.", "Marlow", true), ("in A.", "Nobody", false),
    ])
    func aTitleOrInitialStandsBeforeAName(line: String, next: String, stands: Bool) {
        let text = Array("\(line)\n\(next)".utf8)
        #expect(Abbreviations.standsBeforeName(stop: line.utf8.count, next: line.utf8.count + 1, in: text) == stands)
    }
}
