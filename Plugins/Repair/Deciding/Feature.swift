/// A fact about the boundary between two lines that speaks for a break or against it.
///
/// A coding key, so that its name is known without reflection, which takes long.
enum Feature: Int, CaseIterable, CodingKey {
    case always
    case endsSentence
    case endsMidSentence
    case endsInOpenWord
    case endsInPause
    case endsInHyphen
    case splitsAddress
    case endsOpen
    case paragraphsAreShort
    case paragraphsAreLong
    case shortAfterSentence
    case roomAfterSentence
    case somewhatShortAfterSentence
    case fullAfterSentence
    case shortInMidSentence
    case farShortInMidSentence
    case nextBeginsMidway
    case nextLacksIndent
    case nextIsFull
    case nextIsWideAsFirst
    case nextIsWideAsOthers
    case nextIsIndented
    case nextIsNotIndented
    case blankLine
    case noBlankLine
    case nextOpensQuote
    case nextIsNumbered
    case nextIsBullet
    case nextContinuesList
    case nextRefersBack
    case barelyFullAfterSentence
    case nextIsDateline
    case nextIsBracketed
    case nextIsTurn
    case nextBeginsWithParticle
    case nextIsLowercase
    case nextIsUppercase
    case openQuote
    case openBracket
    case cutsWord
    case endsWord
    // What trees alone see; both weigh nothing by themselves.
    case endsLongStretch
    case endsShortStretch

    /// The fact in words, for the person who reads why.
    var words: String {
        switch self {
        case .always: "most lines go on"
        case .endsSentence: "the line ends a sentence"
        case .endsMidSentence: "the line ends in mid-sentence"
        case .endsInOpenWord: "the line ends in a word after which more must come"
        case .endsInPause: "the line ends in a comma or its like"
        case .splitsAddress: "an address goes on in the next line"
        case .endsInHyphen: "the line ends in a hyphen"
        case .endsOpen: "the line ends in an opening mark"
        case .paragraphsAreShort: "paragraphs here are of few sentences"
        case .paragraphsAreLong: "paragraphs here are of many sentences"
        case .shortAfterSentence: "the line is short and its sentence complete"
        case .roomAfterSentence: "the line has room for more than the next word and its sentence is complete"
        case .somewhatShortAfterSentence: "the line has room for the next word and its sentence is complete"
        case .fullAfterSentence: "the line is full"
        case .shortInMidSentence: "the line is short though its sentence goes on"
        case .farShortInMidSentence: "the line stops far from the column's edge in mid-sentence"
        case .nextBeginsMidway: "the next line begins with a mark that cannot begin one"
        case .nextLacksIndent: "the next line is short by a lost indent"
        case .nextIsFull: "the next line is as long as those within a paragraph"
        case .nextIsWideAsFirst: "the next line is as wide as first lines here"
        case .nextIsWideAsOthers: "the next line is as wide as those within a paragraph here"
        case .nextIsIndented: "the next line is indented"
        case .nextIsNotIndented: "the next line is not indented as paragraphs here are"
        case .blankLine: "a blank line stands between"
        case .noBlankLine: "no blank line stands between as it does between paragraphs here"
        case .nextOpensQuote: "the next line opens a quotation"
        case .nextIsNumbered: "the next line is numbered"
        case .nextContinuesList: "the next line begins an item of a list"
        case .nextRefersBack: "the next line begins with a word that refers to what was just said"
        case .barelyFullAfterSentence: "the line is as good as full"
        case .nextIsBullet: "the next line begins with a bullet"
        case .nextIsDateline: "the next line begins a report"
        case .nextIsBracketed: "the next line begins with a bracket or a word as reports do"
        case .nextIsTurn: "the next line begins a turn of a conversation"
        case .nextBeginsWithParticle: "the next line begins with a word that begins no sentence"
        case .nextIsLowercase: "the next line begins with a small letter"
        case .nextIsUppercase: "the next line begins with a capital"
        case .openQuote: "a quotation is still open"
        case .openBracket: "a bracket is still open"
        case .cutsWord: "a word of the lexicon would be cut"
        case .endsWord: "no word would be cut"
        case .endsLongStretch: "without a break the paragraph would be longer than others here"
        case .endsShortStretch: "with a break the paragraph would be shorter than others here"
        }
    }
}

extension Fact.Kind {
    /// The features that say of a boundary what facts of this kind tell the trees, a bit for each.
    var features: UInt64 {
        switch self {
        case .ending: Self.endings
        case .width: Self.widths
        case .nextWidth: Self.nextWidths
        case .blank: Self.blanks
        case .indent: Self.indents
        case .length: 0
        case .wording: Self.wordings
        }
    }

    private static let endings = bits(of: [.endsSentence, .endsMidSentence, .endsInPause, .endsInHyphen])
    private static let widths = bits(of: [
        .shortAfterSentence, .roomAfterSentence, .somewhatShortAfterSentence, .barelyFullAfterSentence, .fullAfterSentence,
        .farShortInMidSentence, .shortInMidSentence,
    ])
    private static let nextWidths = bits(of: [.nextLacksIndent, .nextIsFull])
    private static let blanks = bits(of: [.blankLine, .noBlankLine])
    private static let indents = bits(of: [.nextIsIndented, .nextIsNotIndented])
    private static let wordings = bits(of: [
        .endsInOpenWord, .openBracket, .openQuote, .nextOpensQuote, .nextBeginsWithParticle, .nextIsLowercase, .nextRefersBack,
        .nextIsUppercase, .cutsWord,
        .endsWord,
    ])

    private static func bits(of features: [Feature]) -> UInt64 { features.reduce(0) { $0 | 1 << UInt64($1.rawValue) } }
}
