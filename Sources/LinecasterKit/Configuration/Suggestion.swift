/// The candidate closest to a misspelt name, if one is close enough to suggest.
///
/// Source: optimal string alignment, the restricted form of Damerau's distance, so that two swapped
/// letters count as one mistake.
package func suggestion(for name: String, among candidates: [String]) -> String? {
    let typed = Array(name.lowercased().replacing("-", with: "_").unicodeScalars.prefix(64))
    let ranked = candidates.map { ($0, distance(typed, Array($0.lowercased().unicodeScalars))) }.min { $0.1 < $1.1 }
    guard let (candidate, edits) = ranked else { return nil }
    guard edits <= max(1, min(3, max(typed.count, candidate.count) / 3)) else { return nil }
    return candidate
}

/// A sentence's end that suggests the nearest candidate, or lists them all when none is near.
package func advice(for name: String, among candidates: [String]) -> String {
    if let near = suggestion(for: name, among: candidates) { return "; did you mean '\(near)'?" }
    guard !candidates.isEmpty, candidates.count <= 16 else { return "" }
    return "; there is \(candidates.count == 1 ? "only " : "")\(candidates.joined(separator: ", "))"
}

private func distance(_ a: [Unicode.Scalar], _ b: [Unicode.Scalar]) -> Int {
    var beforeLast: [Int] = []
    var last = Array(0...b.count)
    for i in a.indices {
        var row = [i + 1]
        row.reserveCapacity(b.count + 1)
        for j in b.indices {
            var best = min(last[j + 1] + 1, row[j] + 1, last[j] + (a[i] == b[j] ? 0 : 1))
            if i > 0, j > 0, a[i] == b[j - 1], a[i - 1] == b[j] { best = min(best, beforeLast[j - 1] + 1) }
            row.append(best)
        }
        beforeLast = last
        last = row
    }
    return last[b.count]
}
