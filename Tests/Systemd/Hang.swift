import LinecasterKit

/// A stage that never comes back.
struct Hang: Stage {
    static let manifest = StageManifest(name: "hang", summary: "Never comes back.", rules: [Rule("hang", "Hangs.")])
    init(settings: NoSettings) {}
    func process(_ article: Article) -> Changes {
        var changes = Changes()
        while true { changes = Changes() }
        return changes
    }
}

@c(linecaster_plugin) public func plugin() -> UnsafeMutableRawPointer { exportStages([StageDescriptor(Hang.self)]) }
