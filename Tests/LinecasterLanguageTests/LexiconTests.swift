import Testing

@testable import LinecasterLanguage

@Suite struct LexiconTests {
    private let words = [
        LexiconWord("中国", frequency: 100, flags: .place), LexiconWord("中国人", frequency: 20), LexiconWord("国人", frequency: 5),
        LexiconWord("人", frequency: 200), LexiconWord("word", frequency: 7, flags: .letters), LexiconWord("发现", frequency: 9),
    ]
    private let forms: [UInt32: UInt32] = [0x570B: 0x56FD, 0x767C: 0x53D1, 0x73FE: 0x73B0]

    @Test func everyWordIsFoundAndNothingElse() {
        let lexicon = Lexicon.compile(words, forms: forms)
        for word in words { #expect(lexicon[word.text]?.length == word.text.unicodeScalars.count) }
        for other in ["中", "国", "中国人民", "wor", "words", "", "？", "\u{10FFFF}"] { #expect(lexicon[other] == nil) }
        #expect(lexicon["中国"]?.flags == .place)
    }

    @Test func otherFormsOfCharactersAreTheSameWord() {
        let lexicon = Lexicon.compile(words, forms: forms)
        #expect(lexicon["中國"]?.flags == .place)
        #expect(lexicon["發現"] != nil)
        #expect(lexicon["WORD"] != nil)
        #expect(lexicon["ｗｏｒｄ"] != nil)
    }

    @Test func aFlagIsAddedAndAllElseStays() throws {
        let lexicon = Lexicon.compile(words, forms: forms)
        let file = Lexicon.file(words, forms: forms)
        let marked = lexicon.file(file, adding: .smallLetters, to: ["word", "中国", "absent", "wor", ""])
        #expect(zip(file, marked).count { $0 != $1 } == 2)
        let again = try Lexicon(MappedBytes(copying: marked), path: "marked")
        #expect(again["word"]?.flags == [.letters, .smallLetters] && again["中国"]?.flags == [.place, .smallLetters])
        #expect(again["国人"]?.flags == lexicon["国人"]?.flags && again["word"]?.cost == lexicon["word"]?.cost)
    }

    @Test func wordsOfSmallLettersAreKnownFromNames() {
        let lexicon = Lexicon.standard
        for word in ["statistics", "house", "park"] { #expect(lexicon[word]?.flags.contains(.smallLetters) == true, "\(word)") }
        for name in ["linda", "norwich"] { #expect(lexicon[name]?.flags.contains(.smallLetters) != true, "\(name)") }
    }

    @Test func aRarerWordCostsMore() throws {
        let lexicon = Lexicon.compile(words, forms: forms)
        #expect(try #require(lexicon["国人"]).cost > #require(lexicon["中国"]).cost)
    }

    /// The trie against a dictionary, over random words of few characters, which share most of their ways.
    @Test(arguments: 1...20) func randomWordsAreFoundAsInADictionary(seed: Int) {
        var numbers = SplitMix(state: UInt64(seed))
        func randomWord() -> String {
            (0..<Int.random(in: 1...6, using: &numbers)).map { _ in ["天", "地", "人", "a", "b"].randomElement(using: &numbers) ?? "天" }
                .joined()
        }
        let known = Set((0..<200).map { _ in randomWord() })
        let lexicon = Lexicon.compile(known.map { LexiconWord($0, frequency: 1) }, forms: [:])
        #expect(lexicon.count == known.count)
        for word in known { #expect(lexicon[word] != nil) }
        for _ in 0..<500 {
            let word = randomWord()
            #expect((lexicon[word] != nil) == known.contains(word))
        }
    }

    @Test func aDamagedFileIsRefused() {
        let file = Lexicon.file(words, forms: forms)
        #expect(throws: LanguageDataError.self) { try Lexicon(MappedBytes(copying: Array(file.dropLast(9))), path: "x") }
        #expect(throws: LanguageDataError.self) { try Lexicon(MappedBytes(copying: Array("no lexicon at all".utf8)), path: "x") }
        #expect(throws: LanguageDataError.self) { try Lexicon(path: "/nowhere/lexicon.bin") }
    }

    @Test func theBuiltInLexiconKnowsBothLanguages() {
        #expect(Lexicon.standard.count > 400_000)
        #expect(Lexicon.standard["人民"] != nil)
        #expect(Lexicon.standard["圖書館"] != nil)
        #expect(Lexicon.standard["newspaper"]?.flags.contains(.letters) == true)
        #expect(Lexicon.standard["上海"]?.flags.contains(.place) == true)
        #expect(Lexicon.standard["书记"]?.flags.contains(.title) == true)
    }
}
