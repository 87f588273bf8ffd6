import Foundation
import LinecasterKit

/// Starts a program and asks it what it is.
///
/// - Throws: `ProgramFailure` when it does not start or does not answer as the protocol says; it is ended then.
func handshake(
    _ words: [String],
    _ reference: PluginReference,
    _ note: @escaping ProgramPool.Note
) throws(ProgramFailure) -> (ProgramConnection, ProgramDescription) {
    let connection = try ProgramConnection(words, note: note)
    do throws(ProgramFailure) {
        let bytes = try connection.exchange(ProgramMessage.hello, about: nil, within: reference.startTimeout.duration)
        let description: ProgramDescription = try read(bytes, "its answer to the handshake")
        if let objection = description.objection { throw ProgramFailure(reason: objection) }
        return (connection, description)
    } catch {
        connection.stop(patience: .zero)
        throw error
    }
}

extension ProgramAnswer {
    /// Reads a line that a program wrote.
    ///
    /// - Throws: `ProgramFailure` that says what is wrong, and where in the line.
    init(reading bytes: [UInt8]) throws(ProgramFailure) { self = try read(bytes, "its answer") }
}

private func read<Message: Decodable>(_ bytes: [UInt8], _ what: String) throws(ProgramFailure) -> Message {
    do {
        return try JSONDecoder().decode(Message.self, from: Data(bytes))
    } catch {
        let beginning = String(decoding: bytes.prefix(60), as: UTF8.self)
        throw ProgramFailure(
            reason: "\(what) is not as the protocol says: \(reason(error)); it begins with \(beginning)",
            isOfAnswer: true
        )
    }
}

/// What is wrong with JSON, and where.
private func reason(_ error: any Error) -> String {
    let path: [any CodingKey]
    let what: String
    switch error as? DecodingError {
    case .keyNotFound(let key, let context): (path, what) = (context.codingPath, "'\(key.stringValue)' is missing")
    case .typeMismatch(let type, let context): (path, what) = (context.codingPath, "\(type) was expected")
    case .valueNotFound(let type, let context): (path, what) = (context.codingPath, "\(type) was expected")
    case .dataCorrupted(let context): (path, what) = (context.codingPath, context.debugDescription)
    default: (path, what) = ([], "\(error)")
    }
    return path.isEmpty ? what : "at \(path.map { $0.intValue.map { "[\($0)]" } ?? $0.stringValue }.joined(separator: ".")): \(what)"
}
