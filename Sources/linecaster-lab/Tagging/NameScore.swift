import LinecasterLanguage

/// Counts names that were found with just the right characters and kind.
struct NameScore {
    private var right: [NameReader.Kind: Int] = [:]
    private var found: [NameReader.Kind: Int] = [:]
    private var gold: [NameReader.Kind: Int] = [:]
    private var printed = 0

    mutating func add(_ sentence: NamedCorpus.Sentence, _ reader: inout NameReader, printing limit: Int) {
        let (text, offsets) = sentence.utf8
        let wanted = Set(
            sentence.names.map { NameReader.Name(kind: $0.kind, range: offsets[$0.range.lowerBound]..<offsets[$0.range.upperBound]) }
        )
        let names = reader.names(in: text, range: 0..<text.count)
        for name in wanted { gold[name.kind, default: 0] += 1 }
        for name in names {
            found[name.kind, default: 0] += 1
            if wanted.contains(name) { right[name.kind, default: 0] += 1 }
        }
        if printed < limit, Set(names) != wanted {
            printed += 1
            func spell(_ names: [NameReader.Name]) -> String {
                names.map { "\($0.kind.rawValue):" + String(decoding: text[$0.range], as: UTF8.self) }.joined(separator: " ")
            }
            print(String(decoding: text, as: UTF8.self))
            print("  missed \(spell(Array(wanted.subtracting(names))))  wrong \(spell(names.filter { !wanted.contains($0) }))")
        }
    }

    var report: String {
        let kinds = NameReader.Kind.allCases.map { line($0.rawValue, right[$0] ?? 0, found[$0] ?? 0, gold[$0] ?? 0) }
        let all = line("all", right.values.reduce(0, +), found.values.reduce(0, +), gold.values.reduce(0, +))
        return (kinds + [all]).joined(separator: "\n")
    }

    private func line(_ name: String, _ right: Int, _ found: Int, _ gold: Int) -> String {
        let (precision, recall) = (Double(right) / Double(max(1, found)), Double(right) / Double(max(1, gold)))
        let f1 = right == 0 ? 0 : 2 * precision * recall / (precision + recall)
        return "\(name): \(gold) names, precision \(precision.rounded3), recall \(recall.rounded3), F1 \(f1.rounded3)"
    }
}
