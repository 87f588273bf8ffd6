public import LinecasterKit

/// The article's text alone, its blocks parted by one blank line.
func plainText(_ article: Article) -> [UInt8] { article.utf8 + [0x0A] }

/// The summary as running text: its sentences, with a space between those that are written with spaces.
public func summaryText(_ article: Article) -> String {
    var result = ""
    for sentence in article[.summary] {
        let text = article[sentence.range]
        if let last = result.unicodeScalars.last, let first = text.unicodeScalars.first, last.value < 0x2E80 || first.value < 0x80,
            last.value != 0x201D || first.value < 0x80
        {
            result += " "
        }
        result += text
    }
    return result
}
