/// The words with which an English byline begins: `By `, `Words and photographs by `.
public enum EnglishByline {
    /// What a byline's head tells.
    public struct Head {
        /// The byte after it.
        public let end: Int
        /// Whether whoever it names took the pictures too.
        public let isOfPictures: Bool
    }

    /// The head that begins at an offset; nil where none does.
    public static func head(_ text: [UInt8], at offset: Int, limit: Int) -> Head? {
        if let end = both.match(in: text, at: offset, limit: limit) { return Head(end: end, isOfPictures: true) }
        return authors.match(in: text, at: offset, limit: limit).map { Head(end: $0, isOfPictures: false) }
    }

    private static let authors = PhraseSet(constant: [
        "By ", "BY ", "Written by ", "Story by ", "Text by ", "Words by ", "Words: ", "Report by ", "Reported by ", "Review by ",
        "Interview by ",
    ])
    private static let both = PhraseSet(
        constant: ["Words", "Story", "Text", "Report"].flatMap { text in
            ["photographs", "photos", "pictures", "images", "photography"].flatMap { ["\(text) and \($0) by ", "\(text) & \($0) by "] }
        } + ["Words and photos: ", "Words and pictures: "]
    )
}
