/// Scores by program and by group of articles: what stands before the first hyphen of a name, and before the second.
struct SummaryTable: CustomStringConvertible {
    private var programs: [String] = []
    private var scores: [String: [String: SummaryScore]] = [:]

    mutating func add(_ score: SummaryScore, program: String, group name: String) {
        if !programs.contains(program) { programs.append(program) }
        let parts = name.split(separator: "-")
        for group in Set(["all", String(parts.first ?? ""), parts.prefix(2).joined(separator: "-")]) {
            scores[group, default: [:]][program, default: SummaryScore()].add(score)
        }
    }

    var description: String {
        var lines = ["| articles | program | \(SummaryScore.names.joined(separator: " | ")) |"]
        lines.append("| --- | --- |" + String(repeating: " --- |", count: SummaryScore.names.count))
        for group in scores.keys.sorted() {
            for program in programs {
                guard let score = scores[group]?[program] else { continue }
                let cells = score.means.enumerated().map {
                    $0.offset == 5 ? String(Int($0.element.rounded())) : String(($0.element * 1000).rounded() / 1000)
                }
                lines.append("| \(group), \(score.articles) | \(program) | \(cells.joined(separator: " | ")) |")
            }
        }
        return lines.joined(separator: "\n")
    }
}
