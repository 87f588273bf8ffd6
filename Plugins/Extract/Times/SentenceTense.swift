import LinecasterKit
import LinecasterLanguage

/// Which of two days a day of the week is, when its sentence tells that it has been or is to come: `voted on Thursday`,
/// `will be held on Friday`, `周三表示`, `预计周五登陆`; and of which year a month is, `was locked in February`. The nearest, where it
/// tells nothing.
struct SentenceTense {
    private let text: [UInt8]
    private let today: CivilDay

    /// - Returns: nil where the article's day is not known.
    init?(_ text: [UInt8], _ frame: TimeFrame) {
        guard let today = frame.today else { return nil }
        self.text = text
        self.today = today
    }

    enum Tense { case past, future }

    /// A time moved by a week where it is a day of the week on the wrong side of the article's day.
    func placed(_ time: TimeExpression, _ range: Range<Int>, in block: Range<Int>) -> TimeExpression {
        if let month = month(of: time) { return placed(time, month, range, in: block) }
        guard time.timex.hasPrefix("XXXX-WXX-"), time.modifier == nil, let value = time.value, time.from == nil, time.to == nil,
            let day = ArticleDate.frame(String(value.prefix(10)))?.today, (1...3).contains(abs(day.number - today.number)),
            // Friday 14th: the day of the month decides.
            value.utf8.count > 10 || !text[range].contains(where: { $0 &- 0x30 < 10 })
        else { return time }
        let isLatin = text[range.lowerBound] < 0x80
        guard let tense = isLatin ? english(range, in: block) : chinese(range, in: block) else { return time }
        let shift = tense == .past && day > today ? -7 : tense == .future && day < today ? 7 : 0
        guard shift != 0 else { return time }
        var moved = time
        moved.value = (day + shift).iso + value.dropFirst(10)
        return moved
    }

    // MARK: Months

    /// Year and month where the text tells the month, perhaps with its day, alone.
    private func month(of time: TimeExpression) -> (year: Int, month: Int)? {
        guard [7, 10].contains(time.timex.utf8.count), time.timex.hasPrefix("XXXX-"), !time.timex.hasPrefix("XXXX-W"),
            time.modifier.map({ ["START", "MID", "END"].contains($0) }) ?? true,
            let value = time.value,
            value.utf8.count == time.timex.utf8.count, let year = Int(value.prefix(4)), let month = Int(value.dropFirst(5).prefix(2))
        else { return nil }
        return (year, month)
    }

    private static let ahead = PhraseSet("the until till by through next coming starting beginning before from since for to and between")

    /// A month moved by a year where it is on the wrong side of the article's.
    private func placed(_ time: TimeExpression, _ month: (year: Int, month: Int), _ range: Range<Int>, in block: Range<Int>)
        -> TimeExpression
    {
        let distance = month.year * 12 + month.month - today.year * 12 - today.month
        let isLatin = !text.holdsIdeographs(range)
        guard distance != 0, isLatin || distance < 0,
            !isLatin || wordBefore(range.lowerBound, from: block.lowerBound).map({ !Self.ahead.contains(text, $0) }) ?? true,
            let tense = isLatin ? english(range, in: block) : chinese(range, in: block)
        else { return time }
        let shift = tense == .past && distance > 0 ? -1 : tense == .future && distance < 0 ? 1 : 0
        guard shift != 0 else { return time }
        var moved = time
        moved.value = time.value.map { padded(month.year + shift, 4) + $0.dropFirst(4) }
        moved.from = time.from.flatMap { inYear($0, shift) }
        moved.to = time.to.flatMap { inYear($0, shift) }
        return moved
    }

    /// A day that begins with its year, so many years later.
    private func inYear(_ day: String, _ shift: Int) -> String? {
        Int(day.prefix(4)).map { padded($0 + shift, 4) + day.dropFirst(4) }
    }

    // MARK: English

    private static let coming = PhraseSet(
        """
        will shall would ll may might could should must plans plan expects expect hopes hope intends intend aims scheduled expected planned due slated \
        opens reopens begins starts ends meets votes closes returns launches airs arrives upcoming takes goes comes expires
        """
    )
    private static let past = PhraseSet(
        """
        was were had did said told got went came took made gave held met left lost won found began became broke brought built bought caught chose drew \
        drove fell fled flew fought grew heard hit kept killed knew laid led paid put ran read rose saw sent set shot showed sold spent spoke spread \
        stole stood struck swore taught thought threw wore wrote beat cut died
        """
    )
    private static let noPasts = PhraseSet(
        "need needs seed feed speed indeed hundred breed shed embed exceed proceed succeed red bed ahead"
    )
    static let helpers = PhraseSet("will shall would to be may might could should must can is are")

    /// The nearest verb before it in its sentence; else the first behind it.
    private func english(_ range: Range<Int>, in block: Range<Int>) -> Tense? {
        var words: [Range<Int>] = []
        var place = range.lowerBound
        while words.count < 14, let word = wordBefore(place, from: block.lowerBound) {
            words.append(word)
            place = word.lowerBound
        }
        for (index, word) in words.enumerated() {
            guard let tense = tense(word) else { continue }
            // will be held, to be voted on
            let before = words[(index + 1)..<min(words.count, index + 4)]
            return before.contains { Self.helpers.contains(text, $0) } ? .future : tense
        }
        place = range.upperBound
        for _ in 0..<9 {
            guard let word = wordAfter(place, to: block.upperBound) else { return nil }
            if let tense = tense(word) { return tense }
            place = word.upperBound
        }
        return nil
    }

    private func tense(_ word: Range<Int>) -> Tense? { Self.tense(of: word, in: text) }

    /// What a verb's form tells.
    static func tense(of word: Range<Int>, in text: [UInt8]) -> Tense? {
        if Self.coming.contains(text, word) { return .future }
        if Self.past.contains(text, word) { return .past }
        let endsInED = word.count >= 4 && text[word.upperBound - 1] == UInt8(ascii: "d") && text[word.upperBound - 2] == UInt8(ascii: "e")
        return endsInED && text[word.lowerBound] &- 0x61 < 26 && !Self.noPasts.contains(text, word) ? .past : nil
    }

    private func isLetter(_ offset: Int) -> Bool { (text[offset] | 0x20) &- 0x61 < 26 }

    /// The word before an offset, with nothing but white space, commas and quotation marks between.
    private func wordBefore(_ offset: Int, from start: Int) -> Range<Int>? {
        var end = offset
        while end > start, !isLetter(end - 1) {
            guard isWithinSentence(text[end - 1]) else { return nil }
            end -= 1
        }
        var begin = end
        while begin > start, isLetter(begin - 1) { begin -= 1 }
        return begin < end ? begin..<end : nil
    }

    private func wordAfter(_ offset: Int, to limit: Int) -> Range<Int>? {
        var begin = offset
        while begin < limit, !isLetter(begin) {
            guard isWithinSentence(text[begin]) else { return nil }
            begin += 1
        }
        var end = begin
        while end < limit, isLetter(end) { end += 1 }
        return begin < end ? begin..<end : nil
    }

    private func isWithinSentence(_ byte: UInt8) -> Bool {
        ![UInt8(ascii: "."), UInt8(ascii: ";"), UInt8(ascii: "!"), UInt8(ascii: "?"), UInt8(ascii: ":")].contains(byte)
    }

    // MARK: Chinese

    private static let toCome = PhraseSet("将 將 预计 預計 即将 即將 定于 定於 有望 拟于 计划于")
    private static let longest = 60

    /// A verb of speech behind it in its clause; or what tells that it is to come, in the same clause.
    private func chinese(_ range: Range<Int>, in block: Range<Int>) -> Tense? {
        var start = range.lowerBound
        while let before = text.scalar(before: start, from: max(block.lowerBound, range.lowerBound - Self.longest)), isInClause(before) {
            start = before.offset
            if Self.toCome.match(in: text, at: start, limit: range.lowerBound) != nil { return .future }
        }
        var offset = range.upperBound
        while offset < min(block.upperBound, range.upperBound + Self.longest), case let scalar = text.scalar(at: offset), isInClause(scalar)
        {
            if Self.toCome.match(in: text, at: offset, limit: block.upperBound) != nil { return .future }
            if SpeechVerbs.chinese.match(in: text, at: offset, limit: block.upperBound).map({ $0 - offset >= 6 }) == true { return .past }
            offset = scalar.end
        }
        return nil
    }

    private func isInClause(_ scalar: LocatedScalar) -> Bool {
        switch characterClass(scalar.value) {
        case .pause, .terminal: scalar.value == 0x3001
        default: true
        }
    }
}
