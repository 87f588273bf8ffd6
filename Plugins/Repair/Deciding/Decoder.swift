import LinecasterLanguage

/// What happens between two lines.
enum Step: Int {
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
    /// The boundaries behind each line but the last.
    let weighing: Weighing

    /// The boundary before a line; nil before the first.
    func boundary(before index: Int) -> Boundary? { index > 0 ? weighing.boundaries[index - 1] : nil }
}

/// Finds the best roles and steps over all lines at once.
///
/// Source: A. Viterbi, Error bounds for convolutional codes, IEEE Transactions on Information Theory,
/// 1967; time and memory grow with the number of lines alone.
///
/// - Parameter joinsAcrossBlanks: Whether a block may go on after a blank line.
func decode(_ article: ArticleLines, joinsAcrossBlanks: Bool = true) -> Decision {
    let count = article.lines.count
    let weighing = Weighing(article)
    guard count > 0 else { return Decision(roles: [], steps: [], weighing: weighing) }
    var best = RoleScores(0, article).scores
    best[Role.body.rawValue] = -.infinity
    best[Role.caption.rawValue] += captionBegins(at: 0, article)
    // For each line and role where the best path comes from.
    var arrivals: [Arrivals] = [Arrivals()]
    arrivals.reserveCapacity(count)
    for index in 1..<max(1, count) {
        let scores = StepScores(at: index, weighing.boundaries[index - 1], article)
        let mayJoin = joinsAcrossBlanks || article.lines[index].blanksBefore == 0
        let (next, from) = advance(best, by: scores, mayJoin: mayJoin)
        best = next + RoleScores(index, article).scores
        arrivals.append(from)
    }
    return trace(best, arrivals, weighing)
}

/// How the best path comes to each role of a line: the role of the line before, and the step.
private struct Arrivals {
    private var packed = SIMD8<UInt8>(repeating: UInt8(Step.separate.rawValue) << 4)

    subscript(role: Role) -> (role: Role, step: Step) {
        get {
            let value = Int(packed[role.rawValue])
            return (Role(rawValue: value & 15) ?? .opening, Step(rawValue: value >> 4) ?? .separate)
        }
        set { packed[role.rawValue] = UInt8(newValue.role.rawValue | newValue.step.rawValue << 4) }
    }
}

/// Extends the best paths by one line. What may as well go on as not goes on.
private func advance(_ best: SIMD8<Double>, by scores: StepScores, mayJoin: Bool) -> (SIMD8<Double>, Arrivals) {
    var next = SIMD8<Double>(repeating: -.infinity)
    var arrivals = Arrivals()
    let first = best[Role.opening.rawValue]
    let body = best[Role.body.rawValue]
    let other = bestOther(best)
    let paragraph = Path(first + scores.breakAfterFirst, .opening).or(body + scores.breakAfterBody, .body)
        .or(other.score + scores.textAfterOther, other.role)
    next[Role.opening.rawValue] = paragraph.score
    arrivals[.opening] = (paragraph.role, .separate)
    if mayJoin {
        let same = Path(first - scores.breakAfterFirst, .opening).or(body - scores.breakAfterBody, .body)
        next[Role.body.rawValue] = same.score
        arrivals[.body] = (same.role, .join)
    }
    // A block of another kind begins; or goes on, where one of its kind does.
    let block = Path(first + scores.otherAfterFirst, .opening).or(body + scores.otherAfterBody, .body)
        .or(other.score + scores.otherAfterOther, other.role)
    func begin(_ role: Role, _ begins: Double, orGoOn step: Step?, _ goesOn: Double) {
        let same = step == nil ? -.infinity : best[role.rawValue] + goesOn
        let isSame = same >= block.score + begins
        next[role.rawValue] = isSame ? same : block.score + begins
        arrivals[role] = isSame ? (role, step ?? .separate) : (block.role, .separate)
    }
    begin(.title, 0, orGoOn: mayJoin ? .join : nil, scores.titleGoesOn)
    begin(.caption, scores.captionBegins, orGoOn: mayJoin ? .join : nil, scores.captionGoesOn)
    begin(.credit, 0, orGoOn: mayJoin ? .join : nil, scores.creditGoesOn)
    begin(.listing, 0, orGoOn: mayJoin ? .keepLine : nil, scores.rowGoesOn)
    return (next, arrivals)
}

/// A path so far: its score and the role of its last line.
private struct Path {
    let score: Double
    let role: Role

    init(_ score: Double, _ role: Role) {
        self.score = score
        self.role = role
    }

    /// The better of two paths; of equals the first.
    func or(_ score: Double, _ role: Role) -> Path { score > self.score ? Path(score, role) : self }
}

/// The best path to a line that is not body text.
private func bestOther(_ best: SIMD8<Double>) -> Path {
    Path(best[Role.title.rawValue], .title).or(best[Role.caption.rawValue], .caption).or(best[Role.credit.rawValue], .credit)
        .or(best[Role.listing.rawValue], .listing)
}

private func trace(_ best: SIMD8<Double>, _ arrivals: [Arrivals], _ weighing: Weighing) -> Decision {
    var role = Role.allCases.max { best[$0.rawValue] < best[$1.rawValue] } ?? .opening
    var roles = [Role](repeating: .opening, count: arrivals.count)
    var steps = [Step](repeating: .separate, count: arrivals.count)
    for index in arrivals.indices.reversed() {
        roles[index] = role
        guard index > 0 else { break }
        let arrival = arrivals[index][role]
        steps[index] = arrival.step
        role = arrival.role
    }
    return Decision(roles: roles, steps: steps, weighing: weighing)
}

/// What each step to a line scores.
private struct StepScores {
    /// A new paragraph after the first line of one, or after a later line; the same for going on, with the other sign.
    let breakAfterFirst: Double
    let breakAfterBody: Double
    /// A paragraph after a block of another kind.
    let textAfterOther: Double
    /// A block of another kind after a paragraph's first line, after a later line, and after another such block.
    let otherAfterFirst: Double
    let otherAfterBody: Double
    let otherAfterOther: Double
    let captionBegins: Double
    let captionGoesOn: Double
    let titleGoesOn: Double
    let creditGoesOn: Double
    let rowGoesOn: Double

    init(at index: Int, _ boundary: Boundary, _ article: borrowing ArticleLines) {
        let line = article.lines[index - 1]
        let next = article.lines[index]
        let model = article.weights(of: line)
        let hasBlank = next.blanksBefore > 0
        breakAfterFirst = boundary.scoreAfterFirst / 2
        breakAfterBody = boundary.score / 2
        if next.beginsMidway {
            textAfterOther = model.weight(.bodyBeginsMidway)
        } else {
            textAfterOther = max(next.beginsLowercase ? model.weight(.bodyBeginsLowercase) : 0, breakAfterBody)
        }
        otherAfterOther = max(0, breakAfterBody)
        if line.ending == .terminal {
            otherAfterFirst = max(0, breakAfterFirst)
            otherAfterBody = otherAfterOther
        } else {
            otherAfterFirst = model.weight(hasBlank ? .interruptionAtBlank : .interruption)
            otherAfterBody = otherAfterFirst
        }
        captionBegins = RepairStage.captionBegins(at: index, article)
        captionGoesOn = model.weight(captionStep(line, next, at: index, article))
        titleGoesOn = model.weight(titleStep(line, next, at: index, article))
        creditGoesOn = article.bylineTails[index] ? 0 : -.infinity
        rowGoesOn = model.weight(hasBlank ? .rowGoesOnAcrossBlank : .rowGoesOn)
    }
}

/// What it costs to begin a caption at a line.
private func captionBegins(at index: Int, _ article: ArticleLines) -> Double {
    let line = article.lines[index]
    let shows = article.credits[index] == .caption || article.captionSigns[index].contains(.mark) || line.ending == .terminal
    let model = article.weights(of: line)
    return model.weight(.captionBegins) + (shows ? 0 : model.weight(.captionBeginsUnmarked))
        + (line.beginsLowercase ? model.weight(.bodyBeginsLowercase) : 0)
}

/// What it is for a caption to go on in a line.
private func captionStep(_ line: Line, _ next: Line, at index: Int, _ article: ArticleLines) -> Trait {
    if article.captionSigns[index - 1].contains(.opensCredit), next.blanksBefore == 0 { return .captionNamesNext }
    let isComplete =
        article.captionSigns[index - 1].contains(.end) || (line.ending == .terminal && article.fills[index - 1].spare >= 0)
    if !next.isChinese, next.blanksBefore == 0, article.captionSigns[index].contains(.credit) { return .captionCredited }
    let begins = article.captionSigns[index].contains(.beginning)
    guard !isComplete, !begins, !article.items[index], next.blanksBefore == 0, next.width <= article.fills[index].measure + 2 else {
        return .otherGoesOn
    }
    if article.captionSigns[index].contains(.end) { return .captionCompletes }
    return article.fills[index - 1].isShort ? .captionGoesOnAfterShort : .captionGoesOn
}

/// What it is for a title to go on in a line.
private func titleStep(_ line: Line, _ next: Line, at index: Int, _ article: ArticleLines) -> Trait {
    guard next.blanksBefore == 0, !article.items[index], article.credits[index] == nil else { return .otherGoesOn }
    let fill = article.fills[index - 1]
    let isBeforeBlank = index + 1 == article.lines.count || article.lines[index + 1].blanksBefore > 0
    // Larger type fills the column with fewer characters.
    if next.ending == .terminal, line.ending != .terminal, isBeforeBlank, fill.slack * 5 >= fill.measure { return .titleCompletesSentence }
    let cannotEnd =
        line.ending == .pause || line.ending == .opening || line.ending == .hyphen || line.opened.quotes > 0 || next.beginsMidway
        || next.beginsLowercase || OpenWords.leaveTitleOpen(line, in: article.text)
    if cannotEnd { return .titleGoesOn }
    // 市长：六年后通车 is a title of its own.
    if next.isChinese, SpeakerTitle.opens(article.text, line: next.range) { return .otherGoesOn }
    // 郑怀远讲话 沈逸飞主持 too.
    if next.isChinese, PairedTitle.isLine(article.text, line: next.range), !article.text[line.range].contains(0x20) { return .otherGoesOn }
    // A title in larger type fills the column with fewer characters; what is left over is shorter than its first line.
    let isWrapped = next.width + 2 <= line.width && line.width * 3 >= fill.measure
    switch article.wordsAcross[index - 1] {
    case .cut: return .titleCutsWord
    case .whole: return isWrapped ? .titleWrapsAtWord : .otherGoesOn
    case .unknown: return isWrapped ? .titleWraps : .otherGoesOn
    }
}
