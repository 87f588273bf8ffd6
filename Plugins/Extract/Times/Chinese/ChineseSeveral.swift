import LinecasterKit
import LinecasterLanguage

/// Lengths that nobody counted: `几天`, `几十年前`, `数月后`. TIMEX3 writes X for the number.
extension ChineseTimeReader {
    private static let codes: [TimeLength.Unit: String] = [
        .year: "PXY", .month: "PXM", .week: "PXW", .day: "PXD", .hour: "PTXH", .minute: "PTXM", .second: "PTXS",
    ]
    private static let monthAlone = PhraseSet("月")
    private static let noLengths = PhraseSet("级 代 生 周年 周岁 年级 号 刊 点 份 岁")

    func several(at offset: Int) -> TimeMatch? {
        guard offset < limit, case let first = text.scalar(at: offset),
            ChineseNumeral.isSeveral(first.value, in: text, at: offset, from: start)
        else { return nil }
        let number = ChineseNumeral.several(in: text, at: offset, from: start, limit: limit)?.end ?? first.end
        // 数月; 几月 asks.
        let isShu = first.value == 0x6570 || first.value == 0x6578
        let month = isShu ? Self.monthAlone.match(in: text, at: number, limit: limit).map { (value: TimeLength.Unit.month, end: $0) } : nil
        guard let unit = unit(at: number) ?? month, let code = Self.codes[unit.value],
            Self.noLengths.match(in: text, at: number, limit: limit) == nil,
            Self.noLengths.match(in: text, at: unit.end, limit: limit) == nil
        else { return nil }
        if let side = sideAlone(at: unit.end) {
            let vague = side.modifier == .before ? "PAST_REF" : "FUTURE_REF"
            return TimeMatch(end: side.end, value: TimeExpression(type: .datetime, timex: vague, anchor: frame.anchor))
        }
        let tail = Self.tails.match(in: text, at: unit.end, limit: limit).flatMap { endsPhrase($0) ? $0 : nil }
        return TimeMatch(end: tail ?? unit.end, value: TimeExpression(type: .duration, timex: code))
    }
}
