public import LinecasterKit

/// The stage, for the list of built-in stages.
public let repair = StageDescriptor(Repair.self)

/// Joins the lines that a column broke and parts the blocks that extraction ran together.
///
/// For every boundary between two lines it decides: join, or break. One best path over all lines weighs
/// the column's measure, punctuation, indents, blank lines and what the lines look like.
struct Repair: Stage {
    static let manifest = StageManifest(
        name: "repair",
        summary:
            "Joins the lines that a column broke, parts the blocks that were run together, and takes out page numbers and running heads.",
        provides: ["blocks"],
        rules: [
            Rule("join-wrapped-line", "A line that the column's width broke goes on in the next."),
            Rule("join-across-blank", "A paragraph goes on after the blank lines or page furniture of a column break."),
            Rule("join-hyphenated-word", "A word that was hyphenated at the line's end is whole again."),
            Rule("join-compound-word", "A hyphen at the line's end belongs to the word and stays."),
            Rule("join-stretched-line", "Words that a justified line set so far apart that each was read as a line come together."),
            Rule("join-spelled-heading", "Capitals that were read a line each are a word again."),
            Rule("join-at-soft-hyphen", "A line that extraction began at a soft hyphen is part of the one before it."),
            Rule("join-address", "An address of the web or of mail is whole again."),
            Rule("join-split-punctuation", "A mark that extraction put on a line of its own goes back to its sentence."),
            Rule("separate-block", "One blank line parts two blocks."),
            Rule("keep-line", "A line of a table, a listing or verse stays a line."),
            Rule("drop-page-number", "A page number is not part of the article."),
            Rule("drop-running-head", "The page's name, date, section and editors are not part of the article."),
            Rule("drop-doubled-line", "A line that was read twice stands once."),
            Rule("drop-stray-hyphen", "The hyphen that shows where a word was broken was read as a line of its own."),
            Rule("drop-column-rule", "The rule between columns is not part of the article."),
            Rule("drop-dot-leader", "Dots that lead from a title to its page are not part of the text."),
            Rule("drop-blank-line", "White space around what was taken out goes with it."),
        ],
        examples: [
            StageExample(
                "A wrapped line and a new paragraph",
                input: "市图书馆昨天起延长开放时间，每晚十点\n闭馆。\n　　读者可凭身份证入馆，无需预约，自习\n室另设夜间入口。\n",
                output: "市图书馆昨天起延长开放时间，每晚十点闭馆。\n\n读者可凭身份证入馆，无需预约，自习室另设夜间入口。"
            ),
            StageExample(
                "A hyphen at a line's end",
                input:
                    "The harbour board said on Tuesday that the recon-\nstruction of the eastern quay would be finished\nbefore the winter storms.\n",
                output:
                    "The harbour board said on Tuesday that the reconstruction of the eastern quay would be finished before the winter storms."
            ),
        ]
    )

    /// What a pipeline file may tell the stage.
    struct Settings: StageSettings {
        var columnBreaks = ColumnBreaks.join
        var pageFurniture = PageFurnitureChoice.drop
        var hyphens = HyphenChoice.decide

        init() {}

        static let fields = [
            Field("column_breaks", \Self.columnBreaks, "Whether a paragraph may go on after a blank line."),
            Field("page_furniture", \Self.pageFurniture, "What becomes of page numbers and running heads."),
            Field("hyphens", \Self.hyphens, "Whether a hyphen at a line's end may be dropped."),
        ]
    }

    enum ColumnBreaks: String, ConfigChoice { case join, keep }
    enum PageFurnitureChoice: String, ConfigChoice { case drop, keep }
    enum HyphenChoice: String, ConfigChoice { case decide, keep }

    private let settings: Settings

    init(settings: Settings) { self.settings = settings }

    func process(_ article: Article) -> Changes { propose(article, model: .shipped) }

    /// - Parameter size: About how many bytes of a long text are repaired at a time.
    func propose(_ article: Article, model: RepairModel, inSectionsOf size: Int = Section.usualSize) -> Changes {
        var proposal = Proposal()
        for section in Section.all(of: article.utf8, about: size) {
            let lines = ArticleLines(article.utf8, section, dropsFurniture: settings.pageFurniture == .drop, model: model)
            var rewriting = Rewriting(lines, decode(lines, joinsAcrossBlanks: settings.columnBreaks == .join), settings)
            rewriting.propose(in: &proposal)
        }
        return proposal.changes
    }
}

/// What the stage proposes by a model that is still being learned.
public func proposeRepairs(_ article: Article, model: RepairModel) -> Changes {
    Repair(settings: Repair.Settings()).propose(article, model: model)
}
