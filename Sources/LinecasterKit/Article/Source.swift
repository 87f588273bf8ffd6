/// What an article was made from: the bytes of a file as they were received, and their first decoding.
public struct Source: Sendable {
    /// The file's name, with its path below the folder that it came from.
    public let name: String
    /// The file's bytes; never changed.
    public let bytes: [UInt8]
    /// The SHA-256 digest of ``bytes``, in lower-case hexadecimal.
    public let sha256: String
    /// The IANA name of the character encoding, such as `UTF-8` or `GB18030`.
    public let encoding: String
    /// The text that the bytes decode to, as UTF-8, before any stage.
    public let decoded: [UInt8]
    /// Leads from offsets of ``decoded`` to offsets of ``bytes``.
    public let map: SourceMap
    /// The passages that do not come back from ``decoded`` by encoding it again.
    public let remainders: [Remainder]
    /// The offsets in ``decoded`` at which lines begin; the first is 0.
    public let lineStarts: [Int]

    /// Bytes that no encoder makes from the decoded text: those of no character, a byte order mark,
    /// or a second way to write the same character.
    public struct Remainder: Hashable, Sendable {
        /// The bytes, as a range of ``Source/bytes``.
        public let source: TextRange
        /// What stands for them, as a range of ``Source/decoded``; empty for what was left out.
        public let decoded: TextRange
        /// Why, in kebab case, such as `keep-undecodable-bytes`.
        public let rule: String

        public init(source: TextRange, decoded: TextRange, rule: String) {
            self.source = source
            self.decoded = decoded
            self.rule = rule
        }
    }

    /// A place in the source for people.
    public struct Position: Hashable, Sendable {
        /// The line, from 1.
        public let line: Int
        /// The column, from 1, in Unicode scalars.
        public let column: Int
    }

    /// Creates a source from bytes that a reader has decoded.
    ///
    /// - Parameters:
    ///   - name: The name of the file.
    ///   - bytes: The bytes of the file.
    ///   - sha256: Their digest, in hexadecimal.
    ///   - encoding: The encoding that was found, by its IANA name.
    ///   - decoded: Well-formed UTF-8.
    ///   - map: From offsets of `decoded` to offsets of `bytes`.
    ///   - remainders: The bytes that could not be decoded.
    public init(
        name: String,
        bytes: [UInt8],
        sha256: String,
        encoding: String,
        decoded: [UInt8],
        map: SourceMap,
        remainders: [Remainder] = []
    ) {
        self.name = name
        self.bytes = bytes
        self.sha256 = sha256
        self.encoding = encoding
        self.decoded = decoded
        self.map = map
        self.remainders = remainders
        lineStarts = Self.lineStarts(of: decoded)
    }

    /// Creates a source from a string, for tests and for text that was never a file.
    public init(name: String, text: String) {
        let bytes = Array(text.utf8)
        self.init(
            name: name,
            bytes: bytes,
            sha256: "",
            encoding: "UTF-8",
            decoded: bytes,
            map: SourceMap(identity: bytes.count)
        )
    }

    /// The number of lines; a line end at the end of the file begins no further line.
    public var lineCount: Int {
        guard let last = lineStarts.last, !decoded.isEmpty else { return 0 }
        return last == decoded.count ? lineStarts.count - 1 : lineStarts.count
    }

    /// The line, from 1, in which a source byte lies.
    public func line(ofByte offset: Int) -> Int { line(ofDecoded: map.textOffset(ofSource: offset)) }

    /// The line and column of a source byte.
    public func position(ofByte offset: Int) -> Position {
        let decodedOffset = map.textOffset(ofSource: offset)
        let line = line(ofDecoded: decodedOffset)
        var column = 1
        for index in lineStarts[line - 1]..<max(decodedOffset, lineStarts[line - 1]) where decoded[index] & 0xC0 != 0x80 {
            column += 1
        }
        return Position(line: line, column: column)
    }

    private func line(ofDecoded offset: Int) -> Int {
        var low = 0
        var high = lineStarts.count - 1
        while low < high {
            let middle = (low + high + 1) / 2
            if lineStarts[middle] <= offset { low = middle } else { high = middle - 1 }
        }
        return low + 1
    }

    private static func lineStarts(of text: [UInt8]) -> [Int] {
        var starts = [0]
        for (offset, byte) in text.enumerated() {
            let ends = byte == 0x0A || (byte == 0x0D && !(offset + 1 < text.count && text[offset + 1] == 0x0A))
            if ends { starts.append(offset + 1) }
        }
        return starts
    }
}
