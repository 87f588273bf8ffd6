import LinecasterKit
import LinecasterLanguage

/// What stands around a name in English, and makes a person of it.
struct EnglishPersonContext {
    private let text: ArticleText
    private let name: Range<Int>
    private let block: Range<Int>

    init(_ text: ArticleText, _ name: Range<Int>, _ block: Range<Int>) {
        self.text = text
        self.name = name
        self.block = block
    }

    /// `By Jane Doe` at the start of a block.
    var isByline: Bool {
        name.lowerBound == block.lowerBound + 3
            && (text.utf8.holds("By ", at: block.lowerBound) || text.utf8.holds("BY ", at: block.lowerBound))
    }

    // MARK: Roles

    private static let smallWords = PhraseSet(
        "the a an and or of by with for from to his her their its our my said says as but in on at former that this"
    )

    /// `ecologist Fiona Gale`, `dairy farmer Tom Hill`, `the city's mayor, Jane Smith,`: a role in small letters before a name.
    var roleBefore: Range<Int>? {
        guard name.lowerBound > block.lowerBound + 2, text.utf8[name.lowerBound - 1] == 0x20 else { return nil }
        var end = name.lowerBound - 1
        let isApposed = text.utf8[end - 1] == UInt8(ascii: ",")
        if isApposed {
            end -= 1
            guard name.upperBound < block.upperBound, [UInt8(ascii: ","), UInt8(ascii: ".")].contains(text.utf8[name.upperBound]) else {
                return nil
            }
        }
        var first = wordStart(before: end)
        guard first < end, isRole(first..<end) else { return nil }
        // The words that describe the role: dairy farmer, chief medical officer.
        var count = 0
        while count < 3, first > block.lowerBound + 1, text.utf8[first - 1] == 0x20 {
            let more = wordStart(before: first - 1)
            let word = text.utf8[more..<first - 1].map { $0 | 0x20 }
            // The union's president: what it belongs to is no part of the role.
            guard !word.isEmpty, !isGenitive(more), !Self.smallWords.contains(word, 0..<word.count),
                !SpeechVerbs.english.contains(word, 0..<word.count),
                isLower(more) || more == block.lowerBound || isSentenceStart(more)
            else { break }
            first = more
            count += 1
            if !isApposed { break }
        }
        return first..<end
    }

    private func isGenitive(_ word: Int) -> Bool {
        word > block.lowerBound && text.utf8[word - 1] == UInt8(ascii: "'") || word >= 3 && text.utf8.holds("’", at: word - 3)
    }

    private static let kin = PhraseSet(
        "sister brother wife husband son daughter mother father friend uncle aunt cousin nephew niece grandson granddaughter fiancee fiance named called"
    )

    /// `his sister Martha`
    var isKin: Bool {
        guard name.lowerBound > block.lowerBound + 2, text.utf8[name.lowerBound - 1] == 0x20 else { return false }
        return Self.kin.contains(text.utf8, wordStart(before: name.lowerBound - 1)..<name.lowerBound - 1)
    }

    private func isLower(_ offset: Int) -> Bool { text.utf8[offset] &- 0x61 < 26 }

    private func isSentenceStart(_ offset: Int) -> Bool {
        offset < block.lowerBound + 2 || [UInt8(ascii: "."), UInt8(ascii: "\""), UInt8(ascii: "?")].contains(text.utf8[offset - 2])
    }

    private func isRole(_ word: Range<Int>) -> Bool {
        guard text.utf8[word.lowerBound] &- 0x41 < 26 else { return EnglishOccupations.contains(text.utf8, word) }
        guard word.lowerBound == block.lowerBound || isSentenceStart(word.lowerBound) else { return false }
        // Driver Amina Yusuf: a role at the beginning of a sentence.
        let lower = text.utf8[word].map { $0 | 0x20 }
        return EnglishOccupations.contains(lower, 0..<lower.count)
    }

    private func wordStart(before end: Int) -> Int {
        var start = end
        while start > block.lowerBound, (text.utf8[start - 1] | 0x20) &- 0x61 < 26 || text.utf8[start - 1] == UInt8(ascii: "-") {
            start -= 1
        }
        return start
    }

    /// Letters behind a name: Sir George Hallam, M.P., the chairman.
    private static let honours = PhraseSet(
        "M.P. MP MSP MEP MLA Q.C. QC K.C. KC O.B.E. OBE C.B.E. CBE M.B.E. MBE K.C.B. KCB V.C. VC J.P. JP F.R.S. FRS R.N. RN Esq. Esq M.D. MD D.D. DD Ph.D. PhD LL.D. B.A. BA M.A. MA Jr. Jr Sr. RA DSO"
    )

    /// `, the city's mayor,` or `, 54, a baker,` behind a name: the role, without its article.
    var appositive: Range<Int>? {
        guard var start = afterComma(name.upperBound) else { return nil }
        while let letters = Self.honours.match(in: text.utf8, at: start, limit: block.upperBound), let next = afterComma(letters) {
            start = next
        }
        if let age = ageEnd(start) {
            guard let next = afterComma(age) else { return nil }
            start = next
        }
        let stop = phraseEnd(from: start)
        let words = text.utf8[start..<stop].split(separator: 0x20)
        guard let first = words.first, !Self.openings.contains(text.utf8, first.startIndex..<first.endIndex) else { return nil }
        let kept = words.prefix { !Self.closings.contains(text.utf8, $0.startIndex..<$0.endIndex) }
        guard kept.count <= 14, let last = kept.last, kept.contains(where: { isRoleNoun($0.startIndex..<$0.endIndex) }) else { return nil }
        var begin = first.startIndex
        if ["the", "a", "an"].contains(where: { first.elementsEqual($0.utf8) }) {
            guard let second = kept.dropFirst().first else { return nil }
            begin = second.startIndex
        }
        return begin < last.endIndex ? begin..<last.endIndex : nil
    }

    private static let openings = PhraseSet(
        "who which said and but where whose when while or as if says after before in on at for with you we they he she it there i not quoted"
    )
    private static let closings = PhraseSet(
        "since who when which whose where whom as that told said was is had has were are after before while because if but"
    )

    private func isRoleNoun(_ word: Range<Int>) -> Bool {
        guard text.utf8[word.lowerBound] &- 0x41 < 26 else { return EnglishOccupations.contains(text.utf8, word) }
        // Chapman and Miller are people of their own.
        let lower = text.utf8[word].map { $0 &- 0x41 < 26 ? $0 | 0x20 : $0 }
        return Titles.englishNouns.contains(lower, 0..<lower.count)
    }

    private func afterComma(_ offset: Int) -> Int? {
        guard offset + 2 < block.upperBound, text.utf8[offset] == UInt8(ascii: ","), text.utf8[offset + 1] == 0x20 else { return nil }
        return offset + 2
    }

    /// The end of an age of two digits or three.
    private func ageEnd(_ offset: Int) -> Int? {
        var end = offset
        while end < block.upperBound, text.utf8[end] &- 0x30 < 10 { end += 1 }
        return (1...3).contains(end - offset) ? end : nil
    }

    /// Where a phrase ends: at a comma, a semicolon, or a full stop that no abbreviation ends with.
    private func phraseEnd(from start: Int) -> Int {
        let limit = min(block.upperBound, start + 140)
        var stop = start
        while stop < limit {
            switch text.utf8[stop] {
            case UInt8(ascii: ","), UInt8(ascii: ";"), UInt8(ascii: "("), UInt8(ascii: "\""), UInt8(ascii: ":"): return stop
            case UInt8(ascii: "."):
                if stop + 1 >= block.upperBound || text.utf8[stop + 1] == 0x20 && !isAbbreviation(before: stop) { return stop }
            default: break
            }
            stop += 1
        }
        return stop
    }

    private static let abbreviations = PhraseSet("St Mt Ft Dr Mr Mrs Ms Gov Sen Rep Prof")

    private func isAbbreviation(before stop: Int) -> Bool {
        let start = wordStart(before: stop)
        return Self.abbreviations.contains(text.utf8, start..<stop) || stop - start == 1 && text.utf8[start] &- 0x41 < 26
    }

    // MARK: What follows

    /// `, 81,` or `, who`: what follows a person's name.
    var isDescribed: Bool {
        guard let next = afterComma(name.upperBound) else { return false }
        if text.utf8.holds("who ", at: next) || text.utf8.holds("whose ", at: next) { return true }
        guard let age = ageEnd(next), age - next == 2 else { return false }
        return age >= block.upperBound || text.utf8[age] == UInt8(ascii: ",") || text.utf8[age] == UInt8(ascii: ".")
    }

    /// Whether a verb of speech stands directly before or after the name.
    var isSpeaking: Bool {
        if name.upperBound < block.upperBound, text.utf8[name.upperBound] == UInt8(ascii: ",") {
            // The railway's manager, Ines Duarte, said; Jane Smith, the city's mayor, said
            if isVerb(after: name.upperBound + 1) { return true }
            let limit = min(block.upperBound, name.upperBound + 90)
            let close = text.utf8[(name.upperBound + 1)..<limit].firstIndex { $0 == UInt8(ascii: ",") || $0 == UInt8(ascii: ".") }
            if let close, text.utf8[close] == UInt8(ascii: ","), isVerb(after: close + 1) { return true }
        }
        return isVerb(after: name.upperBound) || isVerbBefore || isBesideQuotation
    }

    /// `"…," laughed Ngaio Pearse`, `"…," Ngaio Pearse laughed`: verbs that lead to words in quotation marks alone.
    private var isBesideQuotation: Bool {
        let start = name.lowerBound
        guard start - 2 > block.lowerBound, text.utf8[start - 1] == 0x20 else { return false }
        if closesQuotation(start - 1) {
            guard name.upperBound + 1 < block.upperBound, text.utf8[name.upperBound] == 0x20,
                let end = SpeechVerbs.englishBesideQuotes.match(in: text.utf8, at: name.upperBound + 1, limit: block.upperBound)
            else { return false }
            return end >= block.upperBound || (text.utf8[end] | 0x20) &- 0x61 >= 26
        }
        guard let verb = SpeechVerbs.englishBesideQuotes.match(in: text.utf8, endingAt: start - 1, from: block.lowerBound),
            verb - 1 > block.lowerBound, text.utf8[verb - 1] == 0x20
        else { return false }
        return closesQuotation(verb - 1)
    }

    /// Whether a quotation mark stands before a space.
    private func closesQuotation(_ space: Int) -> Bool {
        text.utf8[space - 1] == UInt8(ascii: "\"") || space >= 3 && text.utf8.holds("”", at: space - 3)
    }

    private func isVerb(after end: Int) -> Bool {
        guard end + 1 < block.upperBound, text.utf8[end] == 0x20,
            let verb = SpeechVerbs.english.match(in: text.utf8, at: end + 1, limit: block.upperBound)
        else { return false }
        return verb >= block.upperBound || (text.utf8[verb] | 0x20) &- 0x61 >= 26
    }

    private var isVerbBefore: Bool {
        let start = name.lowerBound
        guard start - 1 > block.lowerBound, text.utf8[start - 1] == 0x20,
            let verb = SpeechVerbs.english.match(in: text.utf8, endingAt: start - 1, from: block.lowerBound)
        else { return false }
        return verb == block.lowerBound || text.utf8[verb - 1] == 0x20
    }
}
