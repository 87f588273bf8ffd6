import ArgumentParser
import Foundation
import LinecasterKit
import RepairStage

/// `linecaster-lab song-ends`: how much likelier each end of a line is in verse than in wrapped text.
struct SongEnds: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "song-ends",
        abstract: "Count the ends of lines in song and in typeset articles, beside the likelihoods that repair has.",
        discussion: "Of the file of verse every other piece is counted; the rest can be measured with."
    )

    @Option(help: "A file of English sentences or paragraphs, one a line.") var english: String
    @Option(help: "A file of verse, in which a line with % parts pieces.") var verse: String
    @Option(help: "How many articles to set.") var articles = 1500

    func run() throws {
        let song = versePieces(of: try String(contentsOfFile: verse, encoding: .utf8)).enumerated().filter { $0.offset % 2 == 0 }
        let paragraphs = try Paragraphs(file: english, isChinese: false, seed: 1).half(forLearning: true)
        let typesetter = Typesetter(paragraphs: paragraphs, isChinese: false)
        let inSong = counts(song.map { $0.element.joined(separator: "\n") })
        let inText = counts((0..<articles).map { typesetter.article(seed: 1_000_000 + $0, length: 3...12).text })
        print("| line ends in, next begins with, room | song | text | tenths | repair has |")
        print("| --- | --- | --- | --- | --- |")
        let (songs, texts) = (Double(inSong.values.reduce(0, +)), Double(inText.values.reduce(0, +)))
        for end in Set(inSong.keys).union(inText.keys).sorted(by: { $0.name < $1.name }) {
            let (song, text) = (inSong[end, default: 0], inText[end, default: 0])
            let tenths = 10 * log((Double(song) + 0.5) / songs / ((Double(text) + 0.5) / texts))
            print("| \(end.name) | \(song) | \(text) | \(Int(tenths.rounded())) | \(end.likelihood) |")
        }
    }

    private func counts(_ texts: [String]) -> [SongEnd: Int] {
        texts.reduce(into: [:]) { counts, text in
            for end in songEnds(in: Array(text.utf8)) { counts[end, default: 0] += 1 }
        }
    }
}
