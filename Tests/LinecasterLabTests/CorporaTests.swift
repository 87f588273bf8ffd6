import ArgumentParser
import Foundation
import LinecasterLanguage
import Testing

@testable import linecaster_lab

@Suite struct CorporaTests {
    private func file(_ text: String, _ suffix: String = ".txt") throws -> String {
        let url = FileManager.default.temporaryDirectory.appending(path: "corpus-\(UUID().uuidString)\(suffix)")
        try text.write(to: url, atomically: true, encoding: .utf8)
        return url.path()
    }

    @Test func wordsPartedBySpacesAreRead() throws {
        let corpus = try SegmentedCorpus(path: file("公园  昨天  开放  。  \r\n他  去  了\n"))
        #expect(corpus.sentences.map { $0.map(\.text) } == [["公园", "昨天", "开放", "。"], ["他", "去", "了"]])
    }

    @Test func wordsWithTagsAreReadAndNamesJoined() throws {
        var corpus = try SegmentedCorpus(path: file("陈/nr  明远/nr  去/v  上海/ns  １/２/m\n"))
        corpus.joinNames()
        #expect(corpus.sentences[0].map(\.text) == ["陈明远", "去", "上海", "１/２"])
        #expect(corpus.sentences[0].map(\.tag) == ["nr-whole", "v", "ns", "m"])
    }

    @Test func connectedColumnsAreRead() throws {
        let corpus = try SegmentedCorpus(path: file("# text = 他去\n1\t他\t他\tPRON\tPRP\n2\t去\t去\tVERB\tVV\n\n1\t好\t_\tADJ\tJJ\n", ".conllu"))
        #expect(corpus.sentences.map { $0.map(\.text) } == [["他", "去"], ["好"]])
        #expect(corpus.sentences[0].map(\.tag) == ["PRP", "VV"])
    }

    @Test func namesByCharactersAreRead() throws {
        let corpus = try NamedCorpus(path: file("陈 B-PER\n明 I-PER\n去 O\n上 B-LOC\n海 I-LOC\n\n好 O\n"))
        #expect(corpus.sentences.map { String(String.UnicodeScalarView($0.text)) } == ["陈明去上海", "好"])
        #expect(corpus.sentences[0].names.map(\.kind) == [.person, .place])
        #expect(corpus.sentences[0].names.map(\.range) == [0..<2, 3..<5])
    }

    @Test func namesOfCLUENERAreReadWithTheirLastCharacter() throws {
        let line = #"{"text": "陈明加入江北银行", "label": {"name": {"陈明": [[0, 1]]}, "company": {"江北银行": [[4, 7]]}, "address": {"江北": [[4, 5]]}}}"#
        let corpus = try NamedCorpus(path: file(line + "\n", ".json"))
        #expect(corpus.sentences[0].names.map(\.range) == [0..<2, 4..<8])
        #expect(corpus.sentences[0].names.map(\.kind) == [.person, .organization])
        #expect(corpus.unmarked == [.place])
    }

    @Test func sentencesOfUnseenCorporaAreLeftOut() throws {
        var corpus = try SegmentedCorpus(path: file("东岸区  昨天  开放  了  一座  滨江  公园\n他  去  了\n"))
        let unseen = try Unseen.parse(["--unseen", file("他说东岸区昨天开放了一座滨江公园。\n")])
        try unseen.remove(from: &corpus, "corpus")
        #expect(corpus.sentences.map { $0.map(\.text) } == [["他", "去", "了"]])
    }
}
