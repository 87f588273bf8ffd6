public import LinecasterKit

/// The article's text alone, its blocks parted by one blank line.
func plainText(_ article: Article) -> [UInt8] { article.utf8 + [0x0A] }

/// The summary as running text: what a language model wrote, where one was asked and its answer held; else the
/// sentences that were chosen.
public func summaryText(_ article: Article) -> String { article[.abstract].first?.value.text ?? chosenSentences(article) }

/// The chosen sentences, with a space between those that are written with spaces.
private func chosenSentences(_ article: Article) -> String {
    var result = ""
    for sentence in article[.summary] {
        let text = article[sentence.range]
        if let last = result.unicodeScalars.last, let first = text.unicodeScalars.first, isSpaced(last, first) { result += " " }
        result += text
    }
    return result
}

/// Whether a space parts two sentences: not behind a mark of Chinese, nor between a closing quotation mark and an ideograph.
private func isSpaced(_ last: Unicode.Scalar, _ first: Unicode.Scalar) -> Bool {
    last.value < 0x2E80 && !(last.value == 0x201D && first.value >= 0x2E80)
}
