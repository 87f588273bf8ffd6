import LinecasterKit
import LinecasterLanguage
import Testing

@Suite struct LanguageTests {
    @Test(arguments: [
        ("图书馆昨天起延长开放时间，读者可以预约座位，儿童阅览室也同时开放。", "zh-Hans"),
        ("圖書館昨天起延長開放時間，讀者可以預約座位，兒童閱覽室也同時開放。", "zh-Hant"),
        ("The library will stay open until ten in the evening, and readers can book a seat.", "en"),
        ("図書館は昨日から開館時間を延長し、読者は席を予約できます。", "ja"),
        ("도서관은 어제부터 개관 시간을 연장했다.", "ko"),
        ("12345 67890", "und"),
    ])
    func theLanguageIsFound(text: String, tag: String) {
        let bytes = Array(text.utf8)
        #expect(LanguageIdentifier().language(of: bytes, in: 0..<bytes.count).tag == tag)
    }

    @Test func aMarkAloneAtTheEndIsNoCredit() {
        let bytes = Array("第一行\n■".utf8)
        #expect(CreditLine.recognize(bytes, line: 10..<13) == nil)
        #expect(CreditLine.captionSigns(bytes, line: 10..<13) == [.mark, .beginning])
    }

    @Test(arguments: ["报", "天下", "ok"]) func aVeryShortTextIsNotSure(text: String) {
        let bytes = Array(text.utf8)
        #expect(LanguageIdentifier().language(of: bytes, in: 0..<bytes.count).confidence < 0.6)
    }

    @Test(arguments: [
        ("三千五百万", 35_000_000.0), ("1.2亿", 120_000_000), ("两百零三", 203), ("二〇二三", 2023), ("十五", 15), ("1,234,567", 1_234_567),
        ("3万5千", 35_000), ("九十二万四", 924_000), ("四千五百六十九万八千三百一十一亿", 4_569_831_100_000_000), ("十多万", 100_000),
        ("壹佰贰拾", 120), ("一万二千", 12_000), ("0.75", 0.75),
    ])
    func numbersAreRead(text: String, value: Double) throws {
        let bytes = Array(text.utf8)
        #expect(try #require(ChineseNumeral.match(in: bytes, at: 0, limit: bytes.count)).value == value)
    }

    @Test(arguments: [
        ("A3", PageFurniture.pageNumber), ("第3版", .pageNumber), ("Page 7", .pageNumber), ("- 12 -", .pageNumber), ("要闻 A3", .pageNumber),
        ("128", .pageNumber),
        ("江北日报 2024年6月3日 星期一 第5版", .runningHead), ("责任编辑：陈亮 美编：周岚", .runningHead),
        ("Harbour Gazette Monday, June 3, 2024 Page 4", .runningHead), ("TOWN & COUNTY     The Ashbourne Ledger     B4", .runningHead),
        ("江北日报", .nameAlone), ("Harbour Gazette", .nameAlone), ("2024年6月3日", .dateAlone),
        ("江北日报/2024年/6月/3日/第005版", .runningHead), ("《江北日报》（2024年6月3日第5版）", .runningHead),
        ("第A6版：要闻  2024年06月03日  星期一", .runningHead), ("A6  城事  2024.6.3 星期一  編輯 陳大文", .runningHead),
        ("民國一一三年六月三日　星期一　第五版", .runningHead), ("THE ASHFORD MERCURY.", .nameAlone), ("SATURDAY, MAY 9, 1885.", .dateAlone),
        ("要闻", .sectionAlone),
    ])
    func furnitureOfPagesIsRecognized(line: String, expected: PageFurniture) {
        let bytes = Array(line.utf8)
        #expect(PageFurniture.recognize(bytes, line: 0..<bytes.count) == expected)
    }

    @Test(arguments: [
        "江北日报社昨天搬家", "2024年6月3日，公园开放", "The Times They Were Changing", "1984", "第3版图书上市", "Post offices close",
        "https://example.org/news/7.", "Reid, J.      Oakfield United      B4", "Union Leader      Anna Marlow",
        "The Harbour Gazette.", "《江北日报》", "民国的老房子", "A6 高速公路今天通车",
    ])
    func textIsNotTakenForFurniture(line: String) {
        let bytes = Array(line.utf8)
        #expect(PageFurniture.recognize(bytes, line: 0..<bytes.count) == nil)
    }

    @Test(arguments: [
        "2024-06-03 08:15 来源：江北日报 作者：周岚", "发布时间：2024-06-03 08:15:33    来源：江北日报    点击：233", "2024年06月03日 记者 周岚",
        "Published June 4, 2024", "PUBLISHED: June 4, 2024 at 6:00 a.m. | UPDATED: June 4, 2024 at 9:12 a.m.", "4 June 2024 • 6:00am",
        "Updated 5:31 PM EDT, Tue June 4, 2024", "时间：2024-06-03 来源：江北日报",
        "2024-06-03 08:15 来源：江北日报 【字体：大 中 小】",
    ])
    func linesOfPublicationAreRecognized(line: String) {
        let bytes = Array(line.utf8)
        #expect(PublicationLine.isLine(bytes, line: bytes.indices))
    }

    @Test(arguments: [
        "时间：2024年6月3日 14:00", "时间：2024年6月3日 地点：市图书馆", "2024年6月3日", "June 4, 2024", "Published in 2024", "08:15 早间新闻",
        "2024年6月3日上午，公园开放。", "6:00am on June 4, 2024 the bridge was closed",
    ])
    func otherLinesWithDaysAreNotOfPublication(line: String) {
        let bytes = Array(line.utf8)
        #expect(!PublicationLine.isLine(bytes, line: bytes.indices))
    }

    @Test(arguments: [
        ("本报记者 周岚 通讯员 沈立", CreditLine.byline), ("■ 记者 周岚", .byline), ("By Anna Marlow", .byline), ("图为新开的公园。", .caption),
        ("▲孩子们在放风筝 新华社记者 周岚 摄", .caption), ("The pier at dawn. Photo: Ruth Hale", .caption), ("下转第3版", .jump), ("(Continued on A5)", .jump),
        ("See FLOOD WALL, Page 6", .jump), ("BUSES, from B1", .jump), ("From Page A1", .jump), ("See A12", .jump),
    ])
    func creditsAreRecognized(line: String, expected: CreditLine) {
        let bytes = Array(line.utf8)
        #expect(CreditLine.recognize(bytes, line: 0..<bytes.count) == expected)
    }

    @Test(arguments: [
        "记者从会上获悉，公园已经建成。", "By the end of the year the pier will open.", "图书馆开放了", "下转盘的工人",
        "See Table 3", "From 1990 to 2024", "Train 12 to LEEDS, platform 6", "晨报讯（记者 周岚 通讯员 沈立",
    ])
    func textIsNotTakenForACredit(line: String) {
        let bytes = Array(line.utf8)
        #expect(CreditLine.recognize(bytes, line: 0..<bytes.count) == nil)
    }
}
