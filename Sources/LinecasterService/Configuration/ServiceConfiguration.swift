public import LinecasterEngine
public import LinecasterKit

/// What a service file says; every key has a default, so that the daemon runs in an empty folder.
public struct ServiceConfiguration: Sendable {
    public var inboxes: [InboxFolder] = [InboxFolder(path: "inbox")]
    public var paths = Paths()
    /// Libraries and programs that bring stages; relative paths are below the working folder.
    public var plugins: [PlacedPlugin] = []
    public var watch = Watch()
    public var limits = Limits()
    public var retry = Retry()
    public var status = StatusServer()
    public var log = Log()

    public init() {}

    /// A folder into which people drop files.
    public struct InboxFolder: Sendable, Hashable {
        public var path: String
        /// The pipeline that its files take, whatever their names.
        public var pipeline: String?
        /// Patterns of names of which one must fit; empty for any name.
        public var include: [String] = []
        /// Patterns of names that are left alone.
        public var exclude: [String] = []

        public init(path: String) { self.path = path }
    }

    /// Folders, and choices that stand on the first level of the file.
    public struct Paths: StageSettings {
        public var outbox = "outbox"
        /// The folder for originals after success; nil to delete them.
        public var archive = "archive"
        public var failed = "failed"
        public var state = "state"
        public var pipelines = "Pipelines"
        public var defaultPipeline = "newspaper"
        public var workers = WorkerCount.auto
        public var duplicates = Duplicates.skip

        public init() {}

        public static let fields = [
            Field("outbox", \Self.outbox, "The folder for results."),
            Field("archive", \Self.archive, "The folder for originals after success, or 'delete'."),
            Field("failed", \Self.failed, "The folder for originals that failed, each beside NAME.error.json."),
            Field("state", \Self.state, "The folder for the ledger and for files in work, on the inbox's file system."),
            Field("pipelines", \Self.pipelines, "The folder of pipeline files."),
            Field("default_pipeline", \Self.defaultPipeline, "The pipeline for files that no other accepts."),
            Field("workers", \Self.workers, "How many articles are processed at once."),
            Field("duplicates", \Self.duplicates, "What happens to bytes that went through the same pipeline before."),
        ]

        /// Whether originals are deleted after success.
        public var deletesOriginals: Bool { archive == "delete" }
    }

    /// What happens to bytes that went through the same pipeline before.
    public enum Duplicates: String, ConfigChoice { case skip, process }

    /// How many articles are processed at once.
    public enum WorkerCount: ConfigValue, Hashable {
        case auto
        case fixed(Int)

        public static var form: ConfigForm { .pattern("auto or a whole number from 1 to 256", regex: "^(auto|[0-9]+)$") }

        public init(_ node: ConfigNode) throws(ConfigMismatch) {
            guard case .scalar(let text, _) = node.content else { throw ConfigMismatch(Self.form.description, at: node) }
            if text == "auto" {
                self = .auto
            } else if let count = Int(text), (1...256).contains(count) {
                self = .fixed(count)
            } else {
                throw ConfigMismatch(Self.form.description, at: node)
            }
        }

        public var configText: String {
            switch self {
            case .auto: "auto"
            case .fixed(let count): String(count)
            }
        }
    }

    /// How new files are noticed.
    public struct Watch: StageSettings {
        public var method = Method.auto
        public var settle = TimeSpan(milliseconds: 300)
        public var pollInterval = TimeSpan.seconds(2)

        public init() {}

        public enum Method: String, ConfigChoice { case auto, inotify, poll }

        public static let fields = [
            Field("method", \Self.method, "How new files are noticed: auto takes inotify, and polling where inotify cannot see."),
            Field("settle", \Self.settle, "How long a file must stay unchanged after it was written."),
            Field("poll_interval", \Self.pollInterval, "How often a folder is read that inotify cannot see."),
        ]
    }

    /// What is refused.
    public struct Limits: StageSettings {
        public var fileSize = ByteCount(bytes: 32 << 20)
        public var stageTimeout = TimeSpan.seconds(30)
        public var queue = 10_000
        public var memory = ByteCount(bytes: 2 << 30)

        public init() {}

        public static let fields = [
            Field("file_size", \Self.fileSize, "The largest file that is processed."),
            Field("stage_timeout", \Self.stageTimeout, "How long a stage may take for one article."),
            Field("queue", \Self.queue, in: 1...1_000_000, "How many files may be claimed and waiting; the rest stay in the inbox."),
            Field("memory", \Self.memory, "The most memory that the daemon may take; an article that needs more is set aside."),
        ]
    }

    /// What is tried again.
    public struct Retry: StageSettings {
        public var attempts = 3
        public var backoff = TimeSpan.seconds(1)

        public init() {}

        /// The longest wait between two tries.
        private static let longestWait = Duration.seconds(60)

        /// How long to wait after a try, counted from 1.
        func wait(after attempt: Int) -> Duration { min(Self.longestWait, backoff.duration * (1 << min(16, attempt - 1))) }

        public static let fields = [
            Field("attempts", \Self.attempts, in: 1...100, "How often an article is tried when the machine, not the article, is at fault."),
            Field("backoff", \Self.backoff, "How long to wait before the second try; each further wait is twice as long."),
        ]
    }

    /// Where the daemon tells how it is.
    public struct StatusServer: StageSettings {
        public var listen = ListenAddress.internet(host: "127.0.0.1", port: 7077, isVersion6: false)
        /// The file of the token; nil for one in the state folder.
        public var tokenFile: String?

        public init() {}

        public static let fields = [
            Field("listen", \Self.listen, "An address and port, unix:PATH for a socket, or none."),
            Field(
                "token_file",
                \Self.tokenFile,
                "The file of the token that changes over the network need; status-token in the state folder where it names none."
            ),
        ]
    }

    /// What is logged.
    public struct Log: StageSettings {
        public var level = Level.info
        public var format = Format.auto

        public init() {}

        public enum Level: String, ConfigChoice { case trace, debug, info, notice, warning, error, critical }
        public enum Format: String, ConfigChoice { case auto, text, journal, json }

        public static let fields = [
            Field("level", \Self.level, "The least level that is logged."),
            Field("format", \Self.format, "The form of the log: text, journal (with syslog priorities), json, or auto."),
        ]
    }

    /// Every key of the first level.
    package static var keys: [String] { ["inbox", "plugins"] + Paths.fields.map(\.key) + sections.map(\.key) }

    /// The settings of the first level, for the JSON Schema.
    package static var firstLevel: [SettingDescription] { Paths.descriptions }

    /// Keys whose values are lists of text or mappings, for the JSON Schema.
    package static var lists: [(key: String, settings: [SettingDescription])] {
        [("inbox", InboxSettings.descriptions), ("plugins", PluginReference.keys)]
    }

    /// The sections of the file, for its JSON Schema.
    package static var sections: [(key: String, settings: [SettingDescription])] {
        [
            ("watch", Watch.descriptions), ("limits", Limits.descriptions), ("retry", Retry.descriptions),
            ("status", StatusServer.descriptions), ("log", Log.descriptions),
        ]
    }
}
