import ArgumentParser
import Foundation
import LinecasterLanguage
import Testing

@testable import linecaster_lab

@Suite final class CorporaTests {
    private let folder = FileManager.default.temporaryDirectory.appending(path: "linecaster-corpora-\(UUID().uuidString)")

    init() throws { try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true) }

    deinit { try? FileManager.default.removeItem(at: folder) }

    private func file(_ text: String, _ suffix: String = ".txt") throws -> String {
        let url = folder.appending(path: "\(UUID().uuidString)\(suffix)")
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

    /// Names of organizations are parted: where a place or nothing is marked, one may be right.
    @Test func namesOfPartedWordsLeaveOrganizationsOpen() throws {
        let corpus = try NamedCorpus(path: file("陈/nr  明远/nr  去/v  上海/ns  大学/n  、/w  外交部/nt\n"))
        #expect(corpus.sentences[0].names.map(\.kind) == [.person, .place, .organization])
        #expect(corpus.sentences[0].names.map(\.range) == [0..<3, 4..<6, 9..<12])
        let options = try NameModelOptions.parse(["--corpus", "x"])
        var reader = try options.reader()
        let sequence = NameModelOptions.sequence(corpus.sentences[0], of: corpus, &reader)
        #expect(sequence.unmarked.map { NameModelOptions.tags[Int($0)] } == ["B-ORG", "I-ORG", "E-ORG", "S-ORG"])
        let veils = Set(sequence.veils.map { NameModelOptions.tags[Int($0)] })
        #expect(veils.contains("O") && veils.contains("B-LOC") && veils.contains("E-ORG") && !veils.contains("B-PER"))
    }

    /// What is learned from again and again does not push open organizations out, and teaches those that are marked.
    @Test func whatIsOpenIsNotLearnedAgainst() throws {
        let bank = try NamedCorpus(path: file(String(repeating: "江 B-ORG\n北 I-ORG\n银 I-ORG\n行 I-ORG\n开 O\n业 O\n\n", count: 4)))
        let parted = try NamedCorpus(path: file(String(repeating: "江北/ns  银行/n  开业/v\n", count: 4)))
        let options = try NameModelOptions.parse(["--corpus", "x", "--weight", "1"])
        var reader = try options.reader()
        let sequences = [bank, parted].flatMap { corpus in
            corpus.sentences.map { NameModelOptions.sequence($0, of: corpus, &reader) }
        }
        var learned = try options.reader(options.trainer.train(sequences) { _ in }.tagger)
        let text = Array("江北银行开业".utf8)
        #expect(learned.names(in: text, range: 0..<text.count).map(\.kind) == [.organization])
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
