import LinecasterKit

/// A value for an option, and whether the stage must accept it.
struct OptionTrial {
    let title: String
    /// The line below the stage's name.
    let settings: String
    let isAccepted: Bool

    private init(_ option: String, _ value: String, isAccepted: Bool) {
        title = "\(option): \(value)"
        settings = "\(option): \(value)"
        self.isAccepted = isAccepted
    }

    /// What the forms of a stage's options say must be accepted and refused.
    static func all(of stage: StageDescriptor) -> [OptionTrial] {
        let unknown = OptionTrial("no_such_option_as_this", "1", isAccepted: false)
        return [unknown] + stage.settings.flatMap(trials)
    }

    /// Whether there are options of which no value but the default is known.
    static func areIncomplete(of stage: StageDescriptor) -> Bool {
        stage.settings.contains { option in
            switch option.form {
            case .text, .pattern, .group: true
            case .list(.choice): false
            case .list: true
            case .integer, .number, .boolean, .choice: false
            }
        }
    }

    private static func trials(_ option: SettingDescription) -> [OptionTrial] {
        func yes(_ value: String) -> OptionTrial { OptionTrial(option.key, value, isAccepted: true) }
        func no(_ value: String) -> OptionTrial { OptionTrial(option.key, value, isAccepted: false) }
        switch option.form {
        case .integer(let range):
            let bounds = range.map { [yes("\($0.lowerBound)"), yes("\($0.upperBound)")] } ?? []
            return bounds + outside(range.map { (Double($0.lowerBound), Double($0.upperBound)) }, step: 1).map(no) + [no("a word")]
        case .number(let range):
            let bounds = range.map { [yes($0.lowerBound.configText), yes($0.upperBound.configText)] } ?? []
            return bounds + outside(range.map { ($0.lowerBound, $0.upperBound) }, step: 0.5).map(no) + [no("a word")]
        case .boolean: return [yes("true"), yes("false"), no("1"), no("perhaps")]
        case .choice(let words): return words.map(yes) + [no("no-such-word-as-this")]
        case .list(.choice(let words)): return [yes("[\(words.joined(separator: ", "))]"), no("[no-such-word-as-this]")]
        case .list: return [no("{a: b}")]
        case .text: return [no("[a, b]")]
        case .pattern: return [no("[a, b]")]
        case .group: return [no("[a, b]")]
        }
    }

    /// The nearest values outside a range; those that a number cannot tell from the bound are left out.
    private static func outside(_ range: (Double, Double)?, step: Double) -> [String] {
        guard let (lower, upper) = range else { return [] }
        return [lower - step, upper + step].filter { $0 != lower && $0 != upper && $0.magnitude < 0x1p53 }.map(\.configText)
    }
}
