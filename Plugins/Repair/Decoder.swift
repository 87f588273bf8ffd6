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
    var boundaries: [Boundary?] = [nil]
    boundaries.reserveCapacity(count)
    var open = Line.Opened()
    var best = RoleScores(0, article).scores
    best[Role.body.rawValue] = -.infinity
    best[Role.caption.rawValue] += captionBegins(at: 0, article)
    // For each line and role where the best path comes from: the role before, and the step.
    var from = [Arrival](repeating: Arrival(role: .opening, step: .separate), count: count * Role.allCases.count)
    for index in 1..<max(1, count) {
        open.add(article.lines[index - 1].opened)
        let boundary = Boundary(index - 1, article, open: open)
        if boundary.score > 2 { open = Line.Opened() }
        boundaries.append(boundary)
        let scores = RoleScores(index, article)
        let mayJoin = joinsAcrossBlanks || article.lines[index].blanksBefore == 0
        var next = SIMD8<Double>(repeating: -.infinity)
        for role in Role.allCases {
            for previous in Role.allCases {
                for step in steps(from: previous, to: role) where step == .separate || mayJoin {
                    let total =
                        best[previous.rawValue] + scores[role] + score(of: step, from: previous, to: role, at: index, boundary, article)
                    if total > next[role.rawValue] {
                        next[role.rawValue] = total
                        from[index * Role.allCases.count + role.rawValue] = Arrival(role: previous, step: step)
                    }
                }
            }
        }
        best = next
    }
    return trace(best, from, boundaries)
}

/// How the best path comes to a role.
private struct Arrival {
    let role: Role
    let step: Step
}

private func trace(_ best: SIMD8<Double>, _ from: [Arrival], _ boundaries: [Boundary?]) -> Decision {
    var role = Role.allCases.max { best[$0.rawValue] < best[$1.rawValue] } ?? .opening
    var roles: [Role] = []
    var steps: [Step] = []
    for index in boundaries.indices.reversed() {
        let arrival = from[index * Role.allCases.count + role.rawValue]
        roles.append(role)
        steps.append(index == 0 ? .separate : arrival.step)
        role = arrival.role
    }
    return Decision(roles: roles.reversed(), steps: steps.reversed(), boundaries: boundaries)
}

private let none: [Step] = []
private let joinOnly: [Step] = [.join]
private let joinOrSeparate: [Step] = [.join, .separate]
private let keepOrSeparate: [Step] = [.keepLine, .separate]
private let separateOnly: [Step] = [.separate]

private func steps(from previous: Role, to role: Role) -> [Step] {
    switch (previous, role) {
    case (.opening, .body), (.body, .body): joinOnly
    case (_, .body): none
    case (.listing, .listing): keepOrSeparate
    case (.title, .title), (.caption, .caption): joinOrSeparate
    default: separateOnly
    }
}

private func score(of step: Step, from previous: Role, to role: Role, at index: Int, _ boundary: Boundary, _ article: ArticleLines)
    -> Double
{
    let line = article.lines[index - 1]
    let next = article.lines[index]
    let model = article.model
    let isText = previous == .opening || previous == .body
    let boundaryScore = previous == .opening ? boundary.scoreAfterFirst : boundary.score
    switch (step, role) {
    case (.join, .body): return -boundaryScore / 2
    case (.separate, .opening) where isText: return boundaryScore / 2
    case (.separate, _):
        let begins = role == .caption ? captionBegins(at: index, article) : 0
        if isText, line.ending != .terminal {
            return model.weight(next.blanksBefore > 0 ? .interruptionAtBlank : .interruption) + begins
        }
        if role == .opening, next.beginsMidway { return model.weight(.bodyBeginsMidway) }
        let least = role == .opening && lowercased(next) ? model.weight(.bodyBeginsLowercase) : 0
        return max(least, boundaryScore / 2) + begins
    case (.join, .caption): return model.weight(captionStep(line, next, at: index, article))
    case (.join, .title): return model.weight(titleStep(line, next, measure: article.fills[index - 1].measure))
    case (.keepLine, _): return model.weight(next.blanksBefore > 0 ? .rowGoesOnAcrossBlank : .rowGoesOn)
    default: return 0
    }
}

/// What it costs to begin a caption at a line.
private func captionBegins(at index: Int, _ article: ArticleLines) -> Double {
    let line = article.lines[index]
    let shows = article.credits[index] == .caption || CreditLine.hasMark(article.text, line: line.range) || line.ending == .terminal
    return article.model.weight(.captionBegins) + (shows ? 0 : article.model.weight(.captionBeginsUnmarked))
}

/// What it is for a caption to go on in a line.
private func captionStep(_ line: Line, _ next: Line, at index: Int, _ article: ArticleLines) -> Trait {
    let isComplete =
        CreditLine.endsCaption(article.text, line.range) || (line.ending == .terminal && article.fills[index - 1].spare >= 0)
    let begins = CreditLine.beginsCaption(article.text, line: next.range)
    guard !isComplete, !begins, next.blanksBefore == 0, next.width <= article.fills[index].measure + 2 else { return .otherGoesOn }
    if CreditLine.endsCaption(article.text, next.range) { return .captionCompletes }
    return article.fills[index - 1].isShort ? .captionGoesOnAfterShort : .captionGoesOn
}

private func lowercased(_ line: Line) -> Bool { Unicode.Scalar(line.first)?.properties.isLowercase ?? false }

/// What it is for a title to go on in a line.
private func titleStep(_ line: Line, _ next: Line, measure: Int) -> Trait {
    guard next.blanksBefore == 0 else { return .otherGoesOn }
    let cannotEnd =
        line.ending == .pause || line.ending == .opening || line.ending == .hyphen || line.opened.quotes > 0 || next.beginsMidway
        || lowercased(next)
    if cannotEnd { return .titleGoesOn }
    // A title in larger type fills the column with fewer characters; what is left over is shorter than its first line.
    let isWrapped = next.width + 2 <= line.width && line.width * 3 >= measure
    return isWrapped ? .titleWraps : .otherGoesOn
}
