public import LinecasterKit

/// What no editor would let stand in a summary, whatever the article.
///
/// - Returns: Each fault in words; none for a summary that holds.
public func summaryFaults(of article: Article) -> [String] {
    var faults: [String] = []
    let sentences = article[.summary]
    let texts = sentences.map { article[$0.range] }
    for (index, text) in texts.enumerated() {
        if text.isEmpty { faults.append("an empty sentence") }
        if let first = text.unicodeScalars.first, isClosing(first) { faults.append("begins with \(first): \(text.prefix(40))") }
        if let fault = brokenQuotation(in: text) { faults.append("\(fault): \(text.prefix(60))") }
        if texts[..<index].contains(text) { faults.append("twice: \(text.prefix(40))") }
        if index > 0, sentences[index - 1].range.upperBound > sentences[index].range.lowerBound {
            faults.append("out of order: \(text.prefix(40))")
        }
        let isBody = article[.blocks].contains {
            [.paragraph, .listItem].contains($0.value.kind) && $0.range.lowerBound <= sentences[index].range.lowerBound
                && sentences[index].range.upperBound <= $0.range.upperBound
        }
        if !isBody { faults.append("no sentence of the body: \(text.prefix(40))") }
    }
    for gist in article[.gist] {
        let text = article[gist.range]
        if !gist.value.isHeadline, let first = text.unicodeScalars.first, isClosing(first) { faults.append("gist begins with \(first)") }
        if !gist.value.isHeadline, let fault = brokenQuotation(in: text) { faults.append("gist: \(fault): \(text)") }
    }
    return faults
}

/// Marks that close or part something that stands before them.
private func isClosing(_ scalar: Unicode.Scalar) -> Bool { "”’」』）】》〉〕)]}。，、；：！？,.;:!?".unicodeScalars.contains(scalar) }

/// Whether a quotation begins or ends outside of a text.
private func brokenQuotation(in text: String) -> String? {
    var depths: [Unicode.Scalar: Int] = [:]
    var straight = 0
    for scalar in text.unicodeScalars {
        switch scalar {
        case "“", "「", "『": depths[scalar, default: 0] += 1
        case "”", "」", "』":
            let open: Unicode.Scalar = scalar == "”" ? "“" : scalar == "」" ? "「" : "『"
            depths[open, default: 0] -= 1
            if depths[open, default: 0] < 0 { return "closes a quotation that it does not open" }
        case "\"": straight += 1
        default: break
        }
    }
    return depths.values.contains { $0 != 0 } || straight % 2 != 0 ? "holds half a quotation" : nil
}
