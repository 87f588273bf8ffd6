import LinecasterKit

/// Blackens telephone and identity numbers.
struct Redact: Stage {
    static let manifest = StageManifest(
        name: "redact",
        summary: "Blackens telephone numbers and numbers of Chinese identity cards.",
        provides: [Layer.redactions.name],
        rules: [
            Rule("redact-phone", "A telephone number is blackened."),
            Rule("redact-identity", "The number of an identity card is blackened."),
        ],
        examples: [
            StageExample("A mobile number", input: "热线：13812345678。", output: "热线：███████████。"),
            StageExample(
                "The last digits stay",
                settings: "keep_last: 4",
                input: "身份证号11010519491231002X，电话021-65432100",
                output: "身份证号██████████████002X，电话████████2100"
            ),
            StageExample("Other numbers stay", input: "全年产值13812345679元，编号110105194912310021。", output: "全年产值13812345679元，编号110105194912310021。"),
        ]
    )

    private let settings: RedactSettings

    init(settings: RedactSettings) { self.settings = settings }

    func process(_ article: Article) -> Changes {
        var changes = Changes()
        var redactions: [Annotation<Redaction>] = []
        for number in SecretNumber.all(in: article.utf8) where settings.kinds.contains(number.kind) {
            let length = number.range.count
            let kept = min(settings.keepLast, length)
            let replacement = String(repeating: settings.mask, count: length - kept) + article[number.range].suffix(kept)
            changes.replace(number.range, with: replacement, rule: "redact-\(number.kind.rawValue)")
            redactions.append(Annotation(number.range, Redaction(kind: number.kind)))
        }
        changes.set(.redactions, to: redactions)
        return changes
    }
}

struct RedactSettings: StageSettings {
    var kinds = NumberKind.allCases
    var mask = "█"
    var keepLast = 0

    static let fields = [
        Field("kinds", \Self.kinds, "What is blackened."),
        Field("mask", \Self.mask, "What stands for each digit."),
        Field("keep_last", \Self.keepLast, in: 0...18, "How many digits at the end stay."),
    ]
}

/// What a number is.
enum NumberKind: String, ConfigChoice, Codable, Hashable {
    case phone, identity
}

/// A number that was blackened; the layer holds what kind of number, and never the number.
struct Redaction: Codable, Hashable, Sendable {
    let kind: NumberKind
}

extension Layer where Item == Redaction {
    static var redactions: Layer<Redaction> { Layer("redactions") }
}
