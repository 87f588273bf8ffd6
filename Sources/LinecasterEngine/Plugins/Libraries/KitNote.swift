import CKitNote

/// The version of the program and of its kit.
public let kitVersion = KitNote.own?.kit ?? ""

/// What a build of the kit, or of a library with it, was made with.
struct KitNote: Hashable {
    /// The kit's version.
    let kit: String
    /// A digest of the kit's sources.
    let interface: String
    /// The Swift release.
    let swift: String
    /// The C compiler's version, which names the very build of the toolchain.
    let compiler: String

    /// This program's own.
    static let own = KitNote(String(cString: linecaster_kit_note()))

    /// Reads the lines `key=value` of a note.
    init?(_ text: String) {
        let bytes = Array(text.utf8)
        guard let kit = Self.value("kit=", in: bytes), let interface = Self.value("interface=", in: bytes),
            let swift = Self.value("swift=", in: bytes), let compiler = Self.value("compiler=", in: bytes)
        else { return nil }
        self.kit = kit
        self.interface = interface
        self.swift = swift
        self.compiler = compiler
    }

    /// The rest of the line that begins with a key. By bytes: this is read at every start, and characters take long to tell.
    private static func value(_ key: StaticString, in bytes: [UInt8]) -> String? {
        var start = 0
        while start < bytes.count {
            let end = bytes[start...].firstIndex(of: UInt8(ascii: "\n")) ?? bytes.count
            let length = key.utf8CodeUnitCount
            if end - start >= length, (0..<length).allSatisfy({ bytes[start + $0] == key.utf8Start[$0] }) {
                return String(decoding: bytes[(start + length)..<end], as: UTF8.self)
            }
            start = end + 1
        }
        return nil
    }

    /// Why a library with this note cannot be loaded into a program with another; nil when it can.
    func objection(in program: KitNote) -> String? {
        guard self != program else { return nil }
        let differs = (kit: interface != program.interface || kit != program.kit, compiler: compiler != program.compiler)
        let mine = words(isKitEqual: kit == program.kit, isSwiftEqual: swift == program.swift, differs)
        let other = program.words(isKitEqual: kit == program.kit, isSwiftEqual: swift == program.swift, differs)
        let remedy = differs.compiler ? "rebuild it with that Swift" : "rebuild it against that kit"
        return "it was built for \(mine); this is \(other): \(remedy)\(differs.compiler && differs.kit ? " and that kit" : "")"
    }

    /// The note as a person reads it; what the release does not tell apart is told in full.
    private func words(isKitEqual: Bool, isSwiftEqual: Bool, _ differs: (kit: Bool, compiler: Bool)) -> String {
        let kit = isKitEqual && differs.kit ? "kit \(kit) (sources \(interface))" : "kit \(kit)"
        let swift = isSwiftEqual && differs.compiler ? "Swift \(swift) (\(compiler))" : "Swift \(swift)"
        return "\(kit) with \(swift)"
    }
}
