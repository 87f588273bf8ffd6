/// The pipelines that come with linecaster, as the files beside this one; they are part of the program, so
/// that it works in an empty folder.
public enum ReadyPipelines {
    /// A pipeline file.
    public struct File: Sendable {
        /// Its name in this folder.
        public let name: String
        public let contents: [UInt8]
    }

    /// The pipeline files, the default first.
    public static let files = [
        File(name: "newspaper.yaml", contents: PackageResources.newspaper_yaml),
        File(name: "english.yaml", contents: PackageResources.english_yaml),
        File(name: "minimal.yaml", contents: PackageResources.minimal_yaml),
    ]
}
