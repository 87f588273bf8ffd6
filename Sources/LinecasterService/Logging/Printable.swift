extension String {
    /// The text without what would move a terminal's cursor or begin a line: names of files may hold anything.
    package var printable: String {
        var result = String.UnicodeScalarView()
        for scalar in unicodeScalars { result.append(scalar.properties.generalCategory == .control ? "\u{FFFD}" : scalar) }
        return String(result)
    }
}
