import LinecasterLanguage
import Testing

@Suite struct WordTests {
    private func words(_ text: String, _ tagger: SequenceTagger = .words) -> [String] {
        let bytes = Array(text.utf8)
        var reader = WordReader(tagger: tagger)
        return reader.words(in: bytes, range: 0..<bytes.count).map { String(decoding: bytes[$0], as: UTF8.self) }
    }

    private func reading(_ text: String) -> (words: [String], names: [String]) {
        let bytes = Array(text.utf8)
        var reader = NameReader(words: .words, classes: .classes, names: .names)
        let reading = reader.read(bytes, range: 0..<bytes.count)
        return (
            reading.words.map { String(decoding: bytes[$0], as: UTF8.self) },
            reading.names.map { $0.kind.rawValue + ":" + String(decoding: bytes[$0.range], as: UTF8.self) }
        )
    }

    @Test func simplifiedAndTraditionalTextHaveTheSameWords() {
        #expect(words("市图书馆昨天开始延长开放时间。") == ["市", "图书馆", "昨天", "开始", "延长", "开放", "时间", "。"])
        #expect(words("市圖書館昨天開始延長開放時間。") == ["市", "圖書館", "昨天", "開始", "延長", "開放", "時間", "。"])
    }

    @Test func finerWordsPartSuffixes() {
        #expect(words("引起的加速度不同", .finerWords).count > words("引起的加速度不同").count)
    }

    @Test func namesAndDatesAreWholeWords() {
        let found = reading("1995年10月，国务院总理李鹏在北京会见了美国总统克林顿。")
        #expect(found.names == ["ORG:国务院", "PER:李鹏", "LOC:北京", "LOC:美国", "PER:克林顿"])
        #expect(found.words.first == "1995年10月")
        #expect(found.words.contains("克林顿"))
    }

    /// Whatever the bytes, words hold each of them once, in order.
    @Test(arguments: 1...40) func wordsCoverAnyBytes(seed: Int) {
        var numbers = SplitMix(state: UInt64(seed))
        let alphabet: [UInt8] = Array("中国人民，。a1 \n".utf8) + [0xFF, 0x80, 0xC3, 0xF0, 0x00]
        let bytes = (0..<(seed * 7)).map { _ in alphabet.randomElement(using: &numbers) ?? 0 }
        var reader = NameReader(words: .words, classes: .classes, names: .names)
        let reading = reader.read(bytes, range: 0..<bytes.count)
        #expect(reading.words.first?.lowerBound ?? 0 == 0)
        #expect(reading.words.last?.upperBound ?? bytes.count == bytes.count)
        #expect(zip(reading.words, reading.words.dropFirst()).allSatisfy { $0.upperBound == $1.lowerBound })
        #expect(reading.names.allSatisfy { reading.words.contains($0.range) })
    }

    /// A long text is read passage by passage, and comes out as its pieces do.
    @Test(arguments: ["市图书馆昨天开放。", "市图书馆昨天开放", "a", "\n"]) func aLongTextIsReadAsItsPieces(piece: String) {
        let bytes = Array(String(repeating: piece, count: 40_000 / piece.utf8.count).utf8)
        var reader = NameReader(words: .words, classes: .classes, names: .names)
        let reading = reader.read(bytes, range: 0..<bytes.count)
        #expect(reading.words.first?.lowerBound == 0)
        #expect(reading.words.last?.upperBound == bytes.count)
        #expect(zip(reading.words, reading.words.dropFirst()).allSatisfy { $0.upperBound == $1.lowerBound })
        if piece.hasSuffix("。") {
            #expect(reading.words.count { String(decoding: bytes[$0], as: UTF8.self) == "图书馆" } == 40_000 / piece.utf8.count)
        }
    }

    @Test func emptyTextHasNoWords() {
        #expect(words("") == [])
        #expect(reading("").names == [])
    }
}
