/// The layout of a model file. Numbers are little-endian.
///
/// | bytes | what |
/// | --- | --- |
/// | 0 | `LCTAG001` |
/// | 8 | columns of a row of observations, tags, templates, and shapes, 8 bits each |
/// | 12 | length of the names in bytes, 32 bits |
/// | 16 | the names of the tags and the templates, a line each |
/// | then | for each shape the binary logarithm of the number of slots, 8 bits |
/// | then | weights of one tag after another, 16 bits each |
/// | then, each at a multiple of 64 | for each shape its slots, as `FeatureTable` has them |
struct TaggerFormat {
    static let magic: UInt64 = 0x3130_3047_4154_434C

    let columns: Int
    let scheme: TagScheme
    let templates: FeatureTemplates
    let transitions: [Int32]
    let tables: [FeatureTable]

    init?(_ bytes: MappedBytes) {
        guard bytes.integer(at: 0, as: UInt64.self) == Self.magic else { return nil }
        columns = Int(bytes.integer(at: 8, as: UInt8.self))
        let tagCount = Int(bytes.integer(at: 9, as: UInt8.self))
        let templateCount = Int(bytes.integer(at: 10, as: UInt8.self))
        let nameCount = Int(bytes.integer(at: 12, as: UInt32.self))
        guard nameCount < 1 << 16, let names = bytes.values(at: 16, count: nameCount, as: UInt8.self) else { return nil }
        let text = String(decoding: UnsafeBufferPointer(start: names, count: nameCount), as: UTF8.self)
        let lines = text.split(separator: "\n").map(String.init)
        guard lines.count == tagCount + templateCount, let scheme = TagScheme(Array(lines[..<tagCount])),
            let templates = FeatureTemplates(Array(lines[tagCount...]), columns: columns)
        else { return nil }
        self.scheme = scheme
        self.templates = templates
        let sizes = 16 + nameCount
        let weights = sizes + templates.shapes.count
        transitions = (0..<(tagCount * tagCount)).map { Int32(bytes.integer(at: weights + $0 * 2, as: Int16.self)) }
        var offset = weights + tagCount * tagCount * 2
        var tables: [FeatureTable] = []
        for (index, shape) in templates.shapes.enumerated() {
            let slotBits = Int(bytes.integer(at: sizes + index, as: UInt8.self))
            let width = shape.places * scheme.stride
            offset = Self.aligned(offset)
            guard (1...26).contains(slotBits), case let size = FeatureTable.slotSize(width) << slotBits,
                let slots = bytes.values(at: offset, count: size, as: UInt8.self)
            else { return nil }
            tables.append(FeatureTable(slots: UnsafeRawPointer(slots), slotBits: slotBits, width: width))
            offset += size
        }
        self.tables = tables
    }

    private static func aligned(_ offset: Int) -> Int { (offset + 63) / 64 * 64 }

    /// A file of features and their weights.
    ///
    /// - Parameter features: For each shape each feature's hash, and a weight for each place and tag, `stride` a place.
    static func file(
        columns: Int,
        scheme: TagScheme,
        templates: FeatureTemplates,
        transitions: [Int16],
        features: [[(hash: UInt64, weights: [Int8])]]
    ) -> [UInt8] {
        var bytes: [UInt8] = []
        bytes.append(integer: magic)
        bytes += [UInt8(columns), UInt8(scheme.names.count), UInt8(templates.sources.count), UInt8(templates.shapes.count)]
        let names = Array((scheme.names + templates.sources).joined(separator: "\n").utf8)
        bytes.append(integer: UInt32(names.count))
        bytes += names
        let tables = zip(templates.shapes, features).map { FeatureTable.layout($1, width: $0.places * scheme.stride) }
        bytes += tables.map { UInt8($0.slotBits) }
        for weight in transitions { bytes.append(integer: weight) }
        for table in tables {
            bytes += [UInt8](repeating: 0, count: aligned(bytes.count) - bytes.count)
            bytes += table.bytes
        }
        return bytes
    }
}

extension SequenceTagger {
    /// Makes a tagger of learned weights, and its file.
    ///
    /// - Parameter features: For each shape each feature's hash, and a weight for each place and tag, `stride` a place.
    package static func make(
        columns: Int,
        scheme: TagScheme,
        templates: FeatureTemplates,
        transitions: [Int16],
        features: [[(hash: UInt64, weights: [Int8])]]
    ) throws(LanguageDataError) -> (tagger: SequenceTagger, file: [UInt8]) {
        let file = TaggerFormat.file(columns: columns, scheme: scheme, templates: templates, transitions: transitions, features: features)
        return (try SequenceTagger(MappedBytes(copying: file), path: "the model just made"), file)
    }
}
