/// Lines that say who wrote, photographed, or goes on where: credits and signposts of an article.
public enum CreditLine: Sendable, Hashable {
    /// Who wrote the article: `本报记者 张海波`, `By Anna Petersen`.
    case byline
    /// What is said of a picture: `图为活动现场。`, `… 新华社记者 谢环驰 摄`, `… Photo: James Whitfield`.
    case caption
    /// Where the article goes on: `下转第3版`, `(Continued on A5)`.
    case jump

    private static let reporters = PhraseSet(
        """
        本报记者 本报首席记者 本报特约记者 本报通讯员 本报评论员 本报特派记者 本刊记者 首席记者 见习记者 实习记者 特派记者 特约记者 新华社记者 中新社记者 人民日报记者 记者 通讯员 实习生 特约通讯员 每经编辑 \
        文/ 文／ 文| 文｜ 文： 文/图 图/ 图/文 图文/ 作者： 作者: 撰文 撰文： 撰稿 撰稿： 采写 采写： 采写/ 编译 编译/ 本報記者 記者 通訊員 文、图/
        """
    )
    private static let captionStarts = PhraseSet("图为 图中 图： 图: 图说： 上图 下图 左图 右图 题图 图片说明 图为： 圖為 圖： 图片： 资料图 资料图片 本版图片 配图")
    /// `摄影/田野`, `（图：周岚）`: whose the picture is, alone in a line.
    private static let pictureCredits = PhraseSet(
        "摄影/ 摄影／ 摄影： 摄影: 摄影| 摄影｜ 摄影 图片/ 图片／ 供图/ 供图／ 供图： 供图: 攝影/ 攝影／ 攝影： 圖/ 圖／ 图／ 摄/ 摄／ 制图/ 制图／ 制图： 漫画/ 漫画／ 漫画： 绘图/ 绘图： 新华社发"
    )
    private static let shots: [StaticString] = ["摄）", "摄)", "供图）", "攝）", "供圖）"]
    private static let captionEnds = PhraseSet("摄 攝 供图 摄影 图片 供圖 摄） 摄) 供图） 新华社发 新华社照片 资料图 资料图片 摄。 /摄 制图 绘")
    private static let jumps = PhraseSet(
        "下转 上接 （下转 （上接 (下转 (上接 ▶下转 ▼下转 ↓下转 →下转 下轉 上接第 紧接 →详见 详见第 转第 相关新闻见 （相关新闻见 相關新聞見 （相關新聞見 相关报道见 （相关报道见 相關報導見 （相關報導見 相关内容见 （相关内容见 更多报道见 （更多报道见"
    )
    private static let englishJumps = PhraseSet(constant: [
        "continued on", "continued from", "(continued on", "(continued from", "see page", "more on page", "turn to page",
    ])
    /// The first letters of these in both cases.
    private static let jumpStarts = ScalarSet(
        englishJumps.words.flatMap { [$0, $0.uppercased()].compactMap { $0.unicodeScalars.first?.value } }
    )
    private static let englishCredits = PhraseSet(constant: [
        "photo:", "photo by", "photograph by", "photograph:", "photos:", "photos by", "picture:", "picture by", "pictures:", "image:",
        "illustration:", "graphic:", "photo courtesy", "courtesy of", "getty images", "(ap photo", "ap photo/", "reuters/", "/ staff",
        "/staff",
    ])

    /// Credits after which a name must come.
    private static let openCredits = PhraseSet(
        constant: englishCredits.words.filter { $0.hasSuffix(":") || $0.hasSuffix(" by") || $0.hasSuffix(" of") }
    )

    /// What credit a line is.
    ///
    /// - Parameter line: The line's bytes without white space at its ends.
    public static func recognize(_ text: [UInt8], line: Range<Int>) -> CreditLine? {
        recognize(text, line, holdsCredit: englishCredit(text, line) != nil)
    }

    /// What credit a line is, and what it shows of a caption.
    public static func read(_ text: [UInt8], line: Range<Int>) -> (credit: CreditLine?, signs: CaptionSigns) {
        let holdsCredit = englishCredit(text, line) != nil
        return (recognize(text, line, holdsCredit: holdsCredit), captionSigns(text, line, holdsCredit: holdsCredit))
    }

    private static func recognize(_ text: [UInt8], _ line: Range<Int>, holdsCredit: Bool) -> CreditLine? {
        guard !line.isEmpty else { return nil }
        let body = withoutMark(text, line)
        guard !body.isEmpty else { return nil }
        if isJump(text, body) { return .jump }
        if PublicationLine.isLine(text, line: body) { return .byline }
        if startsCaption(text, body) || isPictureCredit(text, body) { return .caption }
        // 摄 ends a credit even where the line holds nothing but its last words.
        if endsCaption(text, body, holdsCredit: holdsCredit) { return line.count >= 15 ? .caption : nil }
        if isByline(text, body) { return .byline }
        if line.count > 36, endsInReporter(text, body) { return .caption }
        if holdsCredit, body.count <= 400, text[body].contains(0x20) { return .caption }
        return nil
    }

    /// What a line shows of a caption.
    public struct CaptionSigns: OptionSet, Sendable {
        public let rawValue: UInt8
        public init(rawValue: UInt8) { self.rawValue = rawValue }

        /// It begins with the mark that newspapers set before captions and bylines.
        public static let mark = CaptionSigns(rawValue: 1)
        /// It begins a caption: with the mark of captions, or with 图 and its like.
        public static let beginning = CaptionSigns(rawValue: 2)
        /// It completes the credit with which a caption ends.
        public static let end = CaptionSigns(rawValue: 4)
        /// It is a photographer's credit and nothing else: `Photograph by Anna Hale`, `ANNA HALE / STAFF`.
        public static let credit = CaptionSigns(rawValue: 16)
        /// It ends in words after which the photographer's name must come: `Photograph by`.
        public static let opensCredit = CaptionSigns(rawValue: 8)
    }

    /// What a line shows of a caption.
    public static func captionSigns(_ text: [UInt8], line: Range<Int>) -> CaptionSigns {
        captionSigns(text, line, holdsCredit: englishCredit(text, line) != nil)
    }

    private static func captionSigns(_ text: [UInt8], _ line: Range<Int>, holdsCredit: Bool) -> CaptionSigns {
        guard !line.isEmpty else { return [] }
        var signs: CaptionSigns = []
        if marks.contains(text.scalar(at: line.lowerBound).value) {
            signs = [.mark, .beginning]
        } else if startsCaption(text, withoutMark(text, line)) {
            signs = .beginning
        }
        if endsCaption(text, line, holdsCredit: holdsCredit) { signs.insert(.end) }
        if signs.contains(.end), isEnglishCreditAlone(text, line) { signs.insert(.credit) }
        if holdsCredit, endsOpenCredit(text, line) { signs.insert(.opensCredit) }
        return signs
    }

    /// Whether a line ends in a credit after which a name must come.
    private static func endsOpenCredit(_ text: [UInt8], _ line: Range<Int>) -> Bool {
        let tail = lowercased(text, line.suffix(16))
        return openCredits.match(in: tail, endingAt: tail.count, from: 0) != nil
    }

    private static func endsCaption(_ text: [UInt8], _ line: Range<Int>, holdsCredit: Bool) -> Bool {
        if captionEnds.match(in: text, endingAt: line.upperBound, from: line.lowerBound) != nil { return true }
        return holdsCredit && endsEnglishCredit(text, line)
    }

    /// Whether an English credit stands near a line's end, with a name of two words behind it or `/ STAFF` at the end.
    private static func endsEnglishCredit(_ text: [UInt8], _ line: Range<Int>) -> Bool {
        guard text[line.upperBound - 1] < 0x80, (text[line.upperBound - 1] | 0x20) &- 0x61 < 26 else { return false }
        guard let end = englishCredit(text, max(line.lowerBound, line.upperBound - 36)..<line.upperBound) else { return false }
        if end == line.upperBound { return !endsOpenCredit(text, line) }
        return text[end..<line.upperBound].split(separator: 0x20).count >= 2
    }

    /// Whether a line that ends in an English credit holds nothing but the name that goes with it.
    private static func isEnglishCreditAlone(_ text: [UInt8], _ line: Range<Int>) -> Bool {
        guard line.count <= 60 else { return false }
        let head = lowercased(text, line.prefix(20))
        if englishCredits.match(in: head, at: 0, limit: head.count) != nil { return true }
        // ANNA HALE / STAFF
        let words = text[line].split(separator: 0x20)
        return words.count <= 6 && words.allSatisfy { $0.first.map { $0 == 0x2F || $0 &- 0x41 < 26 } ?? false && $0.last != 0x2E }
    }

    /// The end of the first English credit that begins a word of a line; nil where there is none.
    private static func englishCredit(_ text: [UInt8], _ line: Range<Int>) -> Int? {
        guard line.count > 5 else { return nil }
        var offset = line.lowerBound
        while let start = text.withUnsafeBufferPointer({ creditStart(in: $0, from: offset, to: line.upperBound - 5) }) {
            let head = lowercased(text, start..<min(line.upperBound, start + 16))
            if let end = englishCredits.match(in: head, at: 0, limit: head.count) { return start + end }
            offset = start + 1
            while offset < line.upperBound, isLetter(text[offset - 1]) { offset += 1 }
        }
        return nil
    }

    /// The next beginning of a word, or mark, that a credit may begin with.
    private static func creditStart(in text: UnsafeBufferPointer<UInt8>, from start: Int, to end: Int) -> Int? {
        let starts = creditStarts
        var offset = start
        while offset < end {
            if starts.contains(head(text[offset], text[offset + 1], text[offset + 2])) { return offset }
            while offset < end, isLetter(text[offset]) { offset += 1 }
            offset += 1
        }
        return nil
    }

    private static func isLetter(_ byte: UInt8) -> Bool { (byte | 0x20) &- 0x61 < 26 }

    /// How credits begin, by five bits of three bytes: hardly a word of other lines does.
    private static let creditStarts = ScalarSet(englishCredits.words.map { $0.utf8.prefix(3).reduce(0) { $0 << 5 | UInt32($1 & 0x1F) } })

    private static func head(_ first: UInt8, _ second: UInt8, _ third: UInt8) -> UInt32 {
        UInt32(first & 0x1F) << 10 | UInt32(second & 0x1F) << 5 | UInt32(third & 0x1F)
    }

    /// Whether a line ends in a space, a reporter's title and a name, as a caption whose last word 摄 stands on the next.
    private static func endsInReporter(_ text: [UInt8], _ line: Range<Int>) -> Bool {
        guard let last = text.scalar(before: line.upperBound, from: line.lowerBound), characterClass(last.value) == .han else {
            return false
        }
        guard !ReportHead.opens(text, line: line) else { return false }
        var from = max(line.lowerBound + 12, line.upperBound - 42)
        while let space = text.firstIndex(of: 0x20, from: from, to: line.upperBound) {
            from = space + 1
            guard let name = reporters.match(in: text, at: from, limit: line.upperBound) else { continue }
            if line.upperBound - name <= 16, !text[name..<line.upperBound].contains(0xEF) { return true }
        }
        return false
    }

    /// ■ □ ▲ △ ▶ ◆ ◇ ● ○ ◎ ★ ☆ ▼ and their like.
    private static let marks = ScalarSet([
        0x25A0, 0x25A1, 0x25B2, 0x25B3, 0x25B6, 0x25BA, 0x25C6, 0x25C7, 0x25CF, 0x25CB, 0x25CE, 0x25C9, 0x2605, 0x2606, 0x25BC, 0x25C0,
        0x25AA, 0x2191,
        0x2190,
    ])

    private static func withoutMark(_ text: [UInt8], _ line: Range<Int>) -> Range<Int> {
        let first = text.scalar(at: line.lowerBound)
        if marks.contains(first.value) { return text.trimmed(first.end..<line.upperBound) }
        // OCR reads the mark as some character of its own, followed by a space.
        if characterClass(first.value) == .han, first.end < line.upperBound, text[first.end] == 0x20 {
            let rest = text.trimmed(first.end..<line.upperBound)
            if reporters.match(in: text, at: rest.lowerBound, limit: rest.upperBound) != nil || startsCaption(text, rest) { return rest }
        }
        return line
    }

    private static func isPictureCredit(_ text: [UInt8], _ line: Range<Int>) -> Bool {
        guard line.count <= 60 else { return false }
        let first = text.scalar(at: line.lowerBound)
        let isBracketed = first.value == 0xFF08 || first.value == 0x28
        // （新华社记者周华举摄）（传真照片）
        if isBracketed, shots.contains(where: { word in (first.end..<line.upperBound).contains { text.holds(word, at: $0) } }) {
            return true
        }
        guard let head = pictureCredits.match(in: text, at: isBracketed ? first.end : line.lowerBound, limit: line.upperBound) else {
            return false
        }
        var end = line.upperBound
        if isBracketed {
            guard let last = text.scalar(before: end, from: head), last.value == 0xFF09 || last.value == 0x29 else { return false }
            end = last.offset
        }
        return end == head ? isBracketed : holdsOnlyNames(text, text.trimmed(head..<end))
    }

    private static func startsCaption(_ text: [UInt8], _ line: Range<Int>) -> Bool {
        if captionStarts.match(in: text, at: line.lowerBound, limit: line.upperBound) != nil { return true }
        guard text.holds("图", at: line.lowerBound) || text.holds("圖", at: line.lowerBound) else { return false }
        guard line.lowerBound + 3 < line.upperBound else { return false }
        // 图①：…, 图1：…
        let number = text.scalar(at: line.lowerBound + 3)
        let isNumber = characterClass(number.value) == .digit || (0x2460...0x2473).contains(number.value)
        return isNumber && line.count < 240
    }

    private static func isJump(_ text: [UInt8], _ line: Range<Int>) -> Bool {
        guard line.count <= 90 else { return false }
        if jumps.match(in: text, at: line.lowerBound, limit: line.upperBound) != nil { return containsDigit(text, line) }
        if EnglishJump.matches(text, line) { return true }
        guard jumpStarts.contains(UInt32(text[line.lowerBound])) else { return false }
        let head = lowercased(text, line.prefix(20))
        return englishJumps.match(in: head, at: 0, limit: head.count) != nil
    }

    private static func containsDigit(_ text: [UInt8], _ line: Range<Int>) -> Bool {
        text.scalars(in: line).contains { characterClass($0.value) == .digit || ChineseNumeral.digit($0.value) != nil }
    }

    private static func isByline(_ text: [UInt8], _ line: Range<Int>) -> Bool {
        guard line.count <= 120, let last = text.scalar(before: line.upperBound, from: line.lowerBound) else { return false }
        if let head = EnglishByline.head(text, at: line.lowerBound, limit: line.upperBound) {
            // Of the words of its head, the last alone counts.
            return isEnglishByline(text, head.end - 3..<line.upperBound)
        }
        // 本报讯 记者 周岚, alone in its line: no mark or bracket of full width, with which a report goes on.
        if text.holds("本报讯", at: line.lowerBound), line.count <= 60, !text[line].contains(0xEF) {
            let rest = text.trimmed(line.lowerBound + 9..<line.upperBound)
            return rest != line && !rest.isEmpty && isByline(text, rest)
        }
        guard let end = reporters.match(in: text, at: line.lowerBound, limit: line.upperBound) ?? houseReporter(text, line) else {
            return false
        }
        guard ![.terminal, .pause].contains(characterClass(last.value)) else { return false }
        return holdsOnlyNames(text, end..<line.upperBound)
    }

    private static let houseEnds = PhraseSet("每经 一财 财新 澎湃 红星 界面 报 報 网 網 社 电视台 广播电台 客户端 周刊 全媒体 融媒体 新闻")

    /// `科技日报记者`: where the word for a reporter ends that stands behind the name of a paper.
    private static func houseReporter(_ text: [UInt8], _ line: Range<Int>) -> Int? {
        guard line.count <= 60 else { return nil }
        var offset = line.lowerBound
        while offset < line.upperBound, offset - line.lowerBound <= 24, text[offset] >= 0xE3 {
            if text.holds("记者", at: offset) || text.holds("記者", at: offset) {
                let holdsOther = (line.lowerBound + 1..<offset).contains { text.holds("本报", at: $0) || text.holds("本刊", at: $0) }
                return holdsOther || houseEnds.match(in: text, endingAt: offset, from: line.lowerBound) == nil ? nil : offset + 6
            }
            offset = text.scalar(at: offset).end
        }
        return nil
    }

    /// Whether nothing but names, and further words for reporters, stands in a range: runs of at most four
    /// Chinese characters; one that follows without a space begins with a surname.
    private static func holdsOnlyNames(_ text: [UInt8], _ range: Range<Int>) -> Bool {
        var offset = range.lowerBound
        var names = 0
        var run = 0
        var isGlued = true
        while offset < range.upperBound {
            if let next = reporters.match(in: text, at: offset, limit: range.upperBound) {
                offset = next
                run = 0
                isGlued = true
                continue
            }
            let scalar = text.scalar(at: offset)
            if run == 0, let house = house(text, offset..<range.upperBound) {
                (offset, names, isGlued) = (house, names + 2, false)
                continue
            }
            switch characterClass(scalar.value) {
            case .han:
                if run == 0, isGlued, Surnames.match(in: text, at: offset, limit: range.upperBound) == nil { return false }
                run += 1
                names += 1
            case .letter: names += 1
            case .space, .pause, .opening, .closing, .other, .dash:
                run = 0
                isGlued = false
            default: return false
            }
            guard run <= 4 else { return false }
            offset = scalar.end
        }
        return (2...16).contains(names)
    }

    /// Where an organization's name ends that a picture or a text is of: 图/丰泽市文物考古研究院.
    ///
    /// - Returns: nil where no such name stands behind a slash or a colon.
    public static func house(_ text: [UInt8], _ range: Range<Int>) -> Int? {
        guard let before = text.scalar(before: range.lowerBound, from: 0),
            before.value == 0x2F || before.value == 0xFF0F || before.value == 0xFF1A
        else { return nil }
        var end = range.lowerBound
        while end < range.upperBound, case let scalar = text.scalar(at: end), characterClass(scalar.value) == .han { end = scalar.end }
        guard end - range.lowerBound > 12, end - range.lowerBound <= 60,
            Organizations.chineseSuffixes.match(in: text, endingAt: end, from: range.lowerBound) != nil
        else { return nil }
        return end
    }

    private static func isEnglishByline(_ text: [UInt8], _ line: Range<Int>) -> Bool {
        let words = text[line].split(separator: 0x20)
        guard (2...12).contains(words.count), text[line.upperBound - 1] != UInt8(ascii: ".") else { return false }
        let capitalized = words.dropFirst().count { (0x41...0x5A).contains($0.first ?? 0) }
        return capitalized >= 1 && Double(capitalized) >= 0.6 * Double(words.count - 1) && (0x41...0x5A).contains(words[1].first ?? 0)
    }

    private static func lowercased(_ text: [UInt8], _ line: Range<Int>) -> [UInt8] {
        text[line].map { (0x41...0x5A).contains($0) ? $0 | 0x20 : $0 }
    }
}
