/// English abbreviations whose full stop may not end a sentence.
public enum Abbreviations {
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

    /// States and provinces behind a city, written with a capital.
    private static let states: Set<String> = [
        "Ala", "Ariz", "Ark", "Calif", "Colo", "Conn", "Del", "Fla", "Ga", "Ill", "Ind", "Kan", "Ky", "La", "Md", "Mass", "Mich", "Minn",
        "Miss",
        "Mo", "Mont", "Neb", "Nev", "Okla", "Ont", "Ore", "Pa", "Que", "Tenn", "Tex", "Va", "Vt", "Wash", "Wis", "Wyo",
    ]

    /// Begin a sentence more often than they follow an abbreviation within one.
    private static let starters: Set<String> = [
        "the", "a", "an", "he", "she", "it", "they", "we", "i", "you", "this", "that", "these", "those", "in", "on", "at", "but", "and",
        "however", "when", "while", "if", "his", "her", "their", "our", "there", "after", "before", "as", "for", "with", "by", "from",
        "to", "so", "then", "also", "mr.", "mrs.", "ms.", "dr.", "millions", "police", "officials", "one", "two", "what", "who", "how",
        "why",
        "where", "which", "is", "are", "do", "does", "did", "can", "will", "would", "should", "please", "all", "my", "some", "many", "most",
    ]

    /// Whether the sentence goes on after a word and its full stop.
    ///
    /// - Parameters:
    ///   - word: The word before the full stop, without it.
    ///   - nextIsUppercase: Whether the next word begins with a capital.
    ///   - next: The next word.
    static func goesOn(after word: String, nextIsUppercase: Bool, next: String) -> Bool {
        let lower = word.lowercased()
        if titles.contains(lower) { return standsBefore(next, lower) }
        if isInitial(word) { return true }
        // SAN RAMON, Calif. (AP) — goes on; what begins a sentence behind a state is left to the rules below.
        if states.contains(word), next.first == "(" || next.first == "—" || next.first == "–" { return true }
        let isKnown = others.contains(lower) || (lower.contains(".") && lower.split(separator: ".").allSatisfy { $0.count == 1 })
        guard isKnown else { return !nextIsUppercase && (next.first?.isLowercase ?? false) }
        guard nextIsUppercase else { return true }
        // I'm, it's and their like count as the word before the apostrophe.
        let first = next.lowercased().prefix { $0 != "'" && $0 != "’" && $0 != "," }
        return !starters.contains(String(first))
    }

    /// Whether the word whose full stop ends at an offset is a title before a name, an initial, or a word before a
    /// number, none of which ends a sentence.
    ///
    /// - Parameter next: Where the next word begins.
    public static func standsBeforeName(stop: Int, next: Int, in text: [UInt8]) -> Bool {
        var start = stop - 1
        while start > 0, stop - start < 12, text[start - 1] > 0x20, text[start - 1] < 0x80 { start -= 1 }
        let word = String(decoding: text[start..<max(start, stop - 1)].drop { $0 < 0x30 }, as: UTF8.self)
        if isInitial(word) { return followsName(start, in: text) }
        let lower = word.lowercased()
        if lower == "u.s" || lower == "u.k" || lower == "u.n" { return belongsToCountry(next, in: text) }
        return titles.contains(lower) && standsBefore(String(decoding: text[next..<Swift.min(next + 1, text.count)], as: UTF8.self), lower)
    }

    private static let offices = PhraseSet(
        """
        District Attorney Attorneys Senator Senators Sen. Sens. Rep. Reps. Representative Representatives Supreme Army Navy Marine Marines Coast Forest \
        Postal Department Secretary President Ambassador House Senate Border Geological Court Circuit Bankruptcy Marshal Marshals Magistrate Treasury \
        Open Capitol Census Customs Justice Congress Congressman Congresswoman Environmental Securities Fish Bureau Embassy Route Highway Steel Soccer \
        Security Secretary-General Human Climate General Charter
        """
    )

    /// `U.S. | District Judge`: an office or a service of the country's, by its first word.
    private static func belongsToCountry(_ next: Int, in text: [UInt8]) -> Bool {
        guard let end = offices.match(in: text, at: next, limit: text.count) else { return false }
        return end >= text.count || (text[end] | 0x20) &- 0x61 >= 26
    }

    /// Whether an initial at an offset stands behind a capitalized word, as in names: `John F.`, not `files in A.`
    private static func followsName(_ start: Int, in text: [UInt8]) -> Bool {
        guard start > 0, text[start - 1] == 0x20 else { return true }
        var before = start - 1
        while before > 0, text[before - 1] > 0x20 { before -= 1 }
        return text[before] &- 0x41 < 26
    }

    /// Whether a word that stands before names, or before numbers alone, can stand before the next.
    private static func standsBefore(_ next: String, _ lower: String) -> Bool {
        let wantsNumber = ["no", "nos", "p", "pp", "fig", "vol", "art", "sec", "ch"].contains(lower)
        return !wantsNumber || (next.first?.isNumber ?? false)
    }

    private static func isInitial(_ word: String) -> Bool { word.count == 1 && (word.first?.isUppercase ?? false) && word != "I" }
}
