/// What a lexicon knows of a word besides that it is one.
public struct WordFlags: OptionSet, Hashable, Sendable {
    public let rawValue: UInt16
    public init(rawValue: UInt16) { self.rawValue = rawValue }

    /// A Chinese surname: `王`, `欧阳`.
    public static let surname = WordFlags(rawValue: 1 << 0)
    /// A name of a person, or a part of one.
    public static let person = WordFlags(rawValue: 1 << 1)
    /// A name of a place: `上海`.
    public static let place = WordFlags(rawValue: 1 << 2)
    /// What ends names of places: `自治区`.
    public static let placeSuffix = WordFlags(rawValue: 1 << 3)
    /// A name of an organization: `新华社`.
    public static let organization = WordFlags(rawValue: 1 << 4)
    /// What ends names of organizations: `有限公司`.
    public static let organizationSuffix = WordFlags(rawValue: 1 << 5)
    /// An office or an occupation: `书记`.
    public static let title = WordFlags(rawValue: 1 << 6)
    /// A verb that reports speech: `表示`.
    public static let speechVerb = WordFlags(rawValue: 1 << 7)
    /// A word of time: `上午`.
    public static let time = WordFlags(rawValue: 1 << 8)
    /// A word of an alphabet.
    public static let letters = WordFlags(rawValue: 1 << 9)
    /// A word that the user added.
    public static let user = WordFlags(rawValue: 1 << 10)
    /// A verb, an adjective, an adverb, or a word of grammar: hardly a part of a name.
    public static let common = WordFlags(rawValue: 1 << 11)
    /// A word of English that is written in small letters: no name, or not only one.
    public static let smallLetters = WordFlags(rawValue: 1 << 12)
}
