import LinecasterKit

/// Reads the steps of a pipeline one after the other, checking what each needs against what earlier ones
/// give.
struct StepReader {
    let registry: StageRegistry
    private var provided = Set<String>()
    private var seen: [String] = []
    /// Whether a step named a stage that there is not.
    private(set) var metUnknownStage = false

    init(registry: StageRegistry) { self.registry = registry }

    /// Reads `- NAME`, or `- NAME:` with settings below and control keys beside.
    mutating func read(_ item: ConfigNode, _ diagnostics: inout [Diagnostic]) -> PipelineStep? {
        guard let (name, position, settings, control) = parts(of: item, &diagnostics) else { return nil }
        guard let descriptor = registry[name] else {
            metUnknownStage = true
            let refused = registry.refused.map(\.plugin).joined(separator: " or ")
            let help = refused.isEmpty ? advice(for: name, among: registry.names) : "; it may be one of \(refused), which is refused"
            diagnostics.append(Diagnostic("unknown stage '\(name)'\(help)", at: position))
            return nil
        }
        let manifest = descriptor.manifest
        checkNeeds(manifest, at: position, &diagnostics)
        provided.formUnion(manifest.provides)
        seen.append(name)
        let controls = StepControl.read(from: control, into: &diagnostics)
        if let controls { checkRules(controls.without, of: manifest, in: control, &diagnostics) }
        guard let stage = descriptor.build(from: settings, into: &diagnostics), let controls else { return nil }
        return PipelineStep(
            manifest: manifest,
            stage: stage,
            onError: controls.onError,
            timeout: controls.timeout,
            without: Set(controls.without),
            minConfidence: controls.minConfidence
        )
    }

    private typealias Parts = (name: String, position: SourcePosition, settings: ConfigNode?, control: ConfigNode?)

    private func parts(of item: ConfigNode, _ diagnostics: inout [Diagnostic]) -> Parts? {
        switch item.content {
        case .scalar(let text, _) where !item.isEmpty:
            return (text, item.position, nil, nil)
        case .mapping(let entries):
            let controlKeys = Set(StepControl.fields.map(\.key))
            let control = entries.filter { controlKeys.contains($0.key) }
            let named = entries.filter { !controlKeys.contains($0.key) }
            guard let stage = named.first else {
                diagnostics.append(Diagnostic("a stage's name is missing before '\(control[0].key)'", at: item.position))
                return nil
            }
            for extra in named.dropFirst() {
                diagnostics.append(Diagnostic(misplaced(extra, beside: stage), at: extra.keyPosition))
            }
            let controlNode = control.isEmpty ? nil : ConfigNode(.mapping(control), at: control[0].keyPosition)
            return (stage.key, stage.keyPosition, stage.value, controlNode)
        default:
            diagnostics.append(Diagnostic("expected the name of a stage, found \(item.kind)", at: item.position))
            return nil
        }
    }

    /// What is wrong with a key that stands beside a stage's name.
    private func misplaced(_ entry: ConfigNode.Entry, beside stage: ConfigNode.Entry) -> String {
        if registry[entry.key] != nil { return "'\(entry.key)' is a stage of its own; begin it with '- '" }
        if registry[stage.key]?.settings.contains(where: { $0.key == entry.key }) == true {
            return "'\(entry.key)' is an option of \(stage.key); indent it below '\(stage.key):'"
        }
        return "unknown key '\(entry.key)' beside stage '\(stage.key)'\(advice(for: entry.key, among: StepControl.fields.map(\.key)))"
    }

    private func checkNeeds(_ manifest: StageManifest, at position: SourcePosition, _ diagnostics: inout [Diagnostic]) {
        let missing = manifest.requires.filter { provided.isDisjoint(with: $0.alternatives) }
        guard let first = missing.first else { return }
        let layers = missing.map { $0.alternatives.joined(separator: " or ") }.joined(separator: " and ")
        // The stage that gives most of them is the one that was meant.
        let providers = registry.stages.filter { stage in
            stage.manifest.name != manifest.name && missing.allSatisfy { !Set(stage.manifest.provides).isDisjoint(with: $0.alternatives) }
        }
        let provider = providers.first ?? first.alternatives.lazy.compactMap { registry.provider(of: $0) }.first
        let remedy = provider.map { "; put '\($0.manifest.name)' before it" } ?? ""
        let noun = missing.count == 1 ? "layer" : "layers"
        diagnostics.append(
            Diagnostic("'\(manifest.name)' needs the \(noun) \(layers), which no earlier stage gives\(remedy)", at: position)
        )
    }

    private func checkRules(_ rules: [String], of manifest: StageManifest, in control: ConfigNode?, _ diagnostics: inout [Diagnostic]) {
        let known = manifest.rules.map(\.name)
        guard let list = control?.entries?.first(where: { $0.key == "without" })?.value, case .sequence(let nodes) = list.content else {
            return
        }
        for (rule, node) in zip(rules, nodes) where !known.contains(rule) {
            diagnostics.append(Diagnostic("'\(manifest.name)' has no rule '\(rule)'\(advice(for: rule, among: known))", at: node.position))
        }
    }
}
