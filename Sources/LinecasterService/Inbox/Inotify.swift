import Glibc

/// The kernel's notices about changes in folders.
final class Inotify {
    /// What happened in a watched folder.
    struct Event {
        enum Kind {
            /// A file was closed after it had been open for writing.
            case written
            /// A file or folder was moved in.
            case movedIn
            /// A file, folder or link was made.
            case created
            /// The folder itself is gone.
            case gone
            /// Events were lost.
            case overflow
        }

        let kind: Kind
        /// The watched folder.
        let folder: String
        let name: String
        let isFolder: Bool
    }

    let descriptor: Int32
    private var folders: [Int32: String] = [:]

    /// - Throws: `FileError` when the system gives no more instances.
    init() throws(FileError) {
        descriptor = inotify_init1(Int32(IN_NONBLOCK) | Int32(IN_CLOEXEC))
        guard descriptor >= 0 else { throw FileError(operation: "watch", path: "folders", code: errno) }
    }

    deinit { close(descriptor) }

    /// Watches a folder, not those below it.
    func watch(_ folder: String) throws(FileError) {
        let mask = UInt32(IN_CLOSE_WRITE) | UInt32(IN_MOVED_TO) | UInt32(IN_CREATE) | UInt32(IN_DELETE_SELF) | UInt32(IN_ONLYDIR)
        let watch = inotify_add_watch(descriptor, folder, mask)
        guard watch >= 0 else { throw FileError(operation: "watch", path: folder, code: errno) }
        folders[watch] = folder
    }

    /// The events that have come in, without waiting.
    func events() -> [Event] {
        var events: [Event] = []
        withUnsafeTemporaryAllocation(byteCount: 64 * 1024, alignment: 8) { buffer in
            while true {
                let count = read(descriptor, buffer.baseAddress, buffer.count)
                guard count > 0 else { break }
                append(UnsafeRawBufferPointer(rebasing: buffer[..<count]), to: &events)
            }
        }
        return events
    }

    /// Reads the events that one system call gave: each a header and a name padded with zeros.
    private func append(_ bytes: UnsafeRawBufferPointer, to events: inout [Event]) {
        let headerSize = MemoryLayout<inotify_event>.size
        var offset = 0
        while offset + headerSize <= bytes.count {
            let header = bytes.loadUnaligned(fromByteOffset: offset, as: inotify_event.self)
            let end = offset + headerSize + Int(header.len)
            let name = String(decoding: bytes[offset + headerSize..<end].prefix { $0 != 0 }, as: UTF8.self)
            if let event = event(header, name) { events.append(event) }
            offset = end
        }
    }

    private func event(_ header: inotify_event, _ name: String) -> Event? {
        if header.mask & UInt32(IN_Q_OVERFLOW) != 0 { return Event(kind: .overflow, folder: "", name: "", isFolder: false) }
        guard let folder = folders[header.wd] else { return nil }
        let isFolder = header.mask & UInt32(IN_ISDIR) != 0
        if header.mask & UInt32(IN_IGNORED) != 0 || header.mask & UInt32(IN_DELETE_SELF) != 0 {
            folders[header.wd] = nil
            return Event(kind: .gone, folder: folder, name: "", isFolder: true)
        }
        if header.mask & UInt32(IN_MOVED_TO) != 0 { return Event(kind: .movedIn, folder: folder, name: name, isFolder: isFolder) }
        if header.mask & UInt32(IN_CLOSE_WRITE) != 0 { return Event(kind: .written, folder: folder, name: name, isFolder: false) }
        if header.mask & UInt32(IN_CREATE) != 0 { return Event(kind: .created, folder: folder, name: name, isFolder: isFolder) }
        return nil
    }
}
