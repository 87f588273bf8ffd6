import LinecasterKit

/// The layers of a program's answer: those of the kit as their own types, any other as JSON.
struct ProposedLayers: Decodable, Sendable {
    let drafts: [any LayerDraft]

    init(from decoder: any Decoder) throws {
        let container = try decoder.container(keyedBy: LayerKey.self)
        drafts = try container.allKeys.map { key in
            try (Self.known[key.stringValue] ?? Self.reader(Layer<JSONValue>(key.stringValue)))(container, key)
        }
    }

    private typealias Reader = @Sendable (KeyedDecodingContainer<LayerKey>, LayerKey) throws -> any LayerDraft

    private static func reader<Item>(_ layer: Layer<Item>) -> Reader {
        { container, key in Draft(layer: layer, items: try container.decode([LocatedItem<Item>].self, forKey: key)) }
    }

    /// The kit's layers, by name.
    private static let known: [String: Reader] = [
        "blocks": reader(.blocks), "sentences": reader(.sentences), "words": reader(.words), "languages": reader(.languages),
        "entities": reader(.entities), "people": reader(.people), "quotes": reader(.quotes), "times": reader(.times),
        "quantities": reader(.quantities), "keywords": reader(.keywords), "credits": reader(.credits), "summary": reader(.summary),
        "gist": reader(.gist), "section_summaries": reader(.sectionSummaries), "abstract": reader(.abstract),
    ]

    struct LayerKey: CodingKey {
        let stringValue: String
        var intValue: Int? { nil }
        init(stringValue: String) { self.stringValue = stringValue }
        init?(intValue: Int) { nil }
    }

    private struct Draft<Item: Codable & Sendable>: LayerDraft {
        let layer: Layer<Item>
        let items: [LocatedItem<Item>]

        func propose(to changes: inout Changes, _ places: ProgramAnswer.Places) throws(StageError) {
            var annotations: [Annotation<Item>] = []
            annotations.reserveCapacity(items.count)
            for item in items {
                let range = try places.range(item.start, item.end) { "an annotation in layer \(layer.name)" }
                annotations.append(Annotation(range, item.value))
            }
            changes.set(layer, to: annotations)
        }
    }
}

/// A layer of an answer whose places are still counted in scalars.
protocol LayerDraft: Sendable {
    func propose(to changes: inout Changes, _ places: ProgramAnswer.Places) throws(StageError)
}
