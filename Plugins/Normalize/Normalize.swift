public import LinecasterKit

/// The stage, for the list of built-in stages.
public let normalize = StageDescriptor(Normalize.self)

/// Brings characters into one form, without touching lines.
///
/// The text is brought to NFC, never to NFKC, which would turn full-width punctuation into half-width.
struct Normalize: Stage {
    static let manifest = StageManifest(
        name: "normalize",
        summary:
            "Brings characters into one form: composed, unified, half-width digits and letters, full-width punctuation in Chinese, nothing invisible.",
        rules: [
            Rule("unify-line-end", "A line ends with a line feed alone."),
            Rule("remove-markup", "A tag or comment of HTML or XML is taken out."),
            Rule("decode-reference", "A character reference of HTML becomes its character."),
            Rule("remove-footnote-mark", "A mark that sends the reader to a note is taken out of the text."),
            Rule("compose", "A letter and its accent become one character (NFC)."),
            Rule("unify-ideograph", "A radical or compatibility character becomes the ordinary character that it looks like."),
            Rule("split-ligature", "A ligature becomes its letters."),
            Rule("remove-invisible", "A zero-width or control character is taken out."),
            Rule("remove-soft-hyphen", "A soft hyphen within a line is taken out."),
            Rule("unify-space", "A space of another width becomes an ordinary one."),
            Rule("narrow-letter", "A full-width letter or digit becomes half-width."),
            Rule("widen-kana", "Half-width kana become full-width."),
            Rule("widen-punctuation", "A half-width mark between Chinese characters becomes full-width."),
            Rule("close-letter-spacing", "Chinese characters that were set apart come together."),
            Rule("close-number", "A number that a space cut in two is whole again."),
            Rule("mend-digit", "A letter that was read for a digit within a number becomes the digit."),
            Rule("match-pair", "An angle whose closing mark is a round bracket becomes one."),
            Rule("curl-quote", "Straight quotation marks around Chinese become curled ones."),
            Rule("remove-space-before-mark", "A space before a mark in text of letters is taken out."),
            Rule("join-drop-capital", "A drop capital goes back to its word."),
            Rule("remove-stray-space", "A space between Chinese characters or marks is taken out."),
        ],
        examples: [
            StageExample("Full-width digits and a radical", input: "２０２３年⼀月", output: "2023年一月"),
            StageExample("Half-width marks in Chinese", input: "他说,今天开放(免费).", output: "他说，今天开放（免费）。"),
            StageExample("Letter-spaced Chinese", input: "中 国 人 民 银 行", output: "中国人民银行"),
            StageExample("Markup", input: "<p>他说&ldquo;今天开放&rdquo;。</p>", output: "\n\n他说“今天开放”。\n\n"),
            StageExample(
                "Footnote marks",
                input: "The treaty was signed in 1887[1] and renewed twice.²\n\n[1] The date is disputed.",
                output: "The treaty was signed in 1887 and renewed twice.\n\n[1] The date is disputed."
            ),
            StageExample("English stays as it is", input: "He said, \"Wait (please).\"", output: "He said, \"Wait (please).\""),
        ]
    )

    /// What a pipeline file may tell the stage.
    struct Settings: StageSettings {
        var width = WidthChoice.unify
        var punctuation = PunctuationChoice.widen
        var letterSpacing = LetterSpacingChoice.close
        var misreadings = MisreadingChoice.mend
        var markup = MarkupChoice.remove
        var footnoteMarks = FootnoteMarkChoice.remove

        init() {}

        static let fields = [
            Field("width", \Self.width, "Whether full-width letters and digits become half-width."),
            Field("punctuation", \Self.punctuation, "Whether half-width marks between Chinese characters become full-width."),
            Field("letter_spacing", \Self.letterSpacing, "Whether Chinese characters that were set apart come together."),
            Field("misreadings", \Self.misreadings, "Whether letters that OCR read for digits within numbers become digits."),
            Field("markup", \Self.markup, "Whether tags and character references of HTML are taken for what they mean."),
            Field("footnote_marks", \Self.footnoteMarks, "Whether marks that send the reader to a note are taken out."),
        ]
    }

    enum WidthChoice: String, ConfigChoice { case unify, keep }
    enum PunctuationChoice: String, ConfigChoice { case widen, keep }
    enum LetterSpacingChoice: String, ConfigChoice { case close, keep }
    enum MisreadingChoice: String, ConfigChoice { case mend, keep }
    enum MarkupChoice: String, ConfigChoice { case remove, keep }
    enum FootnoteMarkChoice: String, ConfigChoice { case remove, keep }

    private let settings: Settings

    init(settings: Settings) { self.settings = settings }

    func process(_ article: Article) -> Changes {
        let removals = removals(from: article.utf8)
        let taken = TakenRanges(of: removals.edits)
        var pass = CharacterPass(article.utf8)
        pass.run(narrowsLetters: settings.width == .unify, widensPunctuation: settings.punctuation == .widen)
        var spaces = Changes()
        ChineseSpaces.propose(in: article.utf8, closesLetterSpacing: settings.letterSpacing == .close, &spaces)
        // The space behind a mark that becomes full-width went with it.
        var changes = spaces.edits.isEmpty ? pass.changes : pass.changes.adding(spaces.edits, besides: TakenRanges(of: pass.changes.edits))
        BrokenNumbers.propose(in: article.utf8, &changes)
        LatinSpaces.propose(in: article.utf8, &changes)
        if settings.misreadings == .mend { MistakenDigits.propose(in: article.utf8, &changes) }
        if settings.punctuation == .widen { PairedMarks.propose(in: article.utf8, besides: taken, &changes) }
        return taken.isEmpty ? changes : removals.adding(changes.edits, besides: taken)
    }

    /// What does not belong to the text at all: markup, and marks of notes outside it.
    private func removals(from text: [UInt8]) -> Changes {
        var markup = Changes()
        if settings.markup == .remove { Markup.propose(in: text, &markup) }
        guard settings.footnoteMarks == .remove else { return markup }
        var marks = Changes()
        FootnoteMarks.propose(in: text, &marks)
        return markup.adding(marks.edits, besides: TakenRanges(of: markup.edits))
    }
}
