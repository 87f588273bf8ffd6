import Foundation
import NIOHTTP1

/// What of a request the answers look at.
struct StatusRequest: Sendable {
    let method: HTTPMethod
    /// The parts of the path, decoded; none for the root.
    let path: [String]
    let query: [String: String]
    let host: String
    let authorization: String

    init(_ head: HTTPRequestHead) {
        let parts = head.uri.split(separator: "?", maxSplits: 1, omittingEmptySubsequences: false)
        func decoded(_ text: some StringProtocol) -> String { text.removingPercentEncoding ?? "" }
        method = head.method
        path = parts[0].split(separator: "/").map(decoded)
        let pairs = parts.count < 2 ? [] : parts[1].split(separator: "&").map { $0.split(separator: "=", maxSplits: 1) }
        query = Dictionary(pairs.filter { !$0.isEmpty }.map { (decoded($0[0]), $0.count < 2 ? "" : decoded($0[1])) }) { first, _ in first }
        host = head.headers.first(name: "Host") ?? ""
        authorization = head.headers.first(name: "Authorization") ?? ""
    }
}

/// What is answered.
struct StatusResponse: Sendable {
    let status: HTTPResponseStatus
    var headers: [(String, String)]
    let body: Data
}
