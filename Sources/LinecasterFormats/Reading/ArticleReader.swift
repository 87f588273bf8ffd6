import Crypto
public import LinecasterKit

/// Reads a file's bytes as an article, its encoding found by evidence.
public struct ArticleReader: Sendable {
    public init() {}

    /// Reads plain text.
    ///
    /// Bytes that stand for no character become U+FFFD and are kept beside the text, so that the source
    /// can be given back exactly.
    ///
    /// - Parameters:
    ///   - bytes: The file's contents.
    ///   - name: Its name, with its path below the folder that it came from.
    ///   - metadata: Facts that came with it, such as `date`.
    /// - Throws: `ReadingError` for what is no text.
    public func read(_ bytes: [UInt8], name: String, metadata: [String: String] = [:]) throws(ReadingError) -> Article {
        if let kind = binaryKind(bytes) { throw ReadingError("this is \(kind), not plain text; extract its text first") }
        let verdict = EncodingDetector().detect(bytes)
        let decoded = decode(bytes, as: verdict.encoding, markLength: verdict.markLength)
        if decoded.undecodable * 10 > max(40, bytes.count) {
            throw ReadingError(
                "\(decoded.undecodable) of \(bytes.count) bytes are no text in any encoding that is known; convert the file to UTF-8"
            )
        }
        let source = Source(
            name: name,
            bytes: bytes,
            sha256: hexadecimal(SHA256.hash(data: bytes)),
            encoding: verdict.encoding.rawValue,
            decoded: decoded.text,
            map: decoded.map,
            remainders: decoded.remainders
        )
        return Article(source: source, metadata: metadata, warnings: warnings(verdict, decoded, source))
    }

    private func warnings(_ verdict: EncodingDetector.Verdict, _ decoded: DecodedText, _ source: Source) -> [Warning] {
        var warnings: [Warning] = []
        if verdict.confidence < 0.6 {
            warnings.append(
                Warning(
                    stage: "read",
                    message: "the encoding may not be \(verdict.encoding.rawValue); convert the file to UTF-8 if characters are wrong"
                )
            )
        }
        if decoded.undecodable > 0, let first = source.remainders.first(where: { $0.rule == "keep-undecodable-bytes" }) {
            let place = source.position(ofByte: first.source.lowerBound)
            warnings.append(
                Warning(
                    stage: "read",
                    message:
                        "\(decoded.undecodable) bytes are no \(verdict.encoding.rawValue) text, the first in line \(place.line), column \(place.column); U+FFFD stands for them"
                )
            )
        }
        return warnings
    }

    /// What kind of binary file the bytes begin as; nil for what may be text.
    private func binaryKind(_ bytes: [UInt8]) -> String? {
        let kinds: [(String, [UInt8])] = [
            ("a PDF file", Array("%PDF-".utf8)), ("a ZIP or office file", [0x50, 0x4B, 3, 4]), ("a PNG image", [0x89, 0x50, 0x4E, 0x47]),
            ("a JPEG image", [0xFF, 0xD8, 0xFF]), ("a GIF image", Array("GIF8".utf8)), ("a gzip file", [0x1F, 0x8B]),
            ("a program", [0x7F, 0x45, 0x4C, 0x46]), ("a TIFF image", [0x49, 0x49, 0x2A, 0]), ("a TIFF image", [0x4D, 0x4D, 0, 0x2A]),
        ]
        return kinds.first { bytes.starts(with: $0.1) }?.0
    }
}

/// Why a file is no article, in words for the person who dropped it.
public struct ReadingError: Error, Sendable, CustomStringConvertible {
    public let description: String
    init(_ description: String) { self.description = description }
}

/// Bytes as lower-case hexadecimal digits.
package func hexadecimal(_ bytes: some Sequence<UInt8>) -> String {
    let digits = Array("0123456789abcdef".utf8)
    return String(decoding: bytes.flatMap { [digits[Int($0 >> 4)], digits[Int($0 & 15)]] }, as: UTF8.self)
}

/// The SHA-256 digest of bytes in lower-case hexadecimal.
package func sha256(_ bytes: [UInt8]) -> String { hexadecimal(SHA256.hash(data: bytes)) }
