/// What a look at a sentence tells of whether it may stand in a summary.
struct SentenceSigns {
    /// How a sentence can stand.
    enum Standing {
        /// By itself.
        case alone
        /// Behind the sentence before it: it begins with 他, 因此, However, or is a quotation whose speaker stands there.
        case behind
        /// Only where the article has nothing better: very long or short, a question, a line that no mark ends.
        case atNeed
        /// Not at all: half of a quotation, or one whose speaker stands elsewhere.
        case never
    }

    var standing: Standing
    /// Its length in Unicode scalars.
    var characters: Int
    /// How many of these stand in quotation marks.
    var quoted: Int
    /// How many names of people, places and organizations it holds.
    var names: Int
    /// How many of its words tell of something new, decided or found.
    var cues: Int
}
