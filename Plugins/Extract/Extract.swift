public import LinecasterKit
import LinecasterLanguage

/// The stage, for the list of built-in stages.
public let extract = StageDescriptor(Extract.self)

/// Finds who said what, who they are, when, where, and how much.
struct Extract: Stage {
    static let manifest = StageManifest(
        name: "extract",
        summary: "Finds people with their roles, organizations, places, times, quantities, quotations with their speakers, and keywords.",
        requires: ["blocks", "sentences"],
        provides: ["entities", "people", "quotes", "times", "quantities", "keywords", "credits"],
        examples: [
            StageExample(
                "The text stays as it is",
                input: "青浦区委书记徐建表示，今年新增就业岗位102个。",
                output: "青浦区委书记徐建表示，今年新增就业岗位102个。"
            )
        ]
    )

    /// What a pipeline file may tell the stage.
    struct Settings: StageSettings {
        var kinds = Kind.allCases
        var keywords = 10

        init() {}

        static let fields = [
            Field("kinds", \Self.kinds, "What to look for."),
            Field("keywords", \Self.keywords, in: 0...100, "How many keywords at most."),
        ]
    }

    enum Kind: String, ConfigChoice { case person, organization, place, time, quantity, quote, keyword, credit }

    private let kinds: Set<Kind>
    private let keywords: Int

    init(settings: Settings) {
        kinds = Set(settings.kinds)
        keywords = settings.keywords
    }

    func process(_ article: Article) -> Changes {
        let read = ArticleText(article)
        let companies = Companies(read).find()
        let text = read.withoutNames(overlapping: companies.map(\.range.offsets))
        let frame = ArticleDate.of(article)
        let credits = CreditFinder(text, frame: frame).find()
        let datelines = credits.filter { $0.value.kind == .dateline }
        let english = EnglishNames(text, datelines: datelines)
        let people = PeopleFinder(text, english: english.people, credited: credits.filter { Self.makers.contains($0.value.kind) }).find()
        let names = NameFinder(text, people: people, companies: companies, english: english.names, datelines: datelines).find()
        let entities = (people.mentions + names).sorted { $0.range.lowerBound < $1.range.lowerBound }
        var changes = Changes()
        changes.set(.entities, to: entities.filter { wants($0.value.kind) }.map { Annotation($0.range, $0.value) })
        if kinds.contains(.person) { changes.set(.people, to: people.people(indexedIn: entities.filter { wants($0.value.kind) })) }
        if kinds.contains(.quote) { changes.set(.quotes, to: speech(text, people.mentions.outside(credits), names)) }
        let taken = entities.map(\.range.offsets)
        let times = TimeFinder(text, frame: frame).find().outside(taken)
        let quantities = QuantityFinder(text, times: times).find().outside(taken)
        if kinds.contains(.time) { changes.set(.times, to: PersonAges.outside(times, ages: quantities)) }
        if kinds.contains(.quantity) { changes.set(.quantities, to: PersonAges(text, people.mentions).found(among: quantities)) }
        if kinds.contains(.keyword) { changes.set(.keywords, to: KeywordFinder(text, entities: entities).find(atMost: keywords)) }
        if kinds.contains(.credit) { changes.set(.credits, to: credits) }
        return changes
    }

    private static let makers: [CreditKind] = [.author, .correspondent, .photographer, .editor, .translator]

    private func speech(_ text: ArticleText, _ people: [Mention], _ names: [Mention]) -> [Annotation<Quote>] {
        let organizations = names.filter { $0.value.kind == .organization }.sorted { $0.range.lowerBound < $1.range.lowerBound }
        return QuoteFinder(text, people: people, organizations: organizations).find()
    }

    private func wants(_ kind: EntityKind) -> Bool {
        switch kind {
        case .person: kinds.contains(.person)
        case .organization: kinds.contains(.organization)
        case .place: kinds.contains(.place)
        }
    }
}

extension Array where Element == Mention {
    /// The mentions outside credits: who wrote the article speaks in it as rarely as the paper does.
    fileprivate func outside(_ credits: [Annotation<Credit>]) -> Self {
        let authors = Ranges(credits.filter { $0.value.kind != .dateline && $0.value.kind != .source }.map(\.range.offsets))
        return filter { !authors.overlaps($0.range.offsets) }
    }
}

extension Array {
    /// The annotations that are no part of a name: the third of the Third People's Hospital counts nothing.
    ///
    /// - Parameter names: Byte ranges in text order.
    fileprivate func outside<Value>(_ names: [Range<Int>]) -> Self where Element == Annotation<Value> {
        var left = names[...]
        return filter { item in
            while let first = left.first, first.upperBound <= item.range.lowerBound { left = left.dropFirst() }
            guard let first = left.first, first.overlaps(item.range.offsets) else { return true }
            return item.range.lowerBound <= first.lowerBound && first.upperBound <= item.range.upperBound
        }
    }
}
