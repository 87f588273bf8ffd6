/// An article on its way through a pipeline: its text, and what the stages have said about it.
///
/// The text changes only where a stage proposed an edit. ``source`` stays as it was received,
/// ``origin(of:)`` leads from any range of the current text back to it, and every edit can be taken
/// back.
public struct Article: Sendable {
    /// What the article was made from.
    public let source: Source
    /// The current text as UTF-8, always well-formed.
    public private(set) var utf8: [UInt8]
    /// The edits of every stage so far, oldest first; those of one stage in text order.
    public private(set) var history: [AppliedEdit] = []
    /// Decisions of the stages so far to leave text as it is, oldest first: edits whose text before and after is the same.
    public private(set) var confirmations: [AppliedEdit] = []
    /// What a person should know about the article.
    public private(set) var warnings: [Warning]
    /// Facts that came with the article rather than in it, such as `date` for its day (ISO 8601).
    public let metadata: [String: String]
    private var map: SourceMap
    private var layers: [String: any LayerStorage] = [:]

    /// Creates an article from a source.
    public init(source: Source, metadata: [String: String] = [:], warnings: [Warning] = []) {
        self.source = source
        self.metadata = metadata
        self.warnings = warnings
        utf8 = source.decoded
        map = source.map
    }

    /// Creates an article from a string, for tests and tools.
    public init(name: String = "text", text: String, metadata: [String: String] = [:]) {
        self.init(source: Source(name: name, text: text), metadata: metadata)
    }

    /// The current text.
    public var text: String { String(decoding: utf8, as: UTF8.self) }

    /// The characters in a range of the current text.
    public subscript(range: TextRange) -> String { String(decoding: utf8[range.offsets], as: UTF8.self) }

    /// The annotations of a layer, in the order in which its stage gave them; empty when no stage did.
    public subscript<Item>(layer: Layer<Item>) -> [Annotation<Item>] {
        (layers[layer.name] as? TypedLayer<Item>)?.annotations ?? []
    }

    /// The names of the layers that stages have given, sorted.
    public var layerNames: [String] { layers.keys.sorted() }

    /// The range of ``Source/bytes`` that a range of the current text came from.
    public func origin(of range: TextRange) -> TextRange { map.origin(of: range) }

    /// The source lines, from 1, in which a range of the current text begins and ends.
    public func lines(of range: TextRange) -> ClosedRange<Int> {
        let origin = map.origin(of: range)
        let first = source.line(ofByte: origin.lowerBound)
        return first...max(first, source.line(ofByte: max(origin.lowerBound, origin.upperBound - 1)))
    }

    /// The text with every edit taken back; equal to ``Source/decoded``.
    package func undone() -> [UInt8]? { undo(history, in: utf8) }

    /// A layer with its payloads' type erased, for writers.
    package func layer(named name: String) -> (any LayerStorage)? { layers[name] }

    /// Notes something that happened outside the stages' own proposals.
    package mutating func warn(_ message: String, stage: String) {
        warnings.append(Warning(stage: stage, message: message))
    }

    /// Applies a stage's proposals, all of them or, when one is invalid, none.
    ///
    /// - Parameters:
    ///   - changes: Proposals relative to the current text.
    ///   - stage: The stage's name, stamped on its edits.
    ///   - step: The stage's index in the pipeline.
    /// - Throws: `StageError` that says which proposal is invalid; the article is then unchanged.
    package mutating func apply(_ changes: Changes, stage: String, step: Int) throws(StageError) {
        let edits = try checked(changes.edits)
        let shift = OffsetShift(edits)
        for layer in changes.layers {
            if let held = layers[layer.name], held.itemType != layer.itemType {
                throw StageError("layer \(layer.name) holds \(held.itemType); \(stage) gives it \(layer.itemType)")
            }
            for range in layer.ranges {
                try check(range) { "an annotation in layer \(layer.name)" }
                if shift.cuts(range.lowerBound) || shift.cuts(range.upperBound) {
                    throw StageError("an edit cuts through \(range) of layer \(layer.name), which \(stage) gives itself")
                }
            }
        }
        let replaced = Set(changes.layers.map(\.name))
        for (name, layer) in layers where !replaced.contains(name) {
            guard let cut = layer.ranges.first(where: { shift.cuts($0.lowerBound) || shift.cuts($0.upperBound) }) else { continue }
            throw StageError("an edit cuts through \(cut) of layer \(name), which an earlier stage gave")
        }
        for kept in changes.confirmations { try check(kept.range) { "what \(stage) leaves by \(kept.rule)" } }
        confirmations += changes.confirmations.map { kept in
            applied(kept, to: shift.moved(kept.range), after: self[kept.range], stage: stage, step: step)
        }
        if !edits.isEmpty {
            apply(edits, stage: stage, step: step)
            layers = layers.mapValues { $0.moved(by: shift) }
        }
        for layer in changes.layers { layers[layer.name] = layer.moved(by: shift) }
        warnings += changes.warnings.map { Warning(stage: stage, message: $0) }
    }

    private mutating func apply(_ edits: [Edit], stage: String, step: Int) {
        var result: [UInt8] = []
        result.reserveCapacity(utf8.count + utf8.count / 16)
        var kept = 0
        history.reserveCapacity(history.count + edits.count)
        for index in edits.indices {
            let range = edits[index].range
            result += utf8[kept..<range.lowerBound]
            let start = result.count
            result += edits[index].replacement.utf8
            let place = TextRange(start..<result.count)
            history.append(applied(edits[index], to: place, after: edits[index].replacement, stage: stage, step: step))
            kept = range.upperBound
        }
        result += utf8[kept...]
        map.apply(edits.indices.lazy.map { (edits[$0].range, edits[$0].replacement.utf8.count) })
        utf8 = result
    }

    /// An edit of the current text with its provenance.
    private func applied(_ edit: Edit, to range: TextRange, after: String, stage: String, step: Int) -> AppliedEdit {
        AppliedEdit(
            step: step,
            stage: stage,
            rule: edit.rule,
            range: range,
            source: map.origin(of: edit.range),
            before: self[short: edit.range],
            after: after,
            confidence: edit.confidence,
            explanation: edit.explanation
        )
    }

    /// The edits that change something, in text order.
    private func checked(_ edits: [Edit]) throws(StageError) -> [Edit] {
        let isSorted = edits.indices.dropFirst().allSatisfy { edits[$0].range.lowerBound >= edits[$0 - 1].range.upperBound }
        let sorted =
            isSorted
            ? edits
            : edits.enumerated().sorted { ($0.element.range.lowerBound, $0.offset) < ($1.element.range.lowerBound, $1.offset) }.map(
                \.element
            )
        var end = 0
        var changesAll = true
        for index in sorted.indices {
            let range = sorted[index].range
            try check(range) { "edit \(sorted[index].rule)" }
            guard range.lowerBound >= end else {
                throw StageError("edit \(sorted[index].rule) at \(range) overlaps the edit before it, which ends at \(end)")
            }
            end = range.upperBound
            if changesNothing(range, sorted[index].replacement) { changesAll = false }
        }
        return changesAll ? sorted : sorted.filter { !changesNothing($0.range, $0.replacement) }
    }

    private func changesNothing(_ range: TextRange, _ replacement: String) -> Bool {
        range.count == replacement.utf8.count && replacement.utf8.elementsEqual(utf8[range.offsets])
    }

    /// The characters in a range; most that edits replace are a single line feed.
    private subscript(short range: TextRange) -> String {
        range.count == 1 ? String(Unicode.Scalar(utf8[range.lowerBound])) : self[range]
    }

    private func check(_ range: TextRange, what: () -> String) throws(StageError) {
        guard range.lowerBound >= 0, range.lowerBound <= range.upperBound, range.upperBound <= utf8.count else {
            throw StageError("\(what()) at \(range) leaves the text of \(utf8.count) bytes")
        }
        if isWithinScalar(range.lowerBound) || isWithinScalar(range.upperBound) {
            throw StageError("\(what()) at \(range) cuts a character in two")
        }
    }

    private func isWithinScalar(_ offset: Int) -> Bool { offset < utf8.count && utf8[offset] & 0xC0 == 0x80 }
}
