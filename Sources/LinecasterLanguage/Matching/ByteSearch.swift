private import Glibc

extension Array where Element == UInt8 {
    /// The offset of the first such byte in a range, to the end where none is named; nil where there is none.
    ///
    /// Many times as fast as a loop, for bytes that are rare.
    public func firstIndex(of byte: UInt8, from start: Int, to end: Int? = nil) -> Int? {
        let end = end ?? count
        guard start < end else { return nil }
        return withUnsafeBytes { bytes in
            guard let base = bytes.baseAddress, let found = memchr(base + start, Int32(byte), end - start) else { return nil }
            return UnsafeRawPointer(found) - base
        }
    }

    /// The offset of the first occurrence of some bytes from an offset on; nil where none is left.
    public func firstIndex(of literal: StaticString, from start: Int) -> Int? {
        // The last byte of a character tells more than its first.
        let tail = literal.utf8CodeUnitCount - 1
        var from = start + tail
        while let place = firstIndex(of: literal.utf8Start[tail], from: from) {
            if holds(literal, at: place - tail) { return place - tail }
            from = place + 1
        }
        return nil
    }

    /// Whether the bytes of one range stand somewhere in another.
    public func contains(_ piece: Range<Int>, in range: Range<Int>) -> Bool {
        withUnsafeBytes { stands(UnsafeRawBufferPointer(rebasing: $0[piece]), in: UnsafeRawBufferPointer(rebasing: $0[range])) }
    }

    /// Whether other bytes stand somewhere in these.
    public func contains(bytes piece: [UInt8]) -> Bool {
        withUnsafeBytes { bytes in piece.withUnsafeBytes { stands($0, in: bytes) } }
    }

    /// Whether a range may hold ideographs or kana, by the bytes that begin them: most English text holds none.
    public func holdsIdeographs(_ range: Range<Int>) -> Bool { self[range].contains { (0xE3...0xE9).contains($0) } }

    /// The offset of the first byte of ASCII from an offset on, or the end.
    public func firstASCII(from start: Int) -> Int { firstByte(from: start, highBit: 0) }

    /// The offset of the first byte of another character from an offset on, or the end.
    public func firstNonASCII(from start: Int) -> Int { firstByte(from: start, highBit: 0x80) }

    /// The offset of the first digit of ASCII from an offset on, or the end.
    ///
    /// Source: S. E. Anderson, Bit Twiddling Hacks, determine if a word has a byte between m and n.
    public func firstDigit(from start: Int) -> Int {
        return withUnsafeBytes { bytes in
            var offset = start
            while offset + 8 <= bytes.count {
                let word = UInt64(littleEndian: bytes.loadUnaligned(fromByteOffset: offset, as: UInt64.self))
                let low = word & UInt64(eachByte: 0x7F)
                let digits =
                    (UInt64(eachByte: 0x7F + 0x3A) &- low) & ~word & (low &+ UInt64(eachByte: 0x7F - 0x2F)) & UInt64(eachByte: 0x80)
                if digits != 0 { return offset + digits.trailingZeroBitCount / 8 }
                offset += 8
            }
            while offset < bytes.count, bytes[offset] &- 0x30 >= 10 { offset += 1 }
            return offset
        }
    }

    /// The first byte whose high bit is as wanted; eight that are not are passed at a time.
    private func firstByte(from start: Int, highBit: UInt8) -> Int {
        let passed: UInt64 = highBit == 0 ? 0x8080_8080_8080_8080 : 0
        return withUnsafeBytes { bytes in
            var offset = start
            while offset + 8 <= bytes.count, case let word = bytes.loadUnaligned(fromByteOffset: offset, as: UInt64.self),
                word & 0x8080_8080_8080_8080 == passed
            {
                offset += 8
            }
            while offset < bytes.count, bytes[offset] & 0x80 != highBit { offset += 1 }
            return offset
        }
    }
}

extension UInt64 {
    /// Eight times the same byte, to compare eight bytes of text at a time.
    @inlinable public init(eachByte byte: UInt8) { self = UInt64(byte) &* 0x0101_0101_0101_0101 }
}

private func stands(_ piece: UnsafeRawBufferPointer, in bytes: UnsafeRawBufferPointer) -> Bool {
    guard let start = piece.baseAddress, let base = bytes.baseAddress, let last = piece.last, piece.count <= bytes.count else {
        return piece.isEmpty
    }
    // The last byte of a character tells more than its first.
    let tail = piece.count - 1
    var place = base + tail
    let end = base + bytes.count
    while place < end, let found = memchr(place, Int32(last), end - place) {
        if memcmp(found - tail, start, piece.count) == 0 { return true }
        place = UnsafeRawPointer(found) + 1
    }
    return false
}
