import LinecasterKit
import LinecasterLanguage

/// Bytes decoded to UTF-8 so that encoding the text again gives the same bytes.
struct DecodedText {
    var text: [UInt8] = []
    var map = SourceMap()
    var remainders: [Source.Remainder] = []
    /// How many bytes stand for no character.
    var undecodable = 0
}

/// Decodes bytes, keeping for every passage what is needed to encode it again.
func decode(_ bytes: [UInt8], as encoding: TextEncoding, markLength: Int) -> DecodedText {
    if encoding == .utf8, markLength == 0, (try? UTF8Span(validating: bytes.span)) != nil {
        return DecodedText(text: bytes, map: SourceMap(identity: bytes.count))
    }
    var decoded = DecodedText()
    decoded.text.reserveCapacity(bytes.count * 3 / 2)
    if markLength > 0 { decoded.leaveOut(0..<markLength, rule: "drop-byte-order-mark") }
    if encoding == .utf8 {
        decoded.appendUTF8(bytes, from: markLength)
    } else {
        decoded.append(bytes, from: markLength, encoding: encoding)
    }
    if !decoded.comesBack(as: bytes, encoding) { decoded.keepWhole(bytes) }
    return decoded
}

extension DecodedText {
    /// Whether encoding the text again gives the source.
    fileprivate func comesBack(as bytes: [UInt8], _ encoding: TextEncoding) -> Bool {
        let kept = remainders.map { (decoded: $0.decoded.offsets, bytes: Array(bytes[$0.source.offsets])) }
        return encode(text, encoding: encoding.rawValue, remainders: kept) == bytes
    }

    /// Keeps the whole source beside the text: the last resort for what no rule of an encoding explains.
    fileprivate mutating func keepWhole(_ bytes: [UInt8]) {
        let remainder = Source.Remainder(
            source: TextRange(0..<bytes.count),
            decoded: TextRange(0..<text.count),
            rule: "keep-other-spelling"
        )
        remainders = [remainder]
    }

    fileprivate mutating func leaveOut(_ source: Range<Int>, rule: String) {
        remainders.append(Source.Remainder(source: TextRange(source), decoded: TextRange(text.count..<text.count), rule: rule))
    }

    /// Puts U+FFFD in place of bytes that are no character.
    private mutating func replace(_ source: Range<Int>) {
        let start = text.count
        text += [0xEF, 0xBF, 0xBD]
        map.append(text: 3, source: source.count, at: source.lowerBound)
        remainders.append(
            Source.Remainder(source: TextRange(source), decoded: TextRange(start..<text.count), rule: "keep-undecodable-bytes")
        )
        undecodable += source.count
    }

    fileprivate mutating func appendUTF8(_ bytes: [UInt8], from start: Int) {
        var offset = start
        while offset < bytes.count {
            let scalar = bytes.scalar(at: offset)
            if scalar.length == 1 && bytes[offset] < 0x80 || isWellFormed(bytes, scalar) {
                text += bytes[offset..<scalar.end]
                for byte in offset..<scalar.end { map.append(text: 1, source: 1, at: byte) }
                offset = scalar.end
            } else {
                var end = offset + 1
                while end < bytes.count, bytes[end] & 0xC0 == 0x80, end - offset < 3 { end += 1 }
                replace(offset..<end)
                offset = end
            }
        }
    }

    private func isWellFormed(_ bytes: [UInt8], _ scalar: LocatedScalar) -> Bool {
        guard scalar.length > 1 else { return false }
        return (try? UTF8Span(validating: Array(bytes[scalar.offset..<scalar.end]).span)) != nil
    }

    fileprivate mutating func append(_ bytes: [UInt8], from start: Int, encoding: TextEncoding) {
        guard let decoder = Iconv(from: encoding.iconvName, to: "UTF-8"), let encoder = Iconv(from: "UTF-8", to: encoding.iconvName) else {
            return appendUTF8(bytes, from: start)
        }
        var offset = start
        while offset < bytes.count {
            let (output, stop) = decoder.convert(bytes[offset...])
            append(output, of: bytes[offset..<stop], encoding: encoding, encoder: encoder, decoder: decoder)
            guard stop < bytes.count else { break }
            let end = min(bytes.count, stop + (encoding == .utf16LittleEndian || encoding == .utf16BigEndian ? 2 : 1))
            replace(stop..<end)
            offset = end
        }
    }

    /// Appends a well-formed passage, character by character for the map.
    private mutating func append(
        _ output: [UInt8],
        of source: ArraySlice<UInt8>,
        encoding: TextEncoding,
        encoder: borrowing Iconv,
        decoder: borrowing Iconv
    ) {
        let comesBack = encoder.convert(output[...]).output.elementsEqual(source)
        var offset = source.startIndex
        for scalar in output.scalars(in: 0..<output.count) {
            guard offset < source.endIndex else { break }
            let length = min(encoding.length(of: source, at: offset, value: scalar.value), source.endIndex - offset)
            let bytes = offset..<offset + length
            let start = text.count
            text += output[scalar.offset..<scalar.end]
            map.append(text: scalar.length, source: length, at: offset)
            if !comesBack, !encoder.convert(output[scalar.offset..<scalar.end]).output.elementsEqual(source[bytes]) {
                remainders.append(
                    Source.Remainder(source: TextRange(bytes), decoded: TextRange(start..<text.count), rule: "keep-other-spelling")
                )
            }
            offset = bytes.upperBound
        }
    }
}

extension TextEncoding {
    /// The number of bytes of the character at an offset of well-formed text.
    fileprivate func length(of source: ArraySlice<UInt8>, at offset: Int, value: UInt32) -> Int {
        let first = source[offset]
        switch self {
        case .utf8: return 1
        case .utf16LittleEndian, .utf16BigEndian: return value > 0xFFFF ? 4 : 2
        case .windows1252: return 1
        case .gb18030:
            guard first >= 0x81 else { return 1 }
            return offset + 1 < source.endIndex && source[offset + 1] &- 0x30 < 10 ? 4 : 2
        case .big5: return first >= 0x81 ? 2 : 1
        case .shiftJIS: return (0x81...0x9F).contains(first) || (0xE0...0xFC).contains(first) ? 2 : 1
        }
    }
}

/// Encodes decoded text again, with what does not come back by itself put in its place.
///
/// - Returns: The source's bytes; nil when the encoding is unknown.
package func encode(_ text: [UInt8], encoding name: String, remainders: [(decoded: Range<Int>, bytes: [UInt8])]) -> [UInt8]? {
    guard let encoding = TextEncoding(rawValue: name) else { return nil }
    let encoder = encoding == .utf8 ? nil : Iconv(from: "UTF-8", to: encoding.iconvName)
    var result: [UInt8] = []
    var kept = 0
    func encoded(_ range: Range<Int>) -> [UInt8] {
        switch encoder {
        case .some(let iconv): iconv.convert(text[range]).output
        case .none: Array(text[range])
        }
    }
    for remainder in remainders {
        guard remainder.decoded.lowerBound >= kept, remainder.decoded.upperBound <= text.count else { return nil }
        result += encoded(kept..<remainder.decoded.lowerBound)
        result += remainder.bytes
        kept = remainder.decoded.upperBound
    }
    return result + encoded(kept..<text.count)
}
