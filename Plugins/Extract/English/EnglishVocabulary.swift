/// What an English token is to times and numbers.
enum EnglishTerm: Equatable {
    case other
    case digits
    /// A mark, by its ASCII byte; dashes and apostrophes of all kinds as `-` and `'`.
    case mark(UInt8)
    /// One to nineteen.
    case small(Int)
    /// Twenty, thirty, to ninety.
    case tens(Int)
    /// Hundred, thousand, million, …
    case scale(Double)
    /// First to nineteenth, twentieth to ninetieth, and the ordinals of scales.
    case ordinal(Int)
    /// Thirds, fifths, hundredths.
    case fractions(Int)
    case month(Int)
    case weekday(Int)
    /// Mondays.
    case weekdays(Int)
    case unit(TimeLength.Unit)
    /// Units in the plural.
    case units(TimeLength.Unit)
    case part(DayPart)
    case parts(DayPart)
    case season(Season)
    /// Daily, weekly, …
    case often(Recurrence)
    /// The first word of a festival's name.
    case festival
    case word(EnglishWord)

    func isMark(_ mark: Unicode.Scalar) -> Bool {
        if case .mark(let byte) = self { return UInt32(byte) == mark.value }
        return false
    }
}

/// What may begin with a word or symbol, so that most words are done with at one look.
struct EnglishOpenings: OptionSet {
    let rawValue: UInt8

    /// A sum of money or a share, before its number: `US$`, `minus`, `percent of`.
    static let amount = Self(rawValue: 1)
    /// A festival's name.
    static let festival = Self(rawValue: 2)
}

/// A season, by its code in TIMEX3.
enum Season: String { case spring = "SP", summer = "SU", autumn = "FA", winter = "WI" }

/// What adverbs such as `weekly` say of how often something comes, in TIMEX3.
enum Recurrence: String {
    case hourly = "PT1H", daily = "P1D", nightly = "TNI", weekly = "P1W", fortnightly = "P2W", monthly = "P1M", bimonthly = "P2M"
    case quarterly = "P3M", semiannual = "P0.5Y", yearly = "P1Y", biennial = "P2Y"

    /// What `semi-` makes of it.
    var half: Self { self == .yearly ? .semiannual : self }

    /// What `bi-` makes of it.
    var double: Self {
        switch self {
        case .weekly: .fortnightly
        case .yearly: .biennial
        default: self
        }
    }
}

/// Words that times are built with.
enum EnglishWord: String, CaseIterable {
    case a, an, the, of, and, or, to, from, between, till, until, through, thru, `in`, on, at, by, around, about, approximately, roughly,
        circa
    case before, after, since, than, later, earlier, greater, more, less, least, early, late, mid, middle, beginning, start, starting,
        commencing, end
    case next, last, past, previous, this, that, coming, upcoming, following, current, same, every, each, other, all, any, once, twice,
        another
    case now, right, present, moment, date, time, today, tonight, yesterday, tomorrow, ago, hence, within, during, over, `as`, `for`, with,
        no
    case noon, midday, midnight, half, oclock, am, pm, couple, few, several, someOf = "some", many, weekend, weekends, workweek, weekday,
        rest, remaining, remainder
    case st, nd, rd, th, s, p, m, q, h, w, c, wc, fy, cy, sy, fiscal, calendar, school, ish, noonish, eod, eom, eoy, cob, everyday,
        business, working, per, upto, point, out, ad, bc, but, not, sometime, o, clock, semi, bi, timezone
}

/// The words of English times and numbers.
enum EnglishVocabulary {
    /// What a word is, and what may begin with it.
    struct Entry {
        var term = EnglishTerm.other
        var openings: EnglishOpenings = []
    }

    static func entry(_ key: WordKey) -> Entry { entries[key] ?? Entry() }

    /// What may begin with a scalar that is no letter.
    static func openings(_ scalar: UInt32) -> EnglishOpenings { symbols.contains(scalar) ? .amount : [] }

    private static let symbols = Set(
        (EnglishUnits.currencies.filter { $0.unicodeScalars.count == 1 } + ["½", "⅔", "¼", "¾", "⅓"]).flatMap(\.unicodeScalars).map(\.value)
    )

    private static let entries: [WordKey: Entry] = {
        var entries = terms.mapValues { Entry(term: $0) }
        let currencies = EnglishUnits.currencies.filter { $0.utf8.allSatisfy { $0 &- 0x61 < 26 } }
        for word in currencies + ["us", "hk", "nt", "au", "nz", "minus", "negative", "percent", "percents"] {
            entries[WordKey(word), default: Entry()].openings.insert(.amount)
        }
        for head in festivalHeads { entries[head, default: Entry()].openings.insert(.festival) }
        return entries
    }()

    private static let terms: [WordKey: EnglishTerm] = {
        var terms: [WordKey: EnglishTerm] = [:]
        for word in EnglishWord.allCases { terms[WordKey(word.rawValue)] = .word(word) }
        func add(_ words: String, _ term: (Int) -> EnglishTerm) {
            for (index, group) in words.split(separator: " ").enumerated() {
                for word in group.split(separator: "|") { terms[WordKey(word)] = term(index) }
            }
        }
        add(
            "zero|nought|naught one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen"
        ) { .small($0) }
        add("twenty thirty forty|fourty fifty sixty seventy eighty ninety") { .tens(20 + 10 * $0) }
        add(
            "first second third fourth fifth sixth seventh eighth ninth|nineth tenth eleventh twelfth|twelveth thirteenth fourteenth fifteenth sixteenth seventeenth eighteenth nineteenth"
        ) { .ordinal($0 + 1) }
        add("twentieth thirtieth fortieth fiftieth sixtieth seventieth eightieth ninetieth") { .ordinal(20 + 10 * $0) }
        for (word, value) in [
            ("hundred", 1e2), ("hundreds", 1e2), ("thousand", 1e3), ("thousands", 1e3), ("million", 1e6), ("millions", 1e6),
            ("billion", 1e9), ("billions", 1e9), ("trillion", 1e12), ("trillions", 1e12), ("lakh", 1e5), ("lakhs", 1e5), ("crore", 1e7),
            ("crores", 1e7),
        ] {
            terms[WordKey(word)] = .scale(value)
        }
        add(
            "halves thirds fourths fifths sixths sevenths eighths ninths tenths elevenths twelfths thirteenths fourteenths fifteenths sixteenths seventeenths eighteenths nineteenths"
        ) { .fractions($0 + 2) }
        add("twentieths thirtieths fortieths fiftieths sixtieths seventieths eightieths ninetieths") { .fractions(20 + 10 * $0) }
        for (word, value) in [
            ("hundredths", 100), ("thousandths", 1000), ("millionths", 1_000_000), ("billionths", 1_000_000_000),
            ("trillionths", 1_000_000_000_000), ("firsts", 1),
        ] { terms[WordKey(word)] = .fractions(value) }
        for (word, value) in [("bln", 1e9), ("tln", 1e12), ("mln", 1e6), ("bn", 1e9), ("trn", 1e12)] {
            terms[WordKey(word)] = .scale(value)
        }
        for (word, value) in [
            ("hundredth", 100), ("thousandth", 1000), ("millionth", 1_000_000), ("billionth", 1_000_000_000),
            ("trillionth", 1_000_000_000_000),
        ] {
            terms[WordKey(word)] = .ordinal(value)
        }
        add(
            "january|jan february|feb march|mar april|apr may june|jun july|jul august|aug september|sept|sep october|oct november|nov december|dec"
        ) { .month($0 + 1) }
        add("monday|mon tuesday|tues|tue wednesday|wed|weds thursday|thurs|thur|thu friday|fri saturday|sat sunday|sun") {
            .weekday($0 + 1)
        }
        add("mondays tuesdays wednesdays thursdays fridays saturdays sundays") { .weekdays($0 + 1) }
        for (words, unit) in [
            ("second|sec", TimeLength.Unit.second), ("minute|min", .minute), ("hour|hr", .hour), ("day|night", .day), ("week|wk", .week),
            ("fortnight", .fortnight), ("month", .month), ("quarter", .quarter),
            ("year|yr", .year), ("decade", .decade), ("century", .century),
        ] { add(words) { _ in .unit(unit) } }
        for (words, unit) in [
            ("seconds|secs", TimeLength.Unit.second), ("minutes|mins", .minute), ("hours|hrs", .hour), ("days", .day), ("weeks|wks", .week),
            ("fortnights", .fortnight), ("months", .month), ("quarters", .quarter),
            ("years|yrs", .year), ("decades", .decade), ("centuries", .century),
        ] { add(words) { _ in .units(unit) } }
        terms[WordKey("second")] = .ordinal(2)
        for (word, part) in [
            ("morning", DayPart.morning), ("afternoon", .afternoon), ("evening", .evening), ("night", .night), ("nighttime", .nightTime),
            ("daytime", .daytime), ("lunchtime", .lunch), ("lunch", .lunch), ("dinnertime", .dinner), ("dinner", .dinner),
            ("breakfast", .breakfast), ("dawn", .earlyMorning),
        ] { terms[WordKey(word)] = .part(part) }
        for (word, part) in [("mornings", DayPart.morning), ("afternoons", .afternoon), ("evenings", .evening), ("nights", .night)] {
            terms[WordKey(word)] = .parts(part)
        }
        for (word, season) in [("spring", Season.spring), ("summer", .summer), ("autumn", .autumn), ("winter", .winter)] {
            terms[WordKey(word)] = .season(season)
        }
        for (word, recurrence) in [
            ("daily", Recurrence.daily), ("weekly", .weekly), ("biweekly", .fortnightly), ("fortnightly", .fortnightly),
            ("monthly", .monthly), ("bimonthly", .bimonthly), ("quarterly", .quarterly), ("yearly", .yearly), ("annually", .yearly),
            ("annual", .yearly), ("semiannual", .semiannual), ("semiannually", .semiannual), ("hourly", .hourly), ("nightly", .nightly),
        ] { terms[WordKey(word)] = .often(recurrence) }
        for head in festivalHeads where terms[head] == nil { terms[head] = .festival }
        return terms
    }()

    /// The first words of festivals' names, also without the s of their genitives.
    private static let festivalHeads: [WordKey] = Festival.english.flatMap { name, _ in
        guard let head = name.split(whereSeparator: { $0 == " " || $0 == "-" }).first else { return [WordKey]() }
        return head.hasSuffix("s") ? [WordKey(head), WordKey(head.dropLast())] : [WordKey(head)]
    }
}
