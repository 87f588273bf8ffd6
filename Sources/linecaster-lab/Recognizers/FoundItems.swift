import Foundation
import LinecasterKit

/// What the pipeline found in a case, of the kind that it asks for.
struct FoundItems {
    private(set) var items: [FoundItem] = []

    init(_ article: Article, _ model: RecognizerModel, input: String) {
        let bytes = Array(input.utf8)
        func range(_ range: TextRange) -> Range<Int> {
            let source = article.origin(of: range).offsets
            let start = String(decoding: bytes[..<source.lowerBound], as: UTF8.self).utf16.count
            return start..<start + String(decoding: bytes[source], as: UTF8.self).utf16.count
        }
        if model == .dateTime {
            items = article[.times].map { FoundItem(text: String(article[$0.range]), range: range($0.range), content: .time($0.value)) }
            return
        }
        for quantity in article[.quantities] where model.wants(quantity.value.kind) {
            let whole = String(article[quantity.range])
            var place = range(quantity.range)
            var text = whole
            if model == .number {
                // A quantity without its unit is the number.
                let unit = quantity.value.unit
                if !unit.isEmpty, text.hasSuffix(unit) {
                    text.removeLast(unit.count)
                } else if !unit.isEmpty, text.hasPrefix(unit) {
                    text.removeFirst(unit.count)
                    place = place.lowerBound + unit.utf16.count..<place.upperBound
                }
                let trimmed = text.trimmingCharacters(in: .whitespaces)
                let lead = text.prefix { $0 == " " }.count
                place = place.lowerBound + lead..<place.lowerBound + lead + trimmed.utf16.count
                text = trimmed
            }
            items.append(FoundItem(text: text, range: place, content: .quantity(quantity.value)))
        }
    }
}

extension RecognizerModel {
    fileprivate func wants(_ kind: QuantityKind) -> Bool {
        switch self {
        case .age: kind == .age
        case .currency: kind == .money
        case .dimension: [.length, .area, .volume, .weight, .speed, .energy, .power, .information, .angle].contains(kind)
        case .number: kind != .ordinal
        case .ordinal: kind == .ordinal
        case .percent: kind == .percent
        case .temperature: kind == .temperature
        case .dateTime: false
        }
    }
}

/// One item that was found.
struct FoundItem: CustomStringConvertible {
    let text: String
    let range: Range<Int>
    let content: Content

    enum Content {
        case time(TimeExpression)
        case quantity(Quantity)
    }

    func matches(_ gold: RecognizerCase.Item, _ model: RecognizerModel) -> Bool {
        guard plain(text) == plain(gold.text), gold.range == nil || gold.range == range else { return false }
        switch content {
        case .time(let time): return time.matches(gold)
        case .quantity(let quantity): return quantity.matches(gold, model)
        }
    }

    /// Without full-width forms, capitals and spaces, which the cases write now so, now otherwise.
    private func plain(_ text: String) -> String {
        text.precomposedStringWithCompatibilityMapping.lowercased().filter { !$0.isWhitespace }
    }

    var description: String {
        switch content {
        case .time(let time):
            "\(text) [\(time.type) \(time.timex) value=\(time.value ?? "-") mod=\(time.modifier ?? "-") from=\(time.from ?? "-") to=\(time.to ?? "-")]"
        case .quantity(let quantity): "\(text) [\(quantity.kind) \(quantity.value) \(quantity.code ?? quantity.unit)]"
        }
    }
}
