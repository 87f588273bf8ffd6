import LinecasterKit
import LinecasterLanguage
import Testing

@testable import ExtractStage

/// Finders look only where ``Beginnings`` sends them: it must leave out no place where they would find something.
@Suite struct BeginningsTests {
    private static let pieces = [
        "青浦区委书记徐建表示", "，", "。", "“", "”", "22岁的", "卜凡成", "四川队的单子豪", "上海", "位于", "的", "记者", "董事长", "欧阳修", "华为", "北京大学",
        "2023年11月30日", "昨天", "本世纪", "三千五百万元", "第三", "约", "近", "五年来", "半", "负", "￥", "10%", "12.5", "In 2024 ", "the ", "€5 ", "\n", "　",
        "３人", "今天", "说", "和", "吴女士", "教授", "、", "乡", "村", "é", "𠀀", "几", "每周一", "正月", "春节", "新华社", "一", "·", "(", "：", "师傅",
    ]

    @Test(arguments: UInt64(1)...40)
    func nothingBeginsElsewhere(seed: UInt64) {
        var state = seed &* 0x9E37_79B9_7F4A_7C15
        func next(_ bound: Int) -> Int {
            state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
            return Int(state >> 33) % bound
        }
        let text = Array((0..<60).map { _ in Self.pieces[next(Self.pieces.count)] }.joined().utf8)
        let block = 0..<text.count
        let beginnings = Beginnings(text, [block])
        let times = ChineseTimeReader(text: text, start: 0, limit: text.count, frame: TimeFrame())
        let quantities = ChineseQuantityReader(text: text, start: 0, limit: text.count)
        #expect(!beginnings.speech.contains(text.count))
        var offset = 0
        while offset < text.count {
            let scalar = text.scalar(at: offset)
            func ends(_ words: PhraseSet) -> Bool { words.match(in: text, endingAt: offset, from: 0) != nil }
            func begins(_ words: PhraseSet) -> Bool { words.match(in: text, at: offset, limit: text.count) != nil }
            let isClause = offset == 0 || Self.parts(text.scalar(before: offset)?.value ?? 0)
            if begins(Titles.introducing) || Surnames.match(in: text, at: offset, limit: text.count) != nil {
                #expect(beginnings.person.contains(offset))
            }
            if scalar.value >= 0x2E80, isClause || ends(PeopleFinder.descriptions) { #expect(beginnings.person.contains(offset)) }
            if characterClass(scalar.value) == .han, isClause || ends(Titles.chinese) { #expect(beginnings.speaker.contains(offset)) }
            if begins(SpeechVerbs.chinese) || begins(SpeechVerbs.chineseToSomebody) || begins(Titles.chinese) || begins(ChineseName.adverbs)
            {
                #expect(beginnings.speech.contains(offset))
            }
            if begins(Organizations.chineseNames) { #expect(beginnings.organization.contains(offset)) }
            if begins(Places.chinese) { #expect(beginnings.place.contains(offset)) }
            if characterClass(scalar.value) == .han, isClause || ends(ChineseNames.before) { #expect(beginnings.place.contains(offset)) }
            if times.mayBegin(at: scalar) { #expect(beginnings.time.contains(offset)) }
            if quantities.match(at: offset) != nil { #expect(beginnings.quantity.contains(offset)) }
            if scalar.value < 0x80, !isSpace(scalar.value) {
                #expect(beginnings.time.contains(offset) && beginnings.quantity.contains(offset))
            }
            offset = scalar.end
        }
    }

    private static func parts(_ value: UInt32) -> Bool {
        [.pause, .terminal, .closing, .opening, .space, .dash, .neutralQuote].contains(characterClass(value))
    }

    @Test func offsetsComeInOrder() {
        var set = OffsetSet(count: 300)
        let members = [0, 1, 63, 64, 130, 299]
        for member in members { set.insert(member) }
        for (start, limit) in (0..<300).flatMap({ start in [300, 299, 131, 64, start].map { (start, $0) } }) {
            #expect(set.next(from: start, to: limit) == members.first { $0 >= start && $0 < limit } ?? limit)
        }
    }
}
