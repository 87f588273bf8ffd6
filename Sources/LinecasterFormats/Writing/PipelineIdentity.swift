/// The pipeline that made a result, as far as the result depends on it.
public struct PipelineIdentity: Sendable, Hashable {
    /// A stage of the pipeline.
    public struct Stage: Sendable, Hashable {
        public let name: String
        public let version: String

        public init(name: String, version: String) {
            self.name = name
            self.version = version
        }
    }

    public let name: String
    /// The SHA-256 digest of the pipeline's stages and their settings, in hexadecimal.
    public let digest: String
    public let stages: [Stage]

    public init(name: String, digest: String, stages: [Stage]) {
        self.name = name
        self.digest = digest
        self.stages = stages
    }
}
