/// What a newspaper page prints around its articles: its name, date, page and section, and who edited it.
public enum PageFurniture: Sendable, Hashable {
    /// A page number or the name of a page: `A3`, `第3版`, `Page 7`, `- 12 -`.
    case pageNumber
    /// The newspaper's name, date, section or editors, alone or in a row.
    case runningHead
    /// The newspaper's name alone, which is furniture only at the edge of a page.
    case nameAlone
    /// A date alone, which may as well be the article's own.
    case dateAlone
    /// A section alone, which may as well be a title: furniture only beside a running head.
    case sectionAlone

    /// What furniture a line is, when nothing else stands in it.
    ///
    /// - Parameter line: The line's bytes without white space at its ends.
    public static func recognize(_ text: [UInt8], line: Range<Int>) -> PageFurniture? {
        guard line.count <= 160, !line.isEmpty, mayBegin(text, line) else { return nil }
        if isDashedNumber(text, line) { return .pageNumber }
        var found = Set<Token>()
        // 《江北日报》（2024年6月3日 第5版）
        let isTitled = text.holds("《", at: line.lowerBound)
        var offset = isTitled ? line.lowerBound + 3 : line.lowerBound
        while offset < line.upperBound {
            let scalar = text.scalar(at: offset)
            if isSpace(scalar.value) || separators.contains(scalar.value) || scalar.value == 0x2E && endsHeading(text, offset, line)
                || isTitled && !found.isEmpty && titleMarks.contains(scalar.value)
            {
                offset = scalar.end
                continue
            }
            guard
                let (token, end) = token(text, at: offset, limit: line.upperBound, isFirst: found.isEmpty)
                    ?? sectionBesidePage(text, offset, line, found)
            else { return isRow(text, line) ? .runningHead : nil }
            found.insert(token)
            offset = end
        }
        switch found {
        case []: return nil
        case [.name]: return isTitled ? nil : .nameAlone
        case [.date], [.weekday], [.date, .weekday]: return .dateAlone
        case [.page], [.section, .page], [.pageWord]: return .pageNumber
        case [.section]: return .sectionAlone
        // An address alone is one that a column broke off its sentence.
        case [.issue], [.contact]: return nil
        default: return .runningHead
        }
    }

    private enum Token: Hashable { case name, date, weekday, page, pageWord, section, editor, issue, contact }

    private static let separators = ScalarSet([0x7C, 0xFF5C, 0xB7, 0x2022, 0x25A0, 0x25C6, 0x2F, 0x2C, 0xFF0C, 0x2014, 0x2013])

    private static let sections = PhraseSet(
        """
        要闻 国内 国际 国内新闻 国际新闻 本地新闻 本地 时政 社会 经济 财经 文化 体育 娱乐 科教 教育 健康 专题 专版 综合 综合新闻 评论 副刊 广告 民生 法治 视点 焦点 头版 都市 区域 特别报道 \
        要聞 國內 國際 社會 經濟 體育 娛樂
        """
    )
    private static let editors = PhraseSet(
        "责任编辑 责编 本版责编 本版编辑 版面编辑 编辑 美编 美术编辑 视觉设计 版式设计 版式 校对 校检 组版 值班主任 值班总编 主编 执行主编 電話 责任校对 责任美编 統籌 統筹 責任編輯 責編 編輯 美編 版面設計 校對"
    )
    private static let chineseNames = PhraseSet("日报 晚报 时报 早报 晨报 周报 商报 都市报 青年报 大众报 日報 晚報 時報 早報 周刊 新报 导报 电讯报 文汇报 参考消息 经济报 法制报 农民报 工人报 科技报")
    private static let englishNames = PhraseSet(
        """
        Courier Times Post Herald Gazette Tribune Chronicle Journal Mail Express Telegraph Guardian Observer Star Sun News Bulletin Standard \
        Examiner Inquirer Dispatch Sentinel Register Record Press Echo Argus Mirror Independent Globe Advertiser Monitor Review Mercury \
        COURIER TIMES POST HERALD GAZETTE TRIBUNE CHRONICLE JOURNAL MAIL EXPRESS TELEGRAPH GUARDIAN OBSERVER STAR SUN NEWS BULLETIN STANDARD \
        EXAMINER INQUIRER DISPATCH SENTINEL ARGUS GLOBE ADVERTISER MERCURY
        """
    )
    private static let months = PhraseSet(
        """
        January February March April May June July August September October November December Jan. Feb. Mar. Apr. Jun. Jul. Aug. Sep. Sept. \
        Oct. Nov. Dec. JANUARY FEBRUARY MARCH APRIL MAY JUNE JULY AUGUST SEPTEMBER OCTOBER NOVEMBER DECEMBER
        """
    )
    static let weekdays = PhraseSet(
        """
        Monday Tuesday Wednesday Thursday Friday Saturday Sunday MONDAY TUESDAY WEDNESDAY THURSDAY FRIDAY SATURDAY SUNDAY \
        星期一 星期二 星期三 星期四 星期五 星期六 星期日 星期天 周一 周二 周三 周四 周五 周六 周日 週一 週二 週三 週四 週五 週六 週日
        """
    )

    private static let titleMarks = ScalarSet("》（）()")
    private static let eras = PhraseSet("民国 民國 中华民国 中華民國")

    /// Whether a line may be furniture by its first character: most lines of text are done with here.
    private static func mayBegin(_ text: [UInt8], _ line: Range<Int>) -> Bool {
        let first = text.scalar(at: line.lowerBound)
        // `page 7`, `http://…`, `www.…`: nothing else begins with a small letter.
        if first.value &- 0x61 < 26 { return first.value == 0x70 || first.value == 0x68 || first.value == 0x77 }
        guard characterClass(first.value) == .han else { return true }
        if starters.contains(first.value) { return true }
        // Anything else of Chinese is a newspaper's name, within its first ten characters.
        var offset = first.end
        let limit = min(line.upperBound, line.lowerBound + 30)
        while offset < limit, text[offset] >= 0xE4 {
            if nameEnds.contains(text.scalar(at: offset).value) { return true }
            offset += 3
        }
        return false
    }

    /// How weekdays, dates, pages, editors, sections and issues begin.
    private static let starters = ScalarSet(
        "第总總〇零一二三四五六七八九十两廿卅百千星周週民中" + (sections.words + editors.words).compactMap(\.first).map(String.init).joined()
    )
    /// How newspapers' names end.
    private static let nameEnds = ScalarSet(chineseNames.words.compactMap(\.last).map(String.init).joined())

    /// `- 12 -`, `—3—`, `12`, `· 5 ·`: a number of at most three digits with dashes or nothing around it.
    private static func isDashedNumber(_ text: [UInt8], _ line: Range<Int>) -> Bool {
        var digits = 0
        var offset = line.lowerBound
        while offset < line.upperBound {
            let scalar = text.scalar(at: offset)
            offset = scalar.end
            switch characterClass(scalar.value) {
            case .digit: digits += 1
            case .dash, .space: continue
            case .other where separators.contains(scalar.value): continue
            default: return false
            }
        }
        return (1...3).contains(digits)
    }

    private static func token(_ text: [UInt8], at offset: Int, limit: Int, isFirst: Bool) -> (Token, Int)? {
        if let end = weekdays.match(in: text, at: offset, limit: limit) { return (.weekday, end) }
        if let end = date(text, at: offset, limit: limit) { return (.date, end) }
        if let end = page(text, at: offset, limit: limit) { return (.page, end) }
        if let end = pageWord(text, at: offset, limit: limit) { return (.page, end) }
        if let end = editor(text, at: offset, limit: limit) { return (.editor, end) }
        if let end = sections.match(in: text, at: offset, limit: limit),
            !continuesWithHan(text, end, limit) || page(text, at: end, limit: limit) != nil
        {
            return (.section, end)
        }
        if let end = issue(text, at: offset, limit: limit) { return (.issue, end) }
        if let end = contact(text, at: offset, limit: limit) { return (.contact, end) }
        if let end = chineseName(text, at: offset, limit: limit) { return (.name, end) }
        if isFirst, let end = englishName(text, at: offset, limit: limit) { return (.name, end) }
        return nil
    }

    /// The stop that old papers set behind what stands in capitals alone: `THE ASHFORD MERCURY.`
    private static func endsHeading(_ text: [UInt8], _ offset: Int, _ line: Range<Int>) -> Bool {
        offset + 1 == line.upperBound && offset > line.lowerBound && !text[line].contains { $0 &- 0x61 < 26 }
    }

    /// `2026年9月18日 星期五 A6 城事`, `A6 城事 2026.9.18`: whatever two to four characters behind the page are its section, where the
    /// row tells the day or the newspaper too.
    private static func sectionBesidePage(_ text: [UInt8], _ offset: Int, _ line: Range<Int>, _ found: Set<Token>) -> (Token, Int)? {
        guard found.contains(.page) else { return nil }
        var end = offset
        while end < line.upperBound, case let scalar = text.scalar(at: end), characterClass(scalar.value) == .han { end = scalar.end }
        guard (6...12).contains(end - offset), end == line.upperBound || isSpace(text.scalar(at: end).value) else { return nil }
        if !found.isDisjoint(with: [.date, .weekday, .name]) { return (.section, end) }
        let next = text.trimmed(end..<line.upperBound).lowerBound
        return date(text, at: next, limit: line.upperBound) == nil ? nil : (.section, end)
    }

    private static func continuesWithHan(_ text: [UInt8], _ offset: Int, _ limit: Int) -> Bool {
        offset < limit && characterClass(text.scalar(at: offset).value) == .han
    }

    /// `2023年12月1日`, `12月1日`, `2023-12-01`, `December 1, 2023`, `1 December 2023`.
    static func date(_ text: [UInt8], at offset: Int, limit: Int) -> Int? {
        if let month = months.match(in: text, at: offset, limit: limit) {
            var end = month
            skipSpaces(text, &end, limit)
            guard let day = digits(text, at: end, limit: limit, 1...2) else { return nil }
            end = day
            if end < limit, text[end] == UInt8(ascii: ",") { end += 1 }
            skipSpaces(text, &end, limit)
            return digits(text, at: end, limit: limit, 4...4) ?? day
        }
        let era = eras.match(in: text, at: offset, limit: limit)
        guard let first = ChineseNumeral.match(in: text, at: era ?? offset, limit: limit) else { return nil }
        var end = first.end
        guard era == nil || text.holds("年", at: end) else { return nil }
        if text.holds("年", at: end) {
            end += 3
            guard let month = ChineseNumeral.match(in: text, at: pastSlash(text, end), limit: limit), text.holds("月", at: month.end)
            else { return end }
            return day(text, after: pastSlash(text, month.end + 3), limit: limit) ?? month.end + 3
        }
        if text.holds("月", at: end) { return day(text, after: end + 3, limit: limit) }
        if let year = digits(text, at: offset, limit: limit, 4...4), year < limit, "-./".utf8.contains(text[year]) {
            guard let month = digits(text, at: year + 1, limit: limit, 1...2), month < limit, text[month] == text[year] else { return nil }
            return digits(text, at: month + 1, limit: limit, 1...2)
        }
        skipSpaces(text, &end, limit)
        if first.isArabic, first.end - offset <= 2, let month = months.match(in: text, at: end, limit: limit) {
            end = month
            skipSpaces(text, &end, limit)
            return digits(text, at: end, limit: limit, 4...4) ?? month
        }
        return nil
    }

    /// `2024年/6月/3日`, as an archive of newspapers writes.
    private static func pastSlash(_ text: [UInt8], _ offset: Int) -> Int { text.holds("/", at: offset) ? offset + 1 : offset }

    private static func day(_ text: [UInt8], after offset: Int, limit: Int) -> Int? {
        guard let day = ChineseNumeral.match(in: text, at: offset, limit: limit), text.holds("日", at: day.end) else { return nil }
        return day.end + 3
    }

    /// `A3`, `A03版`, `第3版`, `第A3版：`, `03版`, `Page 7`, `PAGE A7`.
    static func page(_ text: [UInt8], at offset: Int, limit: Int) -> Int? {
        var end = offset
        if text.holds("第", at: end) {
            end += 3
            if end < limit, (UInt8(ascii: "A")...UInt8(ascii: "H")).contains(text[end]) { end += 1 }
            guard let number = ChineseNumeral.match(in: text, at: end, limit: limit) else { return nil }
            guard text.holds("版", at: number.end) || text.holds("页", at: number.end) else { return nil }
            end = number.end + 3
            return text.holds("：", at: end) ? end + 3 : end
        }
        let hasLetter = end < limit && (UInt8(ascii: "A")...UInt8(ascii: "H")).contains(text[end])
        if hasLetter { end += 1 }
        guard let number = digits(text, at: end, limit: limit, 1...3) else { return nil }
        if text.holds("版", at: number) { return number + 3 }
        guard hasLetter, number == limit || !isAlphanumeric(text[number]) else { return nil }
        return number
    }

    static func pageWord(_ text: [UInt8], at offset: Int, limit: Int) -> Int? {
        guard text.holds("Page", at: offset) || text.holds("PAGE", at: offset) || text.holds("page", at: offset) else { return nil }
        var end = offset + 4
        skipSpaces(text, &end, limit)
        return page(text, at: end, limit: limit) ?? digits(text, at: end, limit: limit, 1...3)
    }

    private static func editor(_ text: [UInt8], at offset: Int, limit: Int) -> Int? {
        guard var end = editors.match(in: text, at: offset, limit: limit), end < limit else { return nil }
        let scalar = text.scalar(at: end)
        let isAssigned = scalar.value == 0xFF1A || scalar.value == 0x3A || scalar.value == 0x2F || isSpace(scalar.value)
        guard isAssigned else { return nil }
        end = scalar.end
        skipSpaces(text, &end, limit)
        var characters = 0
        while end < limit, case let next = text.scalar(at: end), characterClass(next.value) == .han, characters < 4 {
            end = next.end
            characters += 1
        }
        return characters >= 2 ? end : nil
    }

    /// `第1234期`, `总第5678期`.
    private static func issue(_ text: [UInt8], at offset: Int, limit: Int) -> Int? {
        var end = offset
        if text.holds("总", at: end) { end += 3 }
        guard text.holds("第", at: end), let number = ChineseNumeral.match(in: text, at: end + 3, limit: limit),
            text.holds("期", at: number.end)
        else { return nil }
        return number.end + 3
    }

    private static func contact(_ text: [UInt8], at offset: Int, limit: Int) -> Int? {
        guard text.holds("http", at: offset) || text.holds("www.", at: offset) || text.holds("E-mail", at: offset) else { return nil }
        var end = offset
        while end < limit, text[end] > 0x20, text[end] < 0x80 { end += 1 }
        return end
    }

    private static func chineseName(_ text: [UInt8], at offset: Int, limit: Int) -> Int? {
        var end = offset
        var characters = 0
        while end < limit, characters < 8, case let scalar = text.scalar(at: end), characterClass(scalar.value) == .han {
            if characters >= 2, let name = chineseNames.match(in: text, at: end, limit: limit), endsName(text, name, limit) {
                return name
            }
            end = scalar.end
            characters += 1
        }
        return nil
    }

    /// Whether a newspaper's name may end at an offset: no word goes on, or the page's section or date follows.
    private static func endsName(_ text: [UInt8], _ offset: Int, _ limit: Int) -> Bool {
        guard continuesWithHan(text, offset, limit) else { return true }
        return sections.match(in: text, at: offset, limit: limit) != nil || page(text, at: offset, limit: limit) != nil
            || editor(text, at: offset, limit: limit) != nil
    }

    /// Two to five capitalized words of which the last is what newspapers are called.
    static func englishName(_ text: [UInt8], at offset: Int, limit: Int) -> Int? {
        var end = offset
        for word in 1...5 {
            guard end < limit, (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains(text[end]) else { return nil }
            let start = end
            while end < limit, isAlphanumeric(text[end]) { end += 1 }
            if word >= 2, englishNames.contains(text, start..<end),
                end == limit || !(text[end] == 0x20 && end + 1 < limit && (0x61...0x7A).contains(text[end + 1]))
            {
                return end
            }
            guard end < limit, text[end] == 0x20 else { return nil }
            end += 1
        }
        return nil
    }

    static func digits(_ text: [UInt8], at offset: Int, limit: Int, _ count: ClosedRange<Int>) -> Int? {
        var end = offset
        while end < limit, text[end] &- 0x30 < 10 { end += 1 }
        return count.contains(end - offset) ? end : nil
    }

    private static func isAlphanumeric(_ byte: UInt8) -> Bool {
        byte &- 0x30 < 10 || (byte | 0x20) &- 0x61 < 26 || byte == UInt8(ascii: "'")
    }

    private static func skipSpaces(_ text: [UInt8], _ offset: inout Int, _ limit: Int) {
        while offset < limit, case let scalar = text.scalar(at: offset), isSpace(scalar.value) { offset = scalar.end }
    }
}
