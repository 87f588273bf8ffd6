import ArgumentParser
import Foundation
import LinecasterKit
import RepairStage

/// `linecaster-lab song-ends`: how much likelier each end of a line is in verse than in wrapped text.
struct SongEnds: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "song-ends",
        abstract: "Count the ends of lines in song and in typeset articles, from which repair has their likelihoods.",
        discussion: "Of the file of verse every other piece is counted; the rest can be measured with."
    )

    @Option(help: "A file of English sentences or paragraphs, one a line.") var english: String
    @Option(help: "A file of verse, in which a line with % parts pieces.") var verse: String
    @Option(help: "How many articles to set.") var articles = 1500

    func run() throws {
        let song = versePieces(of: try String(contentsOfFile: verse, encoding: .utf8)).enumerated().filter { $0.offset % 2 == 0 }
        let paragraphs = try Paragraphs(file: english, isChinese: false, seed: 1).half(forLearning: true)
        let typesetter = Typesetter(paragraphs: paragraphs, isChinese: false)
        let inSong = song.flatMap { songEnds(in: Array($0.element.joined(separator: "\n").utf8)) }
        let inText = (0..<articles).flatMap { songEnds(in: Array(typesetter.article(seed: 1_000_000 + $0, length: 3...12).text.utf8)) }
        print("| line ends in, next begins with, room | song | text | tenths |")
        print("| --- | --- | --- | --- |")
        printRows(inSong.map(\.shape), inText.map(\.shape)) { _ in "" }
        print("\n| next begins with, fact, among those that begin so | song | text | tenths |")
        print("| --- | --- | --- | --- |")
        printRows(inSong.flatMap(\.facts), inText.flatMap(\.facts)) { fact in
            fact.replacingOccurrences(of: "not: ", with: "")
        }
    }

    /// Prints how much likelier each name is in song than in text, among the names of its group.
    private func printRows(_ song: [String], _ text: [String], group: (String) -> String) {
        func counts(_ names: [String]) -> (names: [String: Int], groups: [String: Int]) {
            let names = names.reduce(into: [:]) { $0[$1, default: 0] += 1 }
            return (names, names.reduce(into: [:]) { $0[group($1.key), default: 0] += $1.value })
        }
        let (song, text) = (counts(song), counts(text))
        for name in Set(song.names.keys).union(text.names.keys).sorted() {
            func share(_ counts: (names: [String: Int], groups: [String: Int])) -> Double {
                (Double(counts.names[name, default: 0]) + 0.5) / Double(max(1, counts.groups[group(name), default: 0]))
            }
            let tenths = 10 * log(share(song) / share(text))
            print("| \(name) | \(song.names[name, default: 0]) | \(text.names[name, default: 0]) | \(Int(tenths.rounded())) |")
        }
    }
}
