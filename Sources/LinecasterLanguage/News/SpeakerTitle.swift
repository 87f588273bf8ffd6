/// A title that says who says it: `市长：六年后通车`. It is one of its own, under the headline.
public enum SpeakerTitle {
    /// Whether a line begins with two to five characters and a colon.
    ///
    /// - Parameter line: The line's bytes without white space at its ends.
    public static func opens(_ text: [UInt8], line: Range<Int>) -> Bool {
        var offset = line.lowerBound
        for count in 0...5 where offset < line.upperBound {
            let scalar = text.scalar(at: offset)
            if scalar.value == 0xFF1A { return count >= 2 }
            guard characterClass(scalar.value) == .han else { return false }
            offset = scalar.end
        }
        return false
    }
}
