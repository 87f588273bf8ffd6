import Foundation
import Testing

@testable import LinecasterEngine

/// What is known of a library before it is loaded.
@Suite struct LibraryTests {
    private let folder = ScratchFolder()
    private let program = KitNote("kit=1.3\ninterface=bb\nswift=6.3\ncompiler=Clang 21")

    @Test(
        arguments: [
            ("kit=1.3\ninterface=bb\nswift=6.3\ncompiler=Clang 21", nil),
            (
                "kit=1.2\ninterface=aa\nswift=6.3\ncompiler=Clang 21",
                "it was built for kit 1.2 with Swift 6.3; this is kit 1.3 with Swift 6.3: rebuild it against that kit"
            ),
            (
                "kit=1.3\ninterface=aa\nswift=6.3\ncompiler=Clang 21",
                "it was built for kit 1.3 (sources aa) with Swift 6.3; this is kit 1.3 (sources bb) with Swift 6.3: rebuild it against that kit"
            ),
            (
                "kit=1.3\ninterface=bb\nswift=6.2\ncompiler=Clang 19",
                "it was built for kit 1.3 with Swift 6.2; this is kit 1.3 with Swift 6.3: rebuild it with that Swift"
            ),
            (
                "kit=1.3\ninterface=bb\nswift=6.3\ncompiler=Clang 20",
                "it was built for kit 1.3 with Swift 6.3 (Clang 20); this is kit 1.3 with Swift 6.3 (Clang 21): rebuild it with that Swift"
            ),
            (
                "kit=1.2\ninterface=aa\nswift=6.2\ncompiler=Clang 19",
                "it was built for kit 1.2 with Swift 6.2; this is kit 1.3 with Swift 6.3: rebuild it with that Swift and that kit"
            ),
        ] as [(String, String?)]
    ) func aNoteOfAnotherBuildSaysWhatToDo(text: String, objection: String?) throws {
        let note = try #require(KitNote(text))
        #expect(note.objection(in: try #require(program)) == objection)
    }

    @Test func aNoteThatLacksALineIsNone() { #expect(KitNote("kit=1.3\nswift=6.3\ncompiler=Clang 21") == nil) }

    @Test func thisProgramHasANote() throws {
        let own = try #require(KitNote.own)
        #expect(own.kit == kitVersion && own.interface.count == 16 && own.compiler.contains("Clang"))
    }

    /// A shared object of this machine, of nothing but a header, a note segment and its notes.
    private func elf(_ notes: [UInt8]) throws -> [UInt8] {
        func bytes<Number: FixedWidthInteger>(_ number: Number) -> [UInt8] { withUnsafeBytes(of: number.littleEndian) { Array($0) } }
        let own = try Data(contentsOf: URL(filePath: "/proc/self/exe"))
        var file: [UInt8] = [0x7F, 0x45, 0x4C, 0x46, 2, 1, 1] + Array(repeating: 0, count: 9)
        file += bytes(UInt16(3)) + Array(own[18..<20]) + bytes(UInt32(1)) + bytes(UInt64(0)) + bytes(UInt64(64)) + bytes(UInt64(0))
        file += bytes(UInt32(0)) + bytes(UInt16(64)) + bytes(UInt16(56)) + bytes(UInt16(1)) + Array(repeating: 0, count: 6)
        file += bytes(UInt32(4)) + bytes(UInt32(4)) + bytes(UInt64(120)) + Array(repeating: 0, count: 16)
        return file + bytes(UInt64(notes.count)) + bytes(UInt64(notes.count)) + bytes(UInt64(4)) + notes
    }

    private let note: [UInt8] = [11, 0, 0, 0, 5, 0, 0, 0, 1, 0, 0, 0] + Array("linecaster\0\0kit=1\0\0\0".utf8)

    @Test func notesAreRead() throws {
        let other: [UInt8] = [4, 0, 0, 0, 4, 0, 0, 0, 3, 0, 0, 0] + Array("GNU\0abcd".utf8)
        let file = try ELFFile(path: folder.write("a.so", try elf(other + note)))
        #expect(file.notes.map(\.owner) == ["GNU", "linecaster"])
        #expect(file.notes.last?.type == 1 && file.notes.last?.description == Array("kit=1".utf8))
    }

    /// Whatever the bytes are, they are read or refused.
    @Test func brokenFilesAreNoHarm() throws {
        var random = SystemRandomNumberGenerator()
        let whole = try elf(note + note)
        for round in 0..<2_000 {
            var file = whole
            for _ in 0..<Int.random(in: 1...4, using: &random) {
                // Past the magic, which would end it at once.
                file[Int.random(in: 4..<file.count, using: &random)] = [0, 1, 0x7F, 0xFF].randomElement(using: &random) ?? 0
            }
            if round % 3 == 0 { file.removeLast(Int.random(in: 0..<file.count, using: &random)) }
            _ = try? ELFFile(path: folder.write("broken.so", file)).notes
        }
    }

    @Test func whatIsNoSharedObjectIsToldFrom() throws {
        func problem(_ bytes: [UInt8]) throws -> String? {
            do throws(ELFFile.Problem) {
                _ = try ELFFile(path: (try? folder.write("x.so", bytes)) ?? "")
                return nil
            } catch {
                return error.reason
            }
        }
        #expect(try problem([])?.contains("does not begin as an ELF file does") == true)
        #expect(try problem(Array("#!/bin/sh\n".utf8))?.contains("does not begin as an ELF file does") == true)
        var executable = try elf(note)
        executable[16] = 2
        #expect(try problem(executable)?.contains("not a 64-bit shared object") == true)
        var foreign = try elf(note)
        foreign[18] = 8
        #expect(try problem(foreign)?.contains("another processor") == true)
    }
}
