/// What speaks for a line's role, or for a step that is not between two lines of body text.
enum Trait: Int, CaseIterable, CodingKey {
    /// What keeps an ordinary line from being a title.
    case titleAlways
    /// A short line without a full stop.
    case titleShort
    /// The line ends far from the column's edge.
    case titleFarShort
    /// A line that is not short, between blank lines.
    case titleFullIsolated
    /// A line that is not short, with no blank line on one side.
    case titleFull
    /// Blank lines on both sides.
    case titleIsolated
    /// A blank line on one side.
    case titleSetOff
    /// What follows begins as a paragraph does.
    case titleBeforeParagraph
    /// A report begins behind it, with its dateline or its writer.
    case titleBeforeReport
    /// At the top of the article.
    case titleFirst
    /// At the end of the article.
    case titleLast
    /// Wider than the column.
    case titleWide
    /// An English line that begins with a capital.
    case titleCapital
    /// An English line that begins with a small letter.
    case titleLowercase
    /// The line before is full and its sentence goes on.
    case titleAfterOpenSentence
    /// The line ends in a word after which more must come: 的, 和, `of`.
    case titleEndsMidPhrase
    /// A sentence ends within the line.
    case titleHoldsStop
    /// A clause ends within the line, more than once.
    case titleHoldsPauses
    /// The line is a credit.
    case titleIsCredit
    /// The line ends in a full stop.
    case titleEndsSentence
    /// The line ends in a comma or begins with a closing mark.
    case titleEndsMidway
    /// Longer than any title.
    case titleTooLong
    /// The line is a byline or a signpost.
    case creditLine
    /// The line has the words of a caption.
    case captionCredit
    /// The line begins with the mark of captions.
    case captionMark
    /// A sentence alone between blank lines where paragraphs have none.
    case captionIsolated
    /// What it costs to begin a caption.
    case captionBegins
    /// A caption begins in a line that shows nothing of one.
    case captionBeginsUnmarked
    /// The line completes a caption with its credit.
    case captionCompletes
    /// The photographer's credit alone follows in a line of its own.
    case captionCredited
    /// A caption's line ends in the words before a photographer's name.
    case captionNamesNext
    /// A caption goes on.
    case captionGoesOn
    /// A caption goes on after a short line.
    case captionGoesOnAfterShort
    /// The line belongs to a run of rows, verse or times.
    case listing
    /// Body text stops in mid-sentence for another block.
    case interruption
    /// The same where a blank line stands between.
    case interruptionAtBlank
    /// A word of the lexicon goes on from a title's line to the next.
    case titleCutsWord
    /// Larger type would explain the line's end, and a word ends there.
    case titleWrapsAtWord
    /// A title that cannot end here goes on.
    case titleGoesOn
    /// A title that fills the column in larger type goes on in a shorter line.
    case titleWraps
    /// Lines of a title end, before white space, in a full stop: a sentence set in larger type.
    case titleCompletesSentence
    /// A title or caption that could end here goes on.
    case otherGoesOn
    /// Body text begins anew with a small letter.
    case bodyBeginsLowercase
    /// Body text begins anew with a closing mark.
    case bodyBeginsMidway
    /// The next row of a listing.
    case rowGoesOn
    /// The next row behind a blank line.
    case rowGoesOnAcrossBlank
}
