/// English abbreviations whose full stop may not end a sentence.
enum Abbreviations {
    /// Stand before a name or a number, and so never end a sentence.
    private static let titles: Set<String> = [
        "mr", "mrs", "ms", "dr", "prof", "sr", "st", "mt", "ft", "gen", "col", "lt", "sgt", "capt", "maj", "cpl", "adm", "gov", "sen",
        "rep", "pres", "rev", "hon", "supt", "insp", "messrs", "mme", "mlle", "no", "nos", "vol", "fig", "figs", "art", "sec", "ch",
        "pp", "p", "vs", "v", "cf", "e.g", "i.e", "eg", "ie", "viz", "ca", "approx", "al", "ed", "eds", "dept", "univ", "assn", "bros",
    ]

    /// May end a sentence: the next word decides.
    private static let others: Set<String> = [
        "inc", "ltd", "co", "corp", "jr", "etc", "a.m", "p.m", "u.s", "u.k", "u.n", "e.u", "d.c", "u.s.a", "ph.d", "b.a", "m.a", "m.d",
        "jan", "feb", "mar", "apr", "jun", "jul", "aug", "sep", "sept", "oct", "nov", "dec", "mon", "tue", "wed", "thu", "fri", "sat",
        "sun", "ave", "blvd", "rd", "est", "min", "max", "ext", "tel",
    ]

    /// Begin a sentence more often than they follow an abbreviation within one.
    private static let starters: Set<String> = [
        "the", "a", "an", "he", "she", "it", "they", "we", "i", "you", "this", "that", "these", "those", "in", "on", "at", "but", "and",
        "however", "when", "while", "if", "his", "her", "their", "our", "there", "after", "before", "as", "for", "with", "by", "from",
        "to", "so", "then", "also", "mr.", "mrs.", "ms.", "dr.", "millions", "police", "officials", "one", "two", "what", "who",
    ]

    /// Whether the sentence goes on after a word and its full stop.
    ///
    /// - Parameters:
    ///   - word: The word before the full stop, without it.
    ///   - nextIsUppercase: Whether the next word begins with a capital.
    ///   - next: The next word.
    static func goesOn(after word: String, nextIsUppercase: Bool, next: String) -> Bool {
        let lower = word.lowercased()
        if titles.contains(lower) {
            let wantsNumber = ["no", "nos", "p", "pp", "fig", "vol", "art", "sec", "ch"].contains(lower)
            return !wantsNumber || (next.first?.isNumber ?? false)
        }
        let isInitial = word.count == 1 && (word.first?.isUppercase ?? false) && word != "I"
        if isInitial { return true }
        let isKnown = others.contains(lower) || (lower.contains(".") && lower.split(separator: ".").allSatisfy { $0.count == 1 })
        guard isKnown else { return !nextIsUppercase && (next.first?.isLowercase ?? false) }
        guard nextIsUppercase else { return true }
        return !starters.contains(next.lowercased())
    }
}
