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
                let found = match(scalar, from: block.range.lowerBound, limit: limit)
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

extension TimeFinder {
    private func match(_ scalar: LocatedScalar, from start: Int, limit: Int) -> TimeMatch? {
        if characterClass(scalar.value) == .letter {
            return scalar.value < 0x80 ? EnglishTimes(text.utf8, date).match(at: scalar.offset, from: start, limit: limit) : nil
        }
        guard ChineseTimes.beginnings.contains(scalar.value) else { return nil }
        return ChineseTimes(text.utf8, date).match(at: scalar.offset, from: start, limit: limit)
    }
}

/// A time that was read, and where it ends.
struct TimeMatch {
    let end: Int
    let value: TimeExpression
}
