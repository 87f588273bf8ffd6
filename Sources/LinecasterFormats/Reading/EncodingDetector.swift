import LinecasterLanguage

/// Finds the encoding of plain text by evidence: a byte order mark, well-formedness, and how common the
/// characters are that each encoding would give.
struct EncodingDetector {
    /// What was found, and how sure that is.
    struct Verdict {
        let encoding: TextEncoding
        /// The length of the byte order mark.
        let markLength: Int
        let confidence: Double
    }

    func detect(_ bytes: [UInt8]) -> Verdict {
        if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { return Verdict(encoding: .utf8, markLength: 3, confidence: 1) }
        if bytes.starts(with: [0xFF, 0xFE]) { return Verdict(encoding: .utf16LittleEndian, markLength: 2, confidence: 1) }
        if bytes.starts(with: [0xFE, 0xFF]) { return Verdict(encoding: .utf16BigEndian, markLength: 2, confidence: 1) }
        if isUTF8(bytes) { return Verdict(encoding: .utf8, markLength: 0, confidence: 1) }
        if let verdict = utf16WithoutMark(bytes) { return verdict }
        return best(bytes)
    }

    private func isUTF8(_ bytes: [UInt8]) -> Bool { (try? UTF8Span(validating: bytes.span)) != nil && !bytes.contains(0) }

    /// Text in UTF-16 has a zero or a byte of Chinese in every second place.
    private func utf16WithoutMark(_ bytes: [UInt8]) -> Verdict? {
        guard bytes.count >= 4, bytes.count % 2 == 0 else { return nil }
        let sample = bytes.prefix(4096)
        var even = 0
        var odd = 0
        for (index, byte) in sample.enumerated() where byte == 0 || (0x4E...0x9F).contains(byte) || byte == 0x30 || byte == 0xFF {
            if index % 2 == 0 { even += 1 } else { odd += 1 }
        }
        let half = sample.count / 2
        guard bytes.contains(0) else { return nil }
        if odd * 10 >= half * 9, even * 2 < half { return Verdict(encoding: .utf16LittleEndian, markLength: 0, confidence: 0.9) }
        if even * 10 >= half * 9, odd * 2 < half { return Verdict(encoding: .utf16BigEndian, markLength: 0, confidence: 0.9) }
        return nil
    }

    /// The multi-byte encoding whose reading of a sample looks most like text.
    private func best(_ bytes: [UInt8]) -> Verdict {
        let sample = bytes.prefix(64 * 1024)
        let invalid = malformedShareAsUTF8(sample)
        // A few bad bytes in what is UTF-8 otherwise.
        if invalid < 0.2 { return Verdict(encoding: .utf8, markLength: 0, confidence: 0.9) }
        var scored: [(encoding: TextEncoding, score: Double)] = []
        for encoding in [TextEncoding.gb18030, .big5, .shiftJIS, .windows1252] {
            scored.append((encoding, plausibility(sample, as: encoding)))
        }
        scored.sort { $0.score > $1.score }
        let margin = scored[0].score - scored[1].score
        return Verdict(encoding: scored[0].encoding, markLength: 0, confidence: min(0.99, 0.5 + margin))
    }

    /// The share of multi-byte sequences that are malformed as UTF-8.
    private func malformedShareAsUTF8(_ sample: ArraySlice<UInt8>) -> Double {
        var bad = 0
        var all = 0
        var offset = sample.startIndex
        while offset < sample.endIndex {
            let byte = sample[offset]
            guard byte >= 0x80 else {
                offset += 1
                continue
            }
            all += 1
            let length = byte >= 0xF0 ? 4 : byte >= 0xE0 ? 3 : byte >= 0xC2 ? 2 : 0
            let end = offset + length
            if length > 0, end <= sample.endIndex, sample[offset + 1..<end].allSatisfy({ $0 & 0xC0 == 0x80 }) {
                offset = end
            } else {
                bad += end > sample.endIndex ? 0 : 1
                offset += 1
            }
        }
        return all == 0 ? 0 : Double(bad) / Double(all)
    }

    /// How much of a sample reads as common characters, from 0 to 1.
    private func plausibility(_ sample: ArraySlice<UInt8>, as encoding: TextEncoding) -> Double {
        guard let iconv = Iconv(from: encoding.iconvName, to: "UTF-8") else { return -1 }
        var points = 0.0
        var all = 0.0
        var start = sample.startIndex
        while start < sample.endIndex {
            let (text, stop) = iconv.convert(sample[start...])
            for scalar in text.scalars(in: 0..<text.count) where scalar.value >= 0x80 {
                all += 1
                points += weight(of: scalar.value, in: encoding)
            }
            // A character cut at the sample's end is no fault.
            guard stop < sample.endIndex, sample.endIndex - stop > 3 else { break }
            all += 1
            points -= 1
            start = stop + 1
        }
        return all == 0 ? 0 : points / all
    }

    private func weight(of value: UInt32, in encoding: TextEncoding) -> Double {
        if CommonCharacters.all.contains(value) { return 1 }
        switch characterClass(value) {
        case .kana: return encoding == .shiftJIS && value < 0xFF00 ? 1 : -0.3
        case .han: return 0.1
        case .pause, .terminal, .opening, .closing, .dash: return value == 0x3002 || value == 0xFF0C || value == 0x3001 ? 1 : 0.5
        case .letter: return encoding == .windows1252 ? 0.35 : -0.2
        case .space: return 0.2
        default: return encoding == .windows1252 ? -0.4 : -0.3
        }
    }
}

/// The characters that fill most of any Chinese or Japanese text, in both forms.
private enum CommonCharacters {
    static let all = ScalarSet(
        """
        的一是不了在人有我他这个们中来上大为和国地到以说时要就出会可也你对生能而子那得于着下自之年过发后作里用道行所然家种事成方多经么去法学如都同现当没动面起看定天分还进好小部其些主样理心她本前开但因只从想实日军者意无力它与长把机十民第公此已工使情明性知全三又关点正业外将两高间由问很最重并物手应战向头文体政美相见被利什二等产或新己制身果加西斯月话合回特代内信表化老给世位次度门任常先海通教儿原东声提立及比员解水名真论处走义各入几口认条平系气题活尔更别打女变四神总何电数安少报才结反受目太量再感建务做接必场件计管期市直德资命山金指克许统区保至队形社便空决治展马科司五基眼书非则听白却界达光放强即像难且权思王象完设式色路记南品住告类求据程北边死张该交规万取拉格望觉术领共确传师观清今切院让识候带导争运
        這個們來為國說時會對發後過裡種經麼學現當動還進樣從開實無與長機關點業將兩間問並應戰頭體見產話內給門東聲義員論處氣題別變總電數報結務場計資統區隊決馬書則聽卻達強難權設記類據邊張該規萬覺術領確傳師觀識帶導爭運
        """.unicodeScalars.map(\.value).filter { $0 > 0x7F }
    )
}
