/// What a word is in its sentence: coarse parts of speech, proper names of each kind among them.
public enum WordClass: UInt8, Sendable, CaseIterable {
    case noun, person, place, organization, otherName, abbreviation, verb, verbalNoun, adjective, adverb, number, time, preposition
    case particle, pronoun, mark

    /// The tag of the class in models.
    package var tag: String { "S-\(self)" }
}
