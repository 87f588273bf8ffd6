import Glibc
import LinecasterKit
import LinecasterTesting
import Testing

/// Every check of the conformance suite finds a stage that breaks it.
@Suite struct StageConformanceTests {
    private func failures(_ stage: StageDescriptor, _ check: ConformanceCheck) async -> [String] {
        await StageConformance(stage).run(check).failures
    }

    @Test func aGoodStagePassesEveryCheck() async {
        #expect(await StageConformance(StageDescriptor(Good.self)).failures() == [])
    }

    @Test func namesAndSentencesAreLookedAt() async {
        let found = await failures(StageDescriptor(Sloppy.self), .description)
        #expect(found.contains("the name 'Sloppy-Stage' is not lower-case letters, digits and '_'"))
        #expect(found.contains("the summary is no sentence: 'does things'"))
        #expect(found.contains("it gives no example"))
        #expect(found.contains("the rule 'Bad Rule' is not lower-case words with '-' between"))
    }

    @Test func anOptionThatFailsAtItsBoundIsFound() async {
        let found = await failures(StageDescriptor(Sloppy.self), .options)
        #expect(found == ["width: 9: stage 'Sloppy-Stage' failed: nine is too much"])
    }

    @Test func anExampleThatDoesNotHoldIsFound() async {
        #expect(await failures(StageDescriptor(Boastful.self), .examples) == ["One: it gives 'a'"])
    }

    @Test func layersThatAreNotGivenAndThoseThatAreNotNamedAreFound() async {
        #expect(await failures(StageDescriptor(Boastful.self), .layers) == ["it names the layer 'promised' and never gives it"])
        #expect(await failures(StageDescriptor(Secretive.self), .layers).first?.contains("the layer hidden") == true)
    }

    @Test func undeclaredRulesAndRangesOutsideTheTextAreFound() async {
        #expect(
            await failures(StageDescriptor(Boastful.self), .edits).contains {
                $0.hasSuffix("it makes edits by the rule 'hush', which it does not name")
            }
        )
        #expect(await failures(StageDescriptor(Overreaching.self), .edits).contains { $0.contains("leaves the text") })
    }

    @Test func whatIsNotTheSameTwiceIsFound() async {
        #expect(await failures(StageDescriptor(Fickle.self), .repeatability).contains { $0.hasSuffix("not the same twice") })
    }

    @Test func whatFailsOnEmptyTextIsFound() async {
        #expect(await failures(StageDescriptor(Overreaching.self), .hostileInput).contains { $0.hasPrefix("nothing: ") })
    }

    @Test func timeThatGrowsWithTheSquareIsFound() async {
        #expect(await failures(StageDescriptor(Quadratic.self), .linearTime).count == 1)
    }

    @Test func theStagesThatGiveWhatIsNeededAreFound() async throws {
        let chain = [StageDescriptor(Secretive.self), StageDescriptor(Giving.self)]
        let conformance = try #require(StageConformance(StageDescriptor(Needy.self), among: chain))
        #expect(await conformance.failures([.layers, .edits]) == [])
        #expect(StageConformance(StageDescriptor(Needy.self), among: [chain[0]]) == nil)
    }
}

private struct Good: Stage {
    static let manifest = StageManifest(
        name: "good",
        summary: "Puts a mark at the end.",
        provides: ["ends"],
        rules: [Rule("mark", "A mark is put.")],
        examples: [StageExample("One", input: "a", output: "a!")]
    )
    struct End: Codable, Sendable {}
    struct Settings: StageSettings {
        var mark = "!"
        var times = 1
        static let fields = [Field("mark", \Self.mark, "The mark."), Field("times", \Self.times, in: 1...3, "How many.")]
    }
    let settings: Settings
    init(settings: Settings) { self.settings = settings }
    func process(_ article: Article) -> Changes {
        var changes = Changes()
        let end = article.utf8.count
        changes.replace(TextRange(end..<end), with: String(repeating: settings.mark, count: settings.times), rule: "mark")
        changes.set(Layer<End>("ends"), to: [Annotation(TextRange(end..<end), End())])
        return changes
    }
}

private struct Sloppy: Stage {
    static let manifest = StageManifest(name: "Sloppy-Stage", summary: "does things", rules: [Rule("Bad Rule", "x")])
    struct Settings: StageSettings {
        var width = 3
        static let fields = [Field("width", \Self.width, in: 1...9, "The width.")]
    }
    let settings: Settings
    init(settings: Settings) { self.settings = settings }
    func process(_ article: Article) throws(StageError) -> Changes {
        guard settings.width < 9 else { throw StageError("nine is too much") }
        return Changes()
    }
}

private struct Boastful: Stage {
    static let manifest = StageManifest(
        name: "boastful",
        summary: "Promises.",
        provides: ["promised"],
        examples: [StageExample("One", input: "a", output: "b")]
    )
    init(settings: NoSettings) {}
    func process(_ article: Article) -> Changes {
        var changes = Changes()
        if article.utf8.count > 100 { changes.replace(TextRange(0..<0), with: "!", rule: "hush") }
        return changes
    }
}

private struct Secretive: Stage {
    static let manifest = StageManifest(name: "secretive", summary: "Hides.")
    struct Hidden: Codable, Sendable {}
    init(settings: NoSettings) {}
    func process(_ article: Article) -> Changes {
        var changes = Changes()
        changes.set(Layer<Hidden>("hidden"), to: [])
        return changes
    }
}

private struct Overreaching: Stage {
    static let manifest = StageManifest(name: "overreaching", summary: "Reaches.", rules: [Rule("reach", "Reaches.")])
    init(settings: NoSettings) {}
    func process(_ article: Article) -> Changes {
        var changes = Changes()
        changes.replace(TextRange(article.utf8.count..<article.utf8.count + 1), with: "", rule: "reach")
        return changes
    }
}

private struct Fickle: Stage {
    static let manifest = StageManifest(name: "fickle", summary: "Changes.", rules: [Rule("roll", "Rolls.")])
    init(settings: NoSettings) {}
    func process(_ article: Article) -> Changes {
        var changes = Changes()
        changes.replace(TextRange(0..<0), with: "\(UInt64.random(in: 0...UInt64.max))", rule: "roll")
        return changes
    }
}

private struct Quadratic: Stage {
    static let manifest = StageManifest(name: "quadratic", summary: "Takes its time.")
    init(settings: NoSettings) {}
    /// Sleeps, so that neither the machine nor the build has a say in how long it takes: 10 ms for 48 KB.
    func process(_ article: Article) -> Changes {
        let thousands = Double(article.utf8.count) / 48_000
        usleep(UInt32(10_000 * thousands * thousands))
        return Changes()
    }
}

private struct Giving: Stage {
    static let manifest = StageManifest(name: "giving", summary: "Gives.", provides: ["gifts"])
    struct Gift: Codable, Sendable {}
    init(settings: NoSettings) {}
    func process(_ article: Article) -> Changes {
        var changes = Changes()
        changes.set(Layer<Gift>("gifts"), to: [])
        return changes
    }
}

private struct Needy: Stage {
    static let manifest = StageManifest(name: "needy", summary: "Needs.", requires: ["gifts"])
    init(settings: NoSettings) {}
    func process(_ article: Article) -> Changes { Changes() }
}
