import Foundation

/// Articles to measure with: made here, in columns, so that the benchmark needs no files.
enum SampleText {
    private static let phrases = [
        "码头上的旧轨道成了散步的小径", "枕木之间种上了芦苇", "县水文站去年换上了新的雷达水位计", "每五分钟上传一次数据", "预计国庆节前全部完工", "沿街的商户可以照常营业", "早晚各两班", "刮风下雨照开", "社区主任梁玉珍说",
        "园林局局长顾晓峰表示", "全年免费开放", "占地1200亩", "比去年同期增加两成", "一共62户人家", "6月1日起以新面貌向市民开放", "方案前后改了十一稿", "居民推着婴儿车来这里吹风", "最难的是让旧吊车重新站稳",
        "七个村的数据汇到一起", "算得比从前早了两个小时",
    ]

    /// A Chinese article in columns of nineteen characters, indents lost.
    ///
    /// - Parameter bytes: About how long.
    static func article(bytes: Int, seed: Int) -> String {
        var state = UInt64(truncatingIfNeeded: seed) &* 0x9E37_79B9_7F4A_7C15 &+ 1
        func next(_ count: Int) -> Int {
            state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
            return Int(state >> 33) % count
        }
        var lines = ["老码头变身滨江公园", "本报记者 周岚", ""]
        var size = 0
        while size < bytes {
            var paragraph = ""
            for _ in 0..<(2 + next(4)) {
                let clauses = (0..<(2 + next(4))).map { _ in phrases[next(phrases.count)] }
                paragraph += clauses.joined(separator: "，") + "。"
            }
            var rest = Array(paragraph)
            var width = 17
            while !rest.isEmpty {
                var count = min(width, rest.count)
                if count < rest.count, "，。".contains(rest[count]) { count += 1 }
                lines.append(String(rest[..<count]))
                rest.removeFirst(count)
                width = 19
            }
            size += paragraph.utf8.count
            if next(6) == 0 { lines += ["", "旧物新用第\(next(90) + 10)段", ""] }
        }
        return lines.joined(separator: "\n") + "\n"
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
