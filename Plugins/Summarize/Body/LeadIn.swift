import LinecasterLanguage

/// What a newspaper sets before the first sentence: `本报讯（记者 张海波）`, `新华社北京11月30日电`, `LONDON (AP) —`.
enum LeadIn {
    private static let reports = PhraseSet("讯 訊 电 電 消息 专电 專電 报道 報道 報導 综合 獨家")
    private static let openers = PhraseSet("本报 本報 本刊 本网 本台 本市 新华社 新華社 中新社 中新网 中央社 据新华社 綜合 〔 【 （ [")
    private static let bracketWords = PhraseSet("记者 記者 通讯员 通訊員 报道 報導 实习生 見習 首席")

    /// Where the sentence itself begins.
    ///
    /// - Parameter credits: What the article says of itself, in text order.
    static func end(in text: [UInt8], _ range: Range<Int>, credits: [Range<Int>]) -> Int {
        let end = isWide(text, range.lowerBound) ? chinese(text, range) : english(text, range, credits)
        // A lead-in is short against its sentence; what is not is none.
        return range.upperBound - end >= 20 ? end : range.lowerBound
    }

    private static func isWide(_ text: [UInt8], _ offset: Int) -> Bool { text[offset] >= 0x80 || text[offset] == UInt8(ascii: "[") }

    private static func chinese(_ text: [UInt8], _ range: Range<Int>) -> Int {
        guard openers.match(in: text, at: range.lowerBound, limit: range.upperBound) != nil else { return range.lowerBound }
        let limit = min(range.upperBound, range.lowerBound + 90)
        var offset = range.lowerBound
        var found = range.lowerBound
        while offset < limit {
            let scalar = text.scalar(at: offset)
            if let close = bracket(scalar.value) {
                guard let end = closing(text, offset, close, limit), holdsReporter(text, scalar.end..<end) else { return found }
                (offset, found) = (end, end)
                continue
            }
            if let end = reports.match(in: text, at: offset, limit: limit), offset > range.lowerBound {
                (offset, found) = (end, end)
                // Behind 讯 and 电 only a bracket can belong to it.
                while offset < limit, isSpace(text.scalar(at: offset).value) { offset = text.scalar(at: offset).end }
                guard offset < limit, bracket(text.scalar(at: offset).value) != nil else { return skipped(text, found, range.upperBound) }
                continue
            }
            switch characterClass(scalar.value) {
            case .pause, .terminal: return skipped(text, found, range.upperBound)
            default: break
            }
            if found > range.lowerBound { return skipped(text, found, range.upperBound) }
            offset = scalar.end
        }
        return skipped(text, found, range.upperBound)
    }

    private static func bracket(_ value: UInt32) -> UInt32? {
        switch value {
        case 0xFF08: 0xFF09
        case 0x3014: 0x3015
        case 0x3010: 0x3011
        case 0x28: 0x29
        case 0x5B: 0x5D
        default: nil
        }
    }

    private static func closing(_ text: [UInt8], _ start: Int, _ close: UInt32, _ limit: Int) -> Int? {
        var offset = start
        while offset < limit {
            let scalar = text.scalar(at: offset)
            if scalar.value == close { return scalar.end }
            offset = scalar.end
        }
        return nil
    }

    private static func holdsReporter(_ text: [UInt8], _ range: Range<Int>) -> Bool {
        var offset = range.lowerBound
        while offset < range.upperBound {
            if bracketWords.match(in: text, at: offset, limit: range.upperBound) != nil { return true }
            offset = text.scalar(at: offset).end
        }
        return false
    }

    private static func skipped(_ text: [UInt8], _ start: Int, _ limit: Int) -> Int {
        var offset = start
        while offset < limit {
            let scalar = text.scalar(at: offset)
            switch characterClass(scalar.value) {
            case .space, .dash: offset = scalar.end
            case .pause where scalar.value == 0xFF1A || scalar.value == 0x3A: offset = scalar.end
            default: return offset
            }
        }
        return start
    }

    /// `SPRINGFIELD, Ill. (AP) — `: a dateline that extraction found, up to the dash behind it.
    private static func english(_ text: [UInt8], _ range: Range<Int>, _ credits: [Range<Int>]) -> Int {
        let next = credits.partitionPoint { $0.lowerBound < range.lowerBound }
        let isCredited = next < credits.count && credits[next].lowerBound == range.lowerBound
        guard isCredited || isCapitals(text, range) else { return range.lowerBound }
        var offset = range.lowerBound
        let limit = min(range.upperBound, range.lowerBound + 70)
        while offset < limit {
            let scalar = text.scalar(at: offset)
            offset = scalar.end
            let isDash = scalar.value == 0x2014 || scalar.value == 0x2013
            let isDouble = scalar.value == 0x2D && text.holds("- ", at: offset) && offset >= 3 && text[offset - 2] == 0x20
            if isDash || isDouble { return skipped(text, offset, range.upperBound) }
        }
        return range.lowerBound
    }

    /// Whether a sentence begins with a place in capitals.
    private static func isCapitals(_ text: [UInt8], _ range: Range<Int>) -> Bool {
        let start = text[range.lowerBound..<min(range.upperBound, range.lowerBound + 4)]
        return start.count == 4 && start.allSatisfy { $0 &- 0x41 < 26 || $0 == 0x20 }
    }
}
