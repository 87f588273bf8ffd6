import LinecasterKit

/// The day that relative times of an article refer to.
struct ArticleDate {
    let year: Int
    let month: Int
    let day: Int

    /// The date that came with the article; nil when none did.
    init?(_ article: Article) {
        guard let text = article.metadata["date"] else { return nil }
        let parts = text.prefix(10).split(separator: "-").compactMap { Int($0) }
        guard parts.count == 3, (1...12).contains(parts[1]), (1...31).contains(parts[2]) else { return nil }
        (year, month, day) = (parts[0], parts[1], parts[2])
    }

    private init(dayNumber: Int) {
        // Source: H. Fliegel and T. van Flandern, A machine algorithm for processing calendar dates, CACM 1968.
        var l = dayNumber + 68569
        let n = 4 * l / 146097
        l -= (146097 * n + 3) / 4
        let i = 4000 * (l + 1) / 1461001
        l -= 1461 * i / 4 - 31
        let j = 80 * l / 2447
        day = l - 2447 * j / 80
        month = j + 2 - 12 * (j / 11)
        year = 100 * (n - 49) + i + j / 11
    }

    private var dayNumber: Int {
        let a = (month - 14) / 12
        return 1461 * (year + 4800 + a) / 4 + 367 * (month - 2 - 12 * a) / 12 - 3 * ((year + 4900 + a) / 100) / 4 + day - 32075
    }

    func adding(days: Int) -> ArticleDate { ArticleDate(dayNumber: dayNumber + days) }

    func adding(months: Int) -> (year: Int, month: Int) {
        let index = year * 12 + month - 1 + months
        return (index / 12, index % 12 + 1)
    }

    /// Monday is 1.
    var weekday: Int { dayNumber % 7 + 1 }

    var iso: String { "\(padded(year, 4))-\(padded(month, 2))-\(padded(day, 2))" }
}

/// A number with leading zeros.
func padded(_ number: Int, _ width: Int) -> String {
    let digits = String(number)
    return String(repeating: "0", count: max(0, width - digits.count)) + digits
}
