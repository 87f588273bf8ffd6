/// What each feature weighs, in nats of log odds for a break.
///
/// Set by hand on the examples of the tests; what depends on the article (blank lines, indents) is
/// estimated from the article itself, see ``Habits``.
enum Weights {
    static func weight(_ feature: Feature) -> Double {
        switch feature {
        case .always: -1.0
        case .endsSentence: 1.6
        case .endsMidSentence: -4.5
        case .endsInPause: -6.0
        case .endsInHyphen: -7.0
        case .endsOpen: -9.0
        case .shortAfterSentence: 4.0
        case .somewhatShortAfterSentence: 1.8
        case .fullAfterSentence: -1.0
        case .shortInMidSentence: 1.5
        case .farShortInMidSentence: 4.0
        case .nextBeginsMidway: -9.0
        case .nextLacksIndent: 3.0
        case .nextIsFull: -2.2
        case .nextIsIndented: 3.5
        case .nextIsNotIndented: -2.0
        case .blankLine: 2.0
        case .noBlankLine: -1.0
        case .nextOpensQuote: 0.6
        case .nextIsNumbered: 2.2
        case .nextIsBullet: 12.0
        case .nextIsDateline: 3.0
        case .nextBeginsWithParticle: -2.5
        case .nextIsLowercase: -4.5
        case .nextIsUppercase: 0.4
        case .openQuote: -1.2
        case .openBracket: -3.0
        }
    }

    // The roles of lines, against body text.

    /// A short line without a full stop that stands where a title can.
    static let headingShape = 3.2
    /// The line ends far from the column's edge.
    static let headingFarShort = 1.6
    static let headingIsolated = 2.0
    /// A blank line on one side alone.
    static let headingSetOff = 0.8
    /// What follows begins as a paragraph does.
    static let headingBeforeParagraph = 1.2
    static let headingFirst = 2.5
    static let headingWide = 3.0
    static let headingLast = 1.5
    /// What keeps an ordinary line from being a title.
    static let headingPrior = -2.2
    static let creditLine = 6.0
    static let captionMark = 2.0
    static let captionCredit = 7.0
    static let captionIsolated = 3.0
    /// What it costs to begin a caption.
    static let captionBegins = -2.0
    /// A line that completes a caption begun before: its credit.
    static let captionCompletes = 3.0
    static let listingRun = 6.0

    // Steps from one role to the next.

    /// Body text that stops in mid-sentence for another block.
    static let interruption = -3.0
    /// The same where a blank line stands between.
    static let interruptionAtBlank = -1.2
    /// A caption or title that goes on in the next line.
    static let captionGoesOn = 1.2
    static let titleGoesOn = 1.0
    static let otherGoesOn = -4.0
}
