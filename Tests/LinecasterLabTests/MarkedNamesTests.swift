import ArgumentParser
import LinecasterKit
import LinecasterLanguage
import Testing

@testable import linecaster_lab

@Suite struct MarkedNamesTests {
    @Test func marksAreTakenOutAndTheirPlacesKept() throws {
        let marked = try MarkedNames("[[L:OTTAWA]] - [[P:Jane Doe]] of [[O:Acme]]", name: "a.txt")
        #expect(String(decoding: marked.text, as: UTF8.self) == "OTTAWA - Jane Doe of Acme")
        let names = [
            MarkedNames.Name(kind: .place, range: 0..<6), MarkedNames.Name(kind: .person, range: 9..<17),
            MarkedNames.Name(kind: .organization, range: 21..<25),
        ]
        #expect(marked.names == names)
    }

    @Test(arguments: ["one\n[[P:Jane Doe", "one\n[[X:Jane]] Doe", "one\n[[Jane]]"])
    func aMarkThatIsNoneSaysWhereItIs(_ text: String) {
        #expect {
            _ = try MarkedNames(text, name: "a.txt")
        } throws: { error in
            "\(error)".contains("a.txt:2:")
        }
    }

    @Test func sentencesOfACorpusAreParagraphs() {
        let one = NamedCorpus.Sentence(text: Array("李明在沪".unicodeScalars), names: [(.person, 0..<2), (.place, 3..<4)])
        let two = NamedCorpus.Sentence(text: Array("新华社".unicodeScalars), names: [(.organization, 0..<3)])
        let marked = MarkedNames([one, two][...])
        #expect(String(decoding: marked.text, as: UTF8.self) == "李明在沪\n\n新华社\n\n")
        #expect(marked.names.map { String(decoding: marked.text[$0.range], as: UTF8.self) } == ["李明", "沪", "新华社"])
        #expect(marked.names.map(\.kind) == [.person, .place, .organization])
    }

    @Test func aNameOfAnotherKindOrLengthIsWrong() throws {
        let marked = try MarkedNames("[[P:Jane Doe]] of [[O:Acme]] and [[L:Rome]]", name: "a.txt")
        var article = Article(name: "a.txt", text: String(decoding: marked.text, as: UTF8.self))
        var changes = Changes()
        changes.set(
            .entities,
            to: [
                Annotation(TextRange(0..<8), Entity(kind: .person, name: "Jane Doe")),
                Annotation(TextRange(12..<16), Entity(kind: .place, name: "Acme")),
                Annotation(TextRange(17..<25), Entity(kind: .place, name: "and Rome")),
            ]
        )
        try article.apply(changes, stage: "extract", step: 0)
        var score = EntityScore()
        let wrong = score.add(article, marked)
        #expect(Set(wrong) == ["missed organization Acme", "extra place Acme", "extra place and Rome", "missed place Rome"])
        #expect("\(score)".hasPrefix("F1 0.333 (1 right of 3 marked and 3 found)"))
    }
}
