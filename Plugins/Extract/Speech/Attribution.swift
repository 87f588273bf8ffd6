/// Who a clause with a verb of speech says to speak.
enum SpeechSubject: Equatable {
    case named(String)
    /// An organization.
    case institution(String)
    /// 他, she.
    case pronoun
    /// Somebody by a title alone: 校长, 该经理.
    case titled(String)
    /// Nobody: the subject of the sentence before goes on.
    case omitted
    /// Somebody whose name the text does not tell.
    case unnamed
}

/// A verb of speech in a clause, and its subject.
struct Attribution {
    let subject: SpeechSubject
    let verb: Range<Int>
    /// Where what is said begins, when it follows.
    let speech: Int
}
