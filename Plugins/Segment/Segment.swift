public import LinecasterKit
import LinecasterLanguage

/// The stage, for the list of built-in stages.
public let segment = StageDescriptor(Segment.self)

/// Names the blocks of an article, tells its language, and finds its sentences.
struct Segment: Stage {
    static let manifest = StageManifest(
        name: "segment",
        summary:
            "Names the blocks (headline, byline, caption, paragraph and so on), tells the language, and finds the sentences and, if asked, the words.",
        provides: ["blocks", "sentences", "languages", "words"],
        examples: [
            StageExample(
                "The text stays as it is",
                input: "图书馆延长开放\n\n市图书馆昨天起延长开放时间。读者可凭身份证入馆。",
                output: "图书馆延长开放\n\n市图书馆昨天起延长开放时间。读者可凭身份证入馆。"
            )
        ]
    )

    /// What a pipeline file may tell the stage.
    struct Settings: StageSettings {
        var language: String?
        var words = Words.none
        var wordList: [String] = []
        var wordFile: String?

        init() {}

        static let fields = [
            Field("language", \Self.language, "The article's language as a BCP 47 tag; found from the text when it is not given."),
            Field("words", \Self.words, "Whether to find words: as news parts them, finer as Universal Dependencies does, or not at all."),
            Field("word_list", \Self.wordList, "Words of your own, which are kept whole wherever they stand."),
            Field("word_file", \Self.wordFile, "A text file of words of your own, one a line; `#` begins a comment."),
        ]
    }

    /// How words are parted.
    enum Words: String, ConfigChoice { case none, news, finer }

    private let settings: Settings
    private let wordFinder: WordFinder?

    init(settings: Settings) throws(StageError) {
        self.settings = settings
        wordFinder = try settings.words == .none ? nil : WordFinder(settings)
    }

    func process(_ article: Article) -> Changes {
        var changes = Changes()
        let drafts = article[.blocks].isEmpty ? draftBlocks(article.utf8) : article[.blocks]
        let blocks = BlockNaming(article.utf8, drafts).named()
        changes.set(.blocks, to: blocks)
        changes.set(.sentences, to: sentences(of: blocks, in: article.utf8))
        changes.set(.languages, to: languages(of: blocks, in: article.utf8))
        if let wordFinder { changes.set(.words, to: wordFinder.words(of: blocks, in: article.utf8)) }
        return changes
    }

    private func sentences(of blocks: [Annotation<Block>], in text: [UInt8]) -> [Annotation<Sentence>] {
        let boundaries = SentenceBoundaries()
        var result: [Annotation<Sentence>] = []
        for (index, block) in blocks.enumerated() {
            switch block.value.kind {
            case .table: continue
            case .headline, .kicker, .subhead, .byline, .dateline:
                result.append(Annotation(block.range, Sentence(block: index)))
            case .paragraph, .listItem, .caption, .deck, .note:
                result += boundaries.sentences(in: text, range: block.range.offsets).map {
                    Annotation(TextRange($0), Sentence(block: index))
                }
            }
        }
        return result
    }

    private func languages(of blocks: [Annotation<Block>], in text: [UInt8]) -> [Annotation<Language>] {
        let whole = TextRange(0..<text.count)
        if let tag = settings.language { return [Annotation(whole, Language(tag: tag, confidence: 1))] }
        let identifier = LanguageIdentifier()
        let main = identifier.language(of: text, in: whole.offsets)
        var result = [Annotation(whole, main)]
        for block in blocks where block.value.kind == .paragraph && block.range.count >= 60 {
            let language = identifier.language(of: text, in: block.range.offsets)
            // A block differs when it is sure and of another language, not only of less evidence.
            let isSame = language.tag.prefix(2) == main.tag.prefix(2) || language.tag == "und"
            if !isSame, language.confidence > 0.8 { result.append(Annotation(block.range, language)) }
        }
        return result
    }
}
