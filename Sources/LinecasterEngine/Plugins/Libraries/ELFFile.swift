import Foundation

/// Just as much of an ELF file as tells what it is, before anything of it is loaded.
///
/// Source: elf(5); 64-bit, little-endian.
struct ELFFile {
    /// A note of the file's note segments.
    struct Note {
        let owner: String
        let type: UInt32
        let description: [UInt8]
    }

    /// Why a file cannot be read as what it should be.
    struct Problem: Error { let reason: String }

    private let bytes: Data

    /// Opens a shared object of this machine's processor.
    init(path: String) throws(Problem) {
        do {
            bytes = try Data(contentsOf: URL(filePath: path), options: .alwaysMapped)
        } catch {
            throw Problem(reason: "it cannot be read: \((error as NSError).localizedDescription)")
        }
        let magic: [UInt8] = [0x7F, UInt8(ascii: "E"), UInt8(ascii: "L"), UInt8(ascii: "F")]
        guard bytes.starts(with: magic) else { throw Problem(reason: "it is no library: it does not begin as an ELF file does") }
        guard bytes.count >= 64, bytes[4] == 2, bytes[5] == 1, number(at: 16, UInt16.self) == 3 else {
            throw Problem(reason: "it is no library that can be loaded: not a 64-bit shared object")
        }
        guard number(at: 18, UInt16.self) == Self.machine else {
            throw Problem(reason: "it was built for another processor; rebuild it on this machine")
        }
    }

    private static var machine: UInt16 {
        #if arch(arm64)
            183
        #else
            62
        #endif
    }

    /// The notes in the file's note segments; those that lie outside the file are left out.
    var notes: [Note] {
        guard let table = number(at: 32, UInt64.self), let size = number(at: 54, UInt16.self), let count = number(at: 56, UInt16.self),
            size >= 56
        else { return [] }
        var notes: [Note] = []
        for index in 0..<Int(count) {
            guard let start = Int(exactly: table).map({ $0.addingReportingOverflow(index * Int(size)) }), !start.overflow,
                number(at: start.partialValue, UInt32.self) == 4,
                let offset = number(at: start.partialValue + 8, UInt64.self).flatMap({ Int(exactly: $0) }),
                let length = number(at: start.partialValue + 32, UInt64.self).flatMap({ Int(exactly: $0) }),
                offset >= 0, length >= 0, offset <= bytes.count, length <= bytes.count - offset
            else { continue }
            notes += self.notes(in: offset..<offset + length)
        }
        return notes
    }

    private func notes(in segment: Range<Int>) -> [Note] {
        var notes: [Note] = []
        var place = segment.lowerBound
        while place + 12 <= segment.upperBound, let nameSize = number(at: place, UInt32.self),
            let size = number(at: place + 4, UInt32.self),
            let type = number(at: place + 8, UInt32.self)
        {
            let name = place + 12
            let description = name + aligned(Int(nameSize))
            let end = description + Int(size)
            guard end <= segment.upperBound else { break }
            let owner = String(decoding: bytes[name..<name + Int(nameSize)].prefix { $0 != 0 }, as: UTF8.self)
            notes.append(Note(owner: owner, type: type, description: Array(bytes[description..<end])))
            place = description + aligned(Int(size))
        }
        return notes
    }

    private func aligned(_ size: Int) -> Int { (size + 3) / 4 * 4 }

    private func number<Number: FixedWidthInteger>(at offset: Int, _: Number.Type) -> Number? {
        guard offset >= 0, offset <= bytes.count - MemoryLayout<Number>.size else { return nil }
        return bytes.withUnsafeBytes { Number(littleEndian: $0.loadUnaligned(fromByteOffset: offset, as: Number.self)) }
    }
}
