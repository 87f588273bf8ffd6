import ArgumentParser
import Foundation
import LinecasterLanguage

/// Flags the English words of a lexicon that are written in small letters.
///
/// Its words, costs and codes stay, and with them the models that were learned with it.
struct MarkEnglish: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "mark-english",
        abstract: "Flag the English words of a lexicon that are written in small letters."
    )

    @Option(help: "The folder of SCOWL's word lists.") var english: String
    @Option(help: "The lexicon, which is written anew.") var lexicon = "Sources/CLanguageData/lexicon.bin"

    func run() throws {
        let words = try EnglishWordList(folder: english).words.filter { $0.flags.contains(.smallLetters) }
        let file = try Data(contentsOf: URL(fileURLWithPath: lexicon))
        let marked = try Lexicon(path: lexicon).file(Array(file), adding: .smallLetters, to: words.map(\.text))
        try Data(marked).write(to: URL(fileURLWithPath: lexicon))
        print("\(words.count) words")
    }
}
