import LinecasterKit
import LinecasterLanguage

/// Finds times, dates and durations, with TIMEX3 values.
///
/// Source: TimeML Annotation Guidelines 1.2.1; ISO 8601 for the values.
struct TimeFinder {
    private let text: ArticleText
    private let date: ArticleDate?

    init(_ text: ArticleText, date: ArticleDate?) {
        self.text = text
        self.date = date
    }

    func find() -> [Annotation<TimeExpression>] {
        var result: [Annotation<TimeExpression>] = []
        for block in text.blocks {
            let limit = block.range.upperBound
            var offset = block.range.lowerBound
            while offset < limit {
                let scalar = text.utf8.scalar(at: offset)
                let found =
                    scalar.value < 0x80 && characterClass(scalar.value) == .letter
                    ? EnglishTimes(text.utf8, date).match(at: offset, from: block.range.lowerBound, limit: limit)
                    : ChineseTimes(text.utf8, date).match(at: offset, from: block.range.lowerBound, limit: limit)
                guard let found, found.end > offset else {
                    offset = scalar.end
                    continue
                }
                result.append(Annotation(TextRange(offset..<found.end), found.value))
                offset = found.end
            }
        }
        return result
    }
}

/// A time that was read, and where it ends.
struct TimeMatch {
    let end: Int
    let value: TimeExpression
}
