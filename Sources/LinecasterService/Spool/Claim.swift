import Foundation

/// A file that was taken out of an inbox and is in work.
struct Claim: Codable, Sendable, Hashable {
    /// Names the claim's folder; claims sort by arrival.
    let id: String
    /// The inbox that the file came from.
    let inbox: String
    /// The file's path below the inbox.
    let path: String
    /// The pipeline that the inbox prescribes.
    let pipeline: String?
    /// When the file was claimed, in milliseconds since 1970.
    let claimed: Int
}
