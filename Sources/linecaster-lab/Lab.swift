import ArgumentParser

/// Tools for those who work on Linecaster: labelled text without end, and weights learned from it.
@main
struct Lab: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "linecaster-lab",
        abstract: "Set labelled text; learn and measure the weights of repair; compile the lexicon.",
        subcommands: [
            Typeset.self, Train.self, Trees.self, Evaluate.self, KeptLines.self, SongEnds.self, BlockKinds.self, Fuzz.self,
            CompileLexicon.self, MarkEnglish.self, Words.self, Classes.self, Names.self,
            SentenceCases.self, Languages.self, RecognizerCases.self, Entities.self, Speakers.self,
            Summaries.self, SummaryFaultsCommand.self,
        ]
    )
}
