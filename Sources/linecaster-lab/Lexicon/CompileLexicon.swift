import ArgumentParser
import Foundation
import LinecasterLanguage

/// Compiles the lexicon that the program carries.
struct CompileLexicon: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "lexicon",
        abstract: "Compile word lists to the lexicon that is part of the program."
    )

    @Option(help: "Chinese words, one a line: word, frequency, part of speech (the form of jieba's dict.txt).") var chinese: String
    @Option(help: "The folder of SCOWL's word lists.") var english: String
    @Option(help: "Traditional characters and their simplified forms, one a line, parted by a tab (OpenCC's TSCharacters).")
    var forms: String
    @Option(help: "Where the lexicon goes.") var output = "Sources/CLanguageData/lexicon.bin"

    func run() throws {
        let words = try ChineseWordList(path: chinese).words + EnglishWordList(folder: english).words + KnownWords.words
        let file = try Lexicon.file(words, forms: characterForms())
        try Data(file).write(to: URL(fileURLWithPath: output))
        let lexicon = try Lexicon(path: output)
        print("\(lexicon.count) words in \(file.count) bytes")
    }

    private func characterForms() throws -> [UInt32: UInt32] {
        var result: [UInt32: UInt32] = [:]
        for line in try String(contentsOfFile: forms, encoding: .utf8).split(separator: "\n") {
            let columns = line.split(whereSeparator: { $0 == "\t" || $0 == " " })
            guard columns.count >= 2, let form = columns[0].unicodeScalars.first, let plain = columns[1].unicodeScalars.first,
                columns[0].unicodeScalars.count == 1, form != plain
            else { continue }
            result[form.value] = plain.value
        }
        return result
    }
}
