import LinecasterKit
import LinecasterLanguage

/// Finds names of organizations and places.
struct NameFinder {
    private let text: ArticleText
    private let people: PeopleFinder.Found
    private let companies: [Mention]
    /// Organizations and places in English text.
    private let english: [Mention]
    /// Places from which the article reports.
    private let datelines: [Annotation<Credit>]

    init(_ text: ArticleText, people: PeopleFinder.Found, companies: [Mention], english: [Mention], datelines: [Annotation<Credit>]) {
        self.text = text
        self.people = people
        self.companies = companies
        self.english = english
        self.datelines = datelines
    }

    func find() -> [Mention] {
        let formed = Ranges(companies.map(\.range.offsets))
        let offices = people.offices.filter { !formed.overlaps($0) }.map {
            Mention(TextRange($0), Entity(kind: .organization, name: text.string($0)))
        }
        var found = companies + offices
        let sure = Ranges(found.map(\.range.offsets))
        // What the article itself teaches.
        let taught = (ListedCompanies(text).find() + Teams(text).find() + TaughtPlaces(text, datelines).find()).filter {
            !sure.overlaps($0.range.offsets)
        }
        found += taught
        let rest = text.withoutNames(overlapping: people.offices + taught.map(\.range.offsets))
        let known = Ranges(found.map(\.range.offsets))
        for block in text.blocks where block.value.kind != .table {
            let range = block.range.offsets
            found += chinese(in: range, rest, known)
        }
        found += english
        let taken = Ranges(people.mentions.map(\.range.offsets))
        var forms = OrganizationShortForms(text, found.filter { !taken.overlaps($0.range.offsets) })
        return forms.linked().filter { !taken.overlaps($0.range.offsets) }
    }

    /// The names that the tagger found, and those of the lists and rules that it says nothing of.
    private func chinese(in block: Range<Int>, _ text: ArticleText, _ known: Ranges) -> [Mention] {
        let tagged =
            text.tagged.names(.organization, in: block).map { Mention(TextRange($0), Entity(kind: .organization, name: text.string($0))) }
            + text.tagged.names(.place, in: block).map { Mention(TextRange($0), Entity(kind: .place, name: text.string($0))) }
        let listed = ChineseNames(text).wellKnown(in: block).filter { mention in
            !known.overlaps(mention.range.offsets) && !text.tagged.covers(mention.range.offsets, .organization)
        }
        let correction = NameCorrection(text.utf8, block)
        let places = ChineseNames(text).places(in: block).filter { mention in
            !known.overlaps(mention.range.offsets) && !text.tagged.overlaps(mention.range.offsets)
        }.map { mention in
            guard let end = correction.office(after: mention.range.upperBound), !known.overlaps(mention.range.upperBound..<end) else {
                return mention
            }
            let office = mention.range.lowerBound..<end
            return Mention(TextRange(office), Entity(kind: .organization, name: text.string(office)))
        }
        // 宁德|时代: what a list knows as a whole has no parts.
        let whole = tagged.filter { mention in
            let index = listed.partitionPoint { $0.range.upperBound < mention.range.upperBound }
            guard index < listed.count else { return true }
            return listed[index].range.lowerBound > mention.range.lowerBound || listed[index].range.count <= mention.range.count
        }
        return whole + listed + places
    }
}
