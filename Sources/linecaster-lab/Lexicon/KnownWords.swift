import LinecasterLanguage

/// The words that the language floor knows by what they are, for the flags of the lexicon.
enum KnownWords {
    static var words: [LexiconWord] {
        let groups: [(PhraseSet, WordFlags)] = [
            (Titles.lexicon, .title), (SpeechVerbs.lexicon, .speechVerb), (Places.lexicon, .place), (Places.chineseSuffixes, .placeSuffix),
            (Organizations.lexiconSuffixes, .organizationSuffix), (Organizations.lexiconNames, .organization),
        ]
        return groups.flatMap { words, flags in words.words.map { LexiconWord($0, frequency: 1, flags: flags) } }
            + Surnames.all.map { LexiconWord($0, frequency: 1, flags: .surname) }
    }
}
