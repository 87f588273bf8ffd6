import LinecasterKit
import LinecasterLanguage

/// Finds the words of an article, with the words that the user named and the names that the article taught
/// whole wherever they stand.
struct WordFinder {
    private let mode: Segment.Words
    private let userWords: [String]

    /// - Throws: `StageError` when the file of words cannot be read.
    init(_ settings: Segment.Settings) throws(StageError) {
        mode = settings.words
        var words = settings.wordList
        if let path = settings.wordFile { words += try WordFile.words(path: path) }
        userWords = words
    }

    func words(of blocks: [Annotation<Block>], in text: [UInt8]) -> [Annotation<Word>] {
        let ranges = blocks.map(\.range.offsets)
        return mode == .news ? newsWords(in: text, ranges) : finerWords(in: text, ranges)
    }

    private func newsWords(in text: [UInt8], _ blocks: [Range<Int>]) -> [Annotation<Word>] {
        var reader = NameReader(words: .words, classes: .classes, names: .names)
        let readings = blocks.map {
            text.holdsIdeographs($0) ? reader.read(text, range: $0) : .init(words: letterWords(in: text, $0), names: [])
        }
        let names = taught(readings, in: text)
        let whole = WholeWords(userWords + names.keys.map { String(decoding: $0, as: UTF8.self) })
        var result: [Annotation<Word>] = []
        for (block, reading) in zip(blocks, readings) {
            let kinds = Dictionary(reading.names.map { ($0.range, EntityKind($0.kind)) }, uniquingKeysWith: { first, _ in first })
            for word in whole.applied(to: reading.words, in: text, block) where !text.trimmed(word).isEmpty {
                result.append(Annotation(TextRange(text.trimmed(word)), Word(name: kinds[word] ?? names[text[word]])))
            }
        }
        return result
    }

    private func finerWords(in text: [UInt8], _ blocks: [Range<Int>]) -> [Annotation<Word>] {
        var reader = WordReader(tagger: .finerWords)
        let whole = WholeWords(userWords)
        return blocks.flatMap { block in
            let words = text.holdsIdeographs(block) ? reader.words(in: text, range: block) : letterWords(in: text, block)
            return whole.applied(to: words, in: text, block).map(text.trimmed).filter { !$0.isEmpty }.map {
                Annotation(TextRange($0), Word())
            }
        }
    }

    /// Names that the article uses again, or that are long enough to be no chance: words from then on.
    private func taught(_ readings: [NameReader.Reading], in text: [UInt8]) -> [ArraySlice<UInt8>: EntityKind] {
        var counts: [ArraySlice<UInt8>: Int] = [:]
        var kinds: [ArraySlice<UInt8>: EntityKind] = [:]
        for name in readings.flatMap(\.names) {
            counts[text[name.range], default: 0] += 1
            kinds[text[name.range]] = EntityKind(name.kind)
        }
        return kinds.filter { name, _ in
            let length = text.scalars(in: name.indices).count
            return length >= 3 || (length == 2 && (counts[name] ?? 0) >= 2)
        }
    }
}

extension EntityKind {
    fileprivate init(_ kind: NameReader.Kind) {
        switch kind {
        case .person: self = .person
        case .place: self = .place
        case .organization: self = .organization
        }
    }
}
