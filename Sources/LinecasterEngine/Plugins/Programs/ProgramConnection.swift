import Foundation
import Glibc
import Synchronization

/// Why a program gave no answer, as a sentence's end. The program is of no use then.
struct ProgramFailure: Error {
    let reason: String
    /// Whether it answered, and not as the protocol says; to ask again would give the same.
    var isOfAnswer = false
}

/// A program that runs, and the pipes to it. Used by one thread at a time.
final class ProgramConnection {
    private let process: Foundation.Process
    private let input: Pipe
    private let output: Pipe
    private var unread: [UInt8] = []
    /// The article in hand, by which lines on standard error are told apart.
    private let subject = Subject()

    /// Longer answers are a mistake: they would fill the memory.
    private static let longestAnswer = 256 << 20

    /// Starts a program.
    ///
    /// - Parameter note: Told each line that the program writes to standard error, and the article that it then had.
    init(_ words: [String], note: @escaping @Sendable (String, String?) -> Void) throws(ProgramFailure) {
        let errors: Pipe
        (process, input, output, errors) = try Self.run(words)
        for descriptor in [input.fileHandleForWriting.fileDescriptor, output.fileHandleForReading.fileDescriptor] {
            _ = fcntl(descriptor, F_SETFL, fcntl(descriptor, F_GETFL) | O_NONBLOCK)
        }
        let reader = StandardErrorReader(errors.fileHandleForReading) { [subject] line in note(line, subject.value) }
        Thread { reader.run() }.start()
    }

    /// Runs a program. One whose file was written just now may be busy: another thread that is about to run a program of
    /// its own has the file open for a moment.
    private static func run(_ words: [String]) throws(ProgramFailure) -> (Foundation.Process, input: Pipe, output: Pipe, errors: Pipe) {
        let patience = ContinuousClock.now + .seconds(2)
        while true {
            let process = Foundation.Process()
            let (input, output, errors) = (Pipe(), Pipe(), Pipe())
            process.executableURL = URL(filePath: words[0])
            process.arguments = Array(words.dropFirst())
            process.standardInput = input
            process.standardOutput = output
            process.standardError = errors
            do {
                try process.run()
                return (process, input, output, errors)
            } catch {
                let code = ((error as NSError).userInfo[NSUnderlyingErrorKey] as? NSError)?.code ?? 0
                guard code == ETXTBSY, .now < patience else {
                    throw ProgramFailure(reason: "it cannot be started: \(String(cString: strerror(Int32(code))))")
                }
                usleep(10_000)
            }
        }
    }

    var isRunning: Bool { process.isRunning }

    /// Sends a line and waits for the line that answers it.
    ///
    /// - Parameter subject: The article that the line is about.
    /// - Throws: `ProgramFailure` when the program ends, or takes too long; it is of no use then.
    func exchange(_ line: [UInt8], about subject: String?, within limit: Duration) throws(ProgramFailure) -> [UInt8] {
        self.subject.value = subject
        defer { self.subject.value = nil }
        let deadline = ContinuousClock.now + limit
        guard unread.isEmpty else { throw ProgramFailure(reason: "it wrote a line that nobody asked for") }
        var sent = 0
        // Where the last search for a line's end stopped.
        var searched = 0
        while true {
            if let end = unread[searched...].firstIndex(of: 0x0A) {
                let answer = Array(unread[..<end])
                unread.removeFirst(end + 1)
                return answer
            }
            searched = unread.count
            guard unread.count < Self.longestAnswer else { throw ProgramFailure(reason: "its answer is longer than 256 MiB") }
            let left = deadline - .now
            guard left > .zero else { throw ProgramFailure(reason: "it took longer than \(limit.inWords)") }
            var polled = [pollfd(fd: output.fileHandleForReading.fileDescriptor, events: Int16(POLLIN), revents: 0)]
            if sent < line.count {
                polled.append(pollfd(fd: input.fileHandleForWriting.fileDescriptor, events: Int16(POLLOUT), revents: 0))
            }
            _ = poll(
                &polled,
                nfds_t(polled.count),
                Int32(clamping: left.components.seconds * 1000 + left.components.attoseconds / 1_000_000_000_000_000 + 1)
            )
            if polled[0].revents != 0, !receive() { throw ProgramFailure(reason: endReason()) }
            if sent < line.count, polled[1].revents != 0 {
                // A program that no longer reads may still have told why.
                sent = send(line, from: sent) ?? line.count
            }
        }
    }

    /// Reads what there is; false at the end.
    private func receive() -> Bool {
        var chunk = [UInt8](repeating: 0, count: 1 << 16)
        let count = read(output.fileHandleForReading.fileDescriptor, &chunk, chunk.count)
        if count > 0 { unread += chunk[..<count] }
        return count > 0 || (count < 0 && (errno == EAGAIN || errno == EINTR))
    }

    /// Writes as much as there is room for; nil when nobody reads.
    private func send(_ line: [UInt8], from start: Int) -> Int? {
        let descriptor = input.fileHandleForWriting.fileDescriptor
        let count = withoutPipeSignal { line.withUnsafeBytes { write(descriptor, $0.baseAddress.map { $0 + start }, line.count - start) } }
        if count >= 0 { return start + count }
        return errno == EAGAIN || errno == EINTR ? start : nil
    }

    /// Ends the program: at the end of its input, or after a time by force.
    ///
    /// - Returns: Whether no force was needed.
    @discardableResult
    func stop(patience: Duration = .seconds(5)) -> Bool {
        try? input.fileHandleForWriting.close()
        let deadline = ContinuousClock.now + patience
        while process.isRunning, .now < deadline { usleep(2000) }
        let isHeld = process.isRunning
        if isHeld { kill() }
        process.waitUntilExit()
        return !isHeld
    }

    /// Ends the program now.
    func kill() { _ = Glibc.kill(process.processIdentifier, SIGKILL) }

    /// How the program ended, which has closed its output.
    private func endReason() -> String {
        let deadline = ContinuousClock.now + .seconds(1)
        while process.isRunning, .now < deadline { usleep(1000) }
        guard !process.isRunning else { return "it closed its output" }
        return process.terminationReason == .uncaughtSignal
            ? "signal \(process.terminationStatus) ended it" : "it ended with status \(process.terminationStatus)"
    }
}

/// What is in hand, read by another thread.
private final class Subject: Sendable {
    private let held = Mutex<String?>(nil)

    var value: String? {
        get { held.withLock { $0 } }
        set { held.withLock { $0 = newValue } }
    }
}

/// Writes to a pipe without the signal that would end this program when nobody reads.
private func withoutPipeSignal(_ body: () -> Int) -> Int {
    var pipeSignal = sigset_t()
    var before = sigset_t()
    sigemptyset(&pipeSignal)
    sigaddset(&pipeSignal, SIGPIPE)
    pthread_sigmask(SIG_BLOCK, &pipeSignal, &before)
    let result = body()
    let error = errno
    if result < 0, error == EPIPE {
        var none = timespec(tv_sec: 0, tv_nsec: 0)
        sigtimedwait(&pipeSignal, nil, &none)
    }
    pthread_sigmask(SIG_SETMASK, &before, nil)
    errno = error
    return result
}

/// Hands on the lines of a program's standard error, on a thread of its own.
private final class StandardErrorReader: @unchecked Sendable {
    private let handle: FileHandle
    private let note: (String) -> Void
    /// Longer lines are cut there.
    private static let longestLine = 4096

    init(_ handle: FileHandle, _ note: @escaping (String) -> Void) {
        self.handle = handle
        self.note = note
    }

    func run() {
        var line: [UInt8] = []
        var chunk = [UInt8](repeating: 0, count: 4096)
        while true {
            let count = read(handle.fileDescriptor, &chunk, chunk.count)
            if count < 0, errno == EINTR { continue }
            guard count > 0 else { break }
            for byte in chunk[..<count] {
                if byte == 0x0A {
                    note(String(decoding: line, as: UTF8.self))
                    line.removeAll(keepingCapacity: true)
                } else if line.count < Self.longestLine {
                    line.append(byte)
                }
            }
        }
        if !line.isEmpty { note(String(decoding: line, as: UTF8.self)) }
    }
}
