import Foundation
import LinecasterLanguage

/// A corpus in which names are marked.
struct NamedCorpus {
    struct Sentence {
        var text: [Unicode.Scalar] = []
        /// Ranges of scalars, and what they name.
        var names: [(kind: NameReader.Kind, range: Range<Int>)] = []

        /// The text as bytes, and the byte offset of each scalar and of the end.
        var utf8: (bytes: [UInt8], offsets: [Int]) {
            var bytes: [UInt8] = []
            var offsets = [0]
            for scalar in text {
                bytes += UTF8.encode(scalar).map(Array.init) ?? []
                offsets.append(bytes.count)
            }
            return (bytes, offsets)
        }
    }

    var sentences: [Sentence] = []
    /// The words of each sentence, where the corpus parts them.
    private(set) var words: [[SegmentedCorpus.Word]] = []
    /// Kinds that the corpus does not mark, or marks by another convention.
    var unmarked: [NameReader.Kind] = []
    /// Kinds whose marks may stand for a part of a name of an unmarked kind: 北京 in 北京大学.
    var parts: [NameReader.Kind] = []
    /// The convention by which the corpus marks names, as the features number it; 0 is the one wanted.
    var convention: UInt32 = 0

    /// Reads a file by its form: a character and its BIO tag a line, CLUENER's JSON, or `word/tag` text.
    init(path: String) throws {
        let text = try String(contentsOfFile: path, encoding: .utf8).replacingOccurrences(of: "\r", with: "")
        if path.hasSuffix(".json") {
            sentences = try text.split(separator: "\n").map { try Self.cluener(Data($0.utf8)) }
            // Its addresses are places of another kind: whole addresses, and not the countries in the news.
            unmarked = [.place]
            convention = 1
        } else if text.prefix(2000).contains("/") {
            var corpus = try SegmentedCorpus(path: path)
            corpus.joinNames()
            words = corpus.sentences
            sentences = words.map(Self.tagged)
            // It parts the names of organizations into words, and marks only those that are one.
            unmarked = [.organization]
            parts = [.place, .organization]
            convention = 2
        } else {
            sentences = text.components(separatedBy: "\n\n").map(Self.bio)
        }
        removeSentences(where: \.text.isEmpty)
    }

    /// Leaves sentences out.
    mutating func removeSentences(where isOut: (Sentence) -> Bool) {
        let kept = sentences.indices.filter { !isOut(sentences[$0]) }
        if !words.isEmpty { words = kept.map { words[$0] } }
        sentences = kept.map { sentences[$0] }
    }

    private static func bio(_ block: String) -> Sentence {
        var sentence = Sentence()
        var open: (kind: NameReader.Kind, start: Int)?
        func close() {
            if let name = open { sentence.names.append((name.kind, name.start..<sentence.text.count)) }
            open = nil
        }
        for line in block.split(separator: "\n") {
            let columns = line.split(whereSeparator: \.isWhitespace)
            guard columns.count >= 2, let scalar = columns[0].unicodeScalars.first else { continue }
            let tag = columns[columns.count - 1]
            if !tag.hasPrefix("I-") { close() }
            if tag.hasPrefix("B-"), let kind = NameReader.Kind(rawValue: String(tag.dropFirst(2))) { open = (kind, sentence.text.count) }
            sentence.text.append(scalar)
        }
        close()
        return sentence
    }

    private static let tags: [String: NameReader.Kind] = ["nr": .person, "nr-whole": .person, "ns": .place, "nt": .organization]

    private static func tagged(_ words: [SegmentedCorpus.Word]) -> Sentence {
        var sentence = Sentence()
        for word in words {
            let start = sentence.text.count
            sentence.text += word.text.unicodeScalars
            if let kind = tags[word.tag] { sentence.names.append((kind, start..<sentence.text.count)) }
        }
        return sentence
    }

    /// A line of CLUENER: last characters are counted in.
    private static func cluener(_ line: Data) throws -> Sentence {
        struct Line: Decodable {
            let text: String
            let label: [String: [String: [[Int]]]]
        }
        let kinds: [String: NameReader.Kind] = [
            "name": .person, "organization": .organization, "company": .organization, "government": .organization,
        ]
        let line = try JSONDecoder().decode(Line.self, from: line)
        var sentence = Sentence(text: Array(line.text.unicodeScalars))
        for (label, names) in line.label {
            guard let kind = kinds[label] else { continue }
            for place in names.values.joined() where place.count == 2 { sentence.names.append((kind, place[0]..<(place[1] + 1))) }
        }
        sentence.names.sort { $0.range.lowerBound < $1.range.lowerBound }
        return sentence
    }
}
