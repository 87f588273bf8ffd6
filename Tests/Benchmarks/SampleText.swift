import ArgumentParser
import Foundation

/// The languages that articles to measure with are made in.
enum SampleLanguage: String, ExpressibleByArgument {
    case chinese, english

    /// For each language that is wanted whether it is Chinese.
    static func isChinese(only language: SampleLanguage?) -> [Bool] { language.map { [$0 == .chinese] } ?? [true, false] }
}

/// Articles to measure with: made here, in columns, so that the benchmark needs no files.
enum SampleText {
    private static let phrases = [
        "码头上的旧轨道成了散步的小径", "枕木之间种上了芦苇", "县水文站去年换上了新的雷达水位计", "每五分钟上传一次数据", "预计国庆节前全部完工", "沿街的商户可以照常营业", "早晚各两班", "刮风下雨照开", "社区主任梁玉珍说",
        "园林局局长顾晓峰表示", "全年免费开放", "占地1200亩", "比去年同期增加两成", "一共62户人家", "6月1日起以新面貌向市民开放", "方案前后改了十一稿", "居民推着婴儿车来这里吹风", "最难的是让旧吊车重新站稳",
        "七个村的数据汇到一起", "算得比从前早了两个小时",
    ]

    private static let words = """
        the a of and to in was for on that with by at from had were which their would been council harbour river ferry bridge winter water \
        children visitors morning night workers school library theatre market railway quarter hundred thousand meeting decision questions \
        opened closed repaired painted promised expected reported considered finished remembered carried slowly yesterday together
        """.split(separator: " ").map(String.init)

    /// An article in narrow columns, indents lost.
    ///
    /// - Parameter bytes: About how long.
    static func article(bytes: Int, seed: Int, isChinese: Bool = true) -> String {
        var state = UInt64(truncatingIfNeeded: seed) &* 0x9E37_79B9_7F4A_7C15 &+ 1
        func next(_ count: Int) -> Int {
            state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
            return Int(state >> 33) % count
        }
        var lines = isChinese ? ["老码头变身滨江公园", "本报记者 周岚", ""] : ["Council keeps the last ferry", "By Anna Marlow", ""]
        var size = 0
        while size < bytes {
            let paragraph = isChinese ? chineseParagraph(next) : englishParagraph(next)
            lines += isChinese ? chineseLines(paragraph) : englishLines(paragraph)
            size += paragraph.utf8.count
            if next(6) == 0 { lines += ["", isChinese ? "旧物新用第\(next(90) + 10)段" : "Old and new, part \(next(90) + 10)", ""] }
        }
        return lines.joined(separator: "\n") + "\n"
    }

    private static func chineseParagraph(_ next: (Int) -> Int) -> String {
        var paragraph = ""
        for _ in 0..<(2 + next(4)) {
            let clauses = (0..<(2 + next(4))).map { _ in phrases[next(phrases.count)] }
            paragraph += clauses.joined(separator: "，") + "。"
        }
        return paragraph
    }

    private static func englishParagraph(_ next: (Int) -> Int) -> String {
        (0..<(2 + next(3))).map { _ in
            let sentence = (0..<(8 + next(16))).map { _ in words[next(words.count)] }.joined(separator: " ")
            return sentence.prefix(1).uppercased() + sentence.dropFirst() + "."
        }.joined(separator: " ")
    }

    /// Columns of nineteen characters, two less in first lines.
    private static func chineseLines(_ paragraph: String) -> [String] {
        var lines: [String] = []
        var rest = Array(paragraph)
        var width = 17
        while !rest.isEmpty {
            var count = min(width, rest.count)
            if count < rest.count, "，。".contains(rest[count]) { count += 1 }
            lines.append(String(rest[..<count]))
            rest.removeFirst(count)
            width = 19
        }
        return lines
    }

    /// Columns of forty-four letters, three less in first lines.
    private static func englishLines(_ paragraph: String) -> [String] {
        var lines: [String] = []
        var line = ""
        for word in paragraph.split(separator: " ") {
            if !line.isEmpty, line.utf8.count + 1 + word.utf8.count > (lines.isEmpty ? 41 : 44) {
                lines.append(line)
                line = ""
            }
            line += line.isEmpty ? String(word) : " \(word)"
        }
        return lines + [line]
    }
}

/// The middle of some numbers.
func median(_ values: [Double]) -> Double { values.sorted()[values.count / 2] }

func percentile(_ values: [Double], _ share: Double) -> Double { values.sorted()[min(values.count - 1, Int(Double(values.count) * share))] }

/// Milliseconds that something takes.
func milliseconds(_ body: () async throws -> Void) async rethrows -> Double {
    let start = ContinuousClock.now
    try await body()
    return milliseconds(ContinuousClock.now - start)
}

/// A duration in milliseconds.
func milliseconds(_ time: Duration) -> Double { Double(time.components.seconds) * 1000 + Double(time.components.attoseconds) / 1e15 }

/// A number for a table.
func rounded(_ value: Double) -> String { value >= 100 ? String(Int(value.rounded())) : String(format: "%.2f", value) }
