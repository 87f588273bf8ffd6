import LinecasterKit
import LinecasterLanguage
import RepairStage
import Testing

@testable import linecaster_lab

@Suite struct TypesetterTests {
    private static let chinese = [
        "沉寂了二十多年的东岸老码头，6月1日起以滨江公园的新面貌向市民开放。公园沿江铺开近两公里，保留了三座旧吊车、一段铁轨和五间仓库，入口处的仓库改作了展厅。",
        "“我们没有拆掉任何一座有年头的房子，只是把墙面洗干净，把屋顶补结实。”设计团队负责人顾晓峰说，方案前后改了十一稿，最难的是让旧吊车重新站稳，又不让它看上去像新的。",
        "码头上的旧轨道成了散步的小径，枕木之间种上了芦苇。傍晚时分，附近的居民推着婴儿车来这里吹风，老人坐在系船的铁墩上下棋，孩子们数过江的船。",
        "县水文站去年换上了新的雷达水位计，每五分钟上传一次数据。站长乔伟民说，以前下大雨要派人摸黑去看水尺，来回一趟四十分钟，现在坐在屋里就能看到整条河的涨落。",
        "水位计只是第一步。今年3月，县里又在上游的七个村装了雨量筒，雨水从屋檐流进筒里，筒底的翻斗每翻一次就记下0.2毫米。七个村的数据汇到一起，洪峰到县城还要多久，算得比从前早了两个小时。",
        "城南旧书店的主人陶仲明今年七十一岁，开店四十三年，没有用过一天电脑。店里三万多册书，哪一本在哪一格，他都记在脑子里。上周，市图书馆的两名馆员带着扫描仪上门，想把他脑子里的目录搬到纸上。",
        "陶仲明起初不答应。后来他看见馆员把一本破了脊的县志补好，一声不响地放回原处，第二天就松了口。目录做完以后，读者在图书馆的网站上就能查到这家店里有什么书。",
        "第一趟夜班公交昨晚十一点从火车站开出，车上坐了九个人。司机说，以后每四十分钟一班，一直开到凌晨两点，票价不变，老人照样免费。",
    ]

    private static let english = [
        "The last ferry across the estuary will keep running for at least five more years, the county council decided on Thursday after a debate that went on until nearly midnight and filled the public gallery.",
        "The council had considered replacing the service with a bus over the new bridge upstream. But a survey of households found that nearly nine in ten crossed the water at least once a week, most of them before eight in the morning.",
        "For thirty years the telescope on the hill gathered dust. On clear nights this autumn it is open again, and the line of people waiting to look through it reaches down to the churchyard gate.",
        "Volunteers took the mirror to a workshop in the next town, where it was stripped and silvered again. The instrument maker rebuilt the drive without charge; the brass gears alone took him four months.",
        "Visitors are admitted in groups of twelve. Children go first, the teacher who started it all likes to say, because they are the ones who gasp, and because they have to be in bed before the moon is high.",
        "The mill closed in 1987 and stood empty for thirty years before the first painter moved in. Today there are forty studios, a bakery and a small cinema under its roof, and the river turns the old wheel again.",
    ]

    private func typesetter(isChinese: Bool) -> Typesetter {
        Typesetter(paragraphs: isChinese ? Self.chinese : Self.english, isChinese: isChinese)
    }

    private func squeezed(_ text: String) -> String { text.filter { !$0.isWhitespace && !"-\u{2010}\u{AD}".contains($0) } }

    @Test(arguments: 0..<60) func everyGoldBlockIsMadeOfItsLines(seed: Int) {
        let article = typesetter(isChinese: seed % 2 == 0).article(seed: seed)
        for block in article.blocks {
            let lines = block.lines.map { article.lines[$0 - 1] }.joined()
            #expect(squeezed(lines) == squeezed(block.text), "\(block.kind)")
        }
        let owned = article.blocks.flatMap(\.lines)
        #expect(Set(owned).count == owned.count)
        #expect(owned.count == article.lines.count { !$0.isEmpty })
    }

    @Test func theSameSeedGivesTheSameArticle() {
        #expect(typesetter(isChinese: true).article(seed: 5).text == typesetter(isChinese: true).article(seed: 5).text)
        #expect(typesetter(isChinese: true).article(seed: 5).text != typesetter(isChinese: true).article(seed: 6).text)
    }

    @Test(arguments: 0..<40) func noChineseLineBeginsWithAClosingMark(seed: Int) {
        let article = typesetter(isChinese: true).article(seed: seed)
        for block in article.blocks where block.kind == "paragraph" {
            for line in block.lines {
                let first = article.lines[line - 1].unicodeScalars.first { $0 != " " && $0 != "\u{3000}" }
                #expect(first.map { mayNotBeginLine($0.value) } == false, "\(article.lines[line - 1])")
            }
        }
    }

    /// Text that no weight was learned from comes out nearly whole.
    @Test(arguments: [(true, 0.96, 0.92), (false, 0.92, 0.82)])
    func repairPutsTypesetTextTogether(isChinese: Bool, breakF1: Double, exact: Double) {
        var score = BlockScore()
        for seed in 0..<80 {
            let gold = typesetter(isChinese: isChinese).article(seed: seed)
            score.add(repaired(Article(text: gold.text), .shipped), gold: gold)
        }
        #expect(score.breakF1 >= breakF1, "break F1 \(score.breakF1)")
        #expect(score.exactShare >= exact, "exact \(score.exactShare)")
    }

    /// Tables, lists, addresses, scores and programmes keep their lines.
    @Test(arguments: Listing.Kind.allCases, [true, false]) func listingsStayLines(kind: Listing.Kind, isChinese: Bool) {
        let paragraphs = isChinese ? Self.chinese : Self.english
        var generator = SeededGenerator(seed: 3)
        var lines = 0
        var joins = 0
        for _ in 0..<30 {
            let setter = ColumnSetter(layout: Layout(isChinese: isChinese, using: &generator))
            func paragraph(_ number: Int) -> [String] { setter.lines(paragraphs[number], isChinese: isChinese, using: &generator) }
            let piece = Listing(kind, isChinese: isChinese, paragraphs: paragraphs, using: &generator).lines
            lines += piece.count - 1
            joins += joinedLines(of: piece, between: paragraph(0), and: paragraph(1)).count
        }
        #expect(lines > 60)
        #expect(joins * 100 <= lines, "\(joins) of \(lines) boundaries joined")
    }

    @Test func theModelIsReadAsItIsWritten() {
        let again = RepairModel(text: RepairModel.shipped.text)
        for name in RepairModel.names {
            for script in RepairModel.Script.allCases {
                #expect(abs(again[name, script] - RepairModel.shipped[name, script]) < 0.001, "\(name)")
            }
        }
        #expect(RepairModel.shipped["endsInPause", .ideographs] < -2)
    }
}
