import LinecasterLanguage

/// What happens between two lines.
enum Step: Equatable {
    /// The next line goes on in the same block.
    case join
    /// A new block begins.
    case separate
    /// The next line stays a line of the same block.
    case keepLine
}

/// A decision for every line and boundary of an article.
struct Decision {
    let roles: [Role]
    /// What happens before each line; the first is always a new block.
    let steps: [Step]
    let boundaries: [Boundary?]
}

/// Finds the best roles and steps over all lines at once.
///
/// Source: A. Viterbi, Error bounds for convolutional codes, IEEE Transactions on Information Theory,
/// 1967; time and memory grow with the number of lines alone.
///
/// - Parameter joinsAcrossBlanks: Whether a block may go on after a blank line.
func decode(_ article: ArticleLines, joinsAcrossBlanks: Bool = true) -> Decision {
    let count = article.lines.count
    guard count > 0 else { return Decision(roles: [], steps: [], boundaries: []) }
    let roles = Role.allCases
    var boundaries: [Boundary?] = [nil]
    boundaries.reserveCapacity(count)
    var open = Line.Opened()
    var best = [Double](repeating: 0, count: roles.count)
    var from: [[(role: Int, step: Step)]] = []
    from.reserveCapacity(count)
    let first = RoleScores(0, article)
    for role in roles { best[role.rawValue] = first[role] + (role == .caption ? Weights.captionBegins : 0) }
    from.append(roles.map { ($0.rawValue, .separate) })
    for index in 1..<max(1, count) {
        open.add(article.lines[index - 1].opened)
        let boundary = Boundary(
            article.lines[index - 1],
            article.lines[index],
            fill: article.fills[index - 1],
            nextFill: article.fills[index],
            habits: article.habits,
            open: open,
            in: article.text
        )
        if boundary.score > 2 { open = Line.Opened() }
        boundaries.append(boundary)
        let scores = RoleScores(index, article)
        var next = [Double](repeating: -.infinity, count: roles.count)
        var back = [(role: Int, step: Step)](repeating: (0, .separate), count: roles.count)
        for role in roles {
            for previous in roles {
                for step in steps(from: previous, to: role)
                where step == .separate || joinsAcrossBlanks || article.lines[index].blanksBefore == 0 {
                    let transition = score(of: step, from: previous, to: role, at: index, boundary, article)
                    let total = best[previous.rawValue] + transition + scores[role]
                    if total > next[role.rawValue] {
                        next[role.rawValue] = total
                        back[role.rawValue] = (previous.rawValue, step)
                    }
                }
            }
        }
        best = next
        from.append(back)
    }
    return trace(best, from, boundaries)
}

private func trace(_ best: [Double], _ from: [[(role: Int, step: Step)]], _ boundaries: [Boundary?]) -> Decision {
    var role = best.indices.max { best[$0] < best[$1] } ?? 0
    var roles: [Role] = []
    var steps: [Step] = []
    for back in from.reversed() {
        roles.append(Role(rawValue: role) ?? .body)
        steps.append(back[role].step)
        role = back[role].role
    }
    return Decision(roles: roles.reversed(), steps: steps.reversed(), boundaries: boundaries)
}

private func steps(from previous: Role, to role: Role) -> [Step] {
    guard previous == role else { return [.separate] }
    switch role {
    case .listing: return [.keepLine, .separate]
    case .credit: return [.separate]
    case .body, .title, .caption: return [.join, .separate]
    }
}

private func score(of step: Step, from previous: Role, to role: Role, at index: Int, _ boundary: Boundary, _ article: ArticleLines)
    -> Double
{
    let line = article.lines[index - 1]
    let next = article.lines[index]
    switch (step, previous, role) {
    case (.join, .body, _): return -boundary.score / 2
    case (.separate, .body, .body): return boundary.score / 2
    case (.separate, _, _):
        let begins = role == .caption ? Weights.captionBegins : 0
        if previous == .body, line.ending != .terminal {
            return (next.blanksBefore > 0 ? Weights.interruptionAtBlank : Weights.interruption) + begins
        }
        if role == .body, next.beginsMidway { return -9 }
        return max(role == .body && lowercased(next) ? -2 : 0, boundary.score / 2) + begins
    case (.join, .caption, _):
        let isComplete =
            CreditLine.endsCaption(article.text, line.range) || (line.ending == .terminal && article.fills[index - 1].spare >= 0)
        if isComplete || next.blanksBefore > 0 { return Weights.otherGoesOn }
        guard next.width <= article.fills[index].measure + 2 else { return Weights.otherGoesOn }
        let completes = CreditLine.endsCaption(article.text, next.range)
        return completes ? Weights.captionCompletes : article.fills[index - 1].isShort ? -1 : Weights.captionGoesOn
    case (.join, .title, _):
        return titleGoesOn(line, next, article.fills[index - 1]) ? Weights.titleGoesOn : Weights.otherGoesOn
    case (.keepLine, _, _): return next.blanksBefore > 0 ? -1 : 1
    default: return 0
    }
}

private func lowercased(_ line: Line) -> Bool { Unicode.Scalar(line.first)?.properties.isLowercase ?? false }

/// Whether a title cannot end where the line does.
private func titleGoesOn(_ line: Line, _ next: Line, _ fill: Fill) -> Bool {
    guard next.blanksBefore == 0 else { return false }
    return line.ending == .pause || line.ending == .opening || line.ending == .hyphen || line.opened.quotes > 0 || next.beginsMidway
        || lowercased(next)
}
