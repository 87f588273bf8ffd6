import Dispatch
import Glibc
import LinecasterKit

/// Marks the first character of an article.
struct Mark: Stage {
    static let manifest = StageManifest(name: "mark", summary: "Marks the first character.", provides: ["marks"])
    init(settings: NoSettings) {}
    func process(_ article: Article) -> Changes {
        var changes = Changes()
        changes.set(Layer<Keyword>("marks"), to: article.utf8.isEmpty ? [] : [Annotation(TextRange(0..<1), Keyword(score: 1))])
        return changes
    }
}

/// Doubles every full stop, if there are marks.
struct Double: Stage {
    static let manifest = StageManifest(
        name: "double",
        summary: "Doubles every full stop.",
        requires: ["marks"],
        rules: [Rule("double-stop", "A full stop comes twice."), Rule("sigh", "A sigh comes last.")]
    )
    struct Settings: StageSettings {
        var times = 2
        static let fields = [Field("times", \Self.times, in: 1...5, "How many.")]
    }
    let settings: Settings
    init(settings: Settings) { self.settings = settings }
    func process(_ article: Article) -> Changes {
        var changes = Changes()
        for (offset, byte) in article.utf8.enumerated() where byte == UInt8(ascii: ".") {
            changes.replace(
                TextRange(offset..<offset + 1),
                with: String(repeating: ".", count: settings.times),
                rule: "double-stop",
                confidence: 0.5
            )
        }
        let end = article.utf8.count
        changes.replace(TextRange(end..<end), with: "~", rule: "sigh")
        return changes
    }
}

/// Takes a moment in which it keeps its thread.
struct Pause: Stage {
    static let manifest = StageManifest(name: "pause", summary: "Takes a moment.")
    init(settings: NoSettings) {}
    func process(_ article: Article) -> Changes {
        usleep(20_000)
        return Changes()
    }
}

/// Fails, or hangs until it is cancelled.
struct Trouble: Stage {
    static let manifest = StageManifest(name: "trouble", summary: "Makes trouble.")
    struct Settings: StageSettings {
        var hangs = false
        static let fields = [Field("hangs", \Self.hangs, "Whether it hangs.")]
    }
    let settings: Settings
    init(settings: Settings) { self.settings = settings }
    func process(_ article: Article) async throws(StageError) -> Changes {
        guard settings.hangs else { throw StageError("it rained") }
        blockForever()
        return Changes()
    }
}

/// Keeps the thread, as a stage that is stuck does.
private func blockForever() { DispatchSemaphore(value: 0).wait() }

/// Gives a layer that its manifest does not name.
struct Secretive: Stage {
    static let manifest = StageManifest(name: "secretive", summary: "Gives what it does not say.")
    init(settings: NoSettings) {}
    func process(_ article: Article) -> Changes {
        var changes = Changes()
        changes.set(Layer<Keyword>("hidden"), to: [])
        return changes
    }
}

let sampleStages = [
    StageDescriptor(Mark.self), StageDescriptor(Double.self), StageDescriptor(Trouble.self), StageDescriptor(Pause.self),
    StageDescriptor(Secretive.self),
]
