import Foundation
import Glibc
import Logging
import NIOCore
import NIOHTTP1
import NIOPosix
import Synchronization

/// Serves how the daemon is, at the address of `status.listen`.
struct StatusServer: Sendable {
    private let configuration: ServiceConfiguration
    private let logger: Logger
    private let answers: @Sendable (AccessToken?) -> StatusAnswers

    init(
        _ configuration: ServiceConfiguration,
        _ monitor: Monitor,
        _ watcher: InboxWatcher,
        _ phase: DaemonPhase,
        logger: Logger
    ) {
        self.configuration = configuration
        self.logger = logger
        answers = { token in
            StatusAnswers(
                configuration: configuration,
                monitor: monitor,
                watcher: watcher,
                phase: phase,
                token: token,
                patience: ServiceManager.watchdogPeriod ?? .seconds(60)
            )
        }
    }

    private var listen: ListenAddress { configuration.status.listen }
    /// How long until an address is tried again that cannot be had.
    private static let wait = Duration.seconds(10)

    /// Serves until it is cancelled. An address that cannot be had is told of and tried again; articles do not wait for it.
    func run() async {
        if listen == .none { return }
        if listen.isBeyondLoopback {
            logger.warning("status.listen is \(listen.configText): other machines can read the names and texts of articles there")
        }
        let group = MultiThreadedEventLoopGroup(numberOfThreads: 1)
        var isTold = false
        while !Task.isCancelled {
            do {
                try await serve(on: group)
            } catch {
                let reason =
                    (error as? IOError).map { $0.errnoCode == EADDRINUSE ? "another program listens there" : "\($0)" } ?? "\(error)"
                if !isTold, !Task.isCancelled {
                    logger.warning("status cannot be served at \(listen.configText): \(reason); tried again every 10 s")
                }
                isTold = true
                try? await Task.sleep(for: Self.wait)
            }
        }
        if case .unix(let path) = listen { unlink(path) }
        try? await group.shutdownGracefully()
    }

    private func serve(on group: MultiThreadedEventLoopGroup) async throws {
        let bootstrap = ServerBootstrap(group: group).serverChannelOption(.socketOption(.so_reuseaddr), value: 1)
        let server: NIOAsyncChannel<StatusConnection.Channel, Never>
        let answers: StatusAnswers
        let place: String
        switch listen {
        case .none: return
        case .internet(let host, let port, let isVersion6):
            answers = self.answers(try AccessToken(file: configuration.status.tokenFile ?? path(configuration.paths.state, "status-token")))
            server = try await bootstrap.bind(host: host, port: Int(port), childChannelInitializer: StatusConnection.prepare)
            place = "http://\(isVersion6 ? "[\(host)]" : host):\(server.channel.localAddress?.port ?? Int(port))/"
        case .unix(let path):
            answers = self.answers(nil)
            try Self.clear(path)
            server = try await bootstrap.bind(unixDomainSocketPath: path, childChannelInitializer: StatusConnection.prepare)
            // Who belongs to the group may connect, and by that may change things.
            chmod(path, 0o660)
            place = listen.configText
        }
        logger.info("status is served at \(place)")
        let open = OpenConnections()
        try await withThrowingDiscardingTaskGroup { tasks in
            try await server.executeThenClose { connections in
                for try await connection in connections {
                    // Those that wait take descriptors that the articles need.
                    guard open.isRoom() else {
                        connection.channel.close(promise: nil)
                        continue
                    }
                    tasks.addTask {
                        await StatusConnection(channel: connection, answers: answers).serve()
                        open.end()
                    }
                }
            }
        }
    }

    /// Takes away the socket that an earlier run left; one at which somebody listens stays.
    private static func clear(_ path: String) throws(FileError) {
        guard let (address, length) = unixAddress(path), FileOperations.status(of: path)?.kind == .other else { return }
        let descriptor = socket(AF_UNIX, Int32(SOCK_STREAM.rawValue) | Int32(SOCK_CLOEXEC.rawValue), 0)
        guard descriptor >= 0 else { throw FileError(operation: "open", path: path, code: errno) }
        defer { close(descriptor) }
        var target = address
        let isServed = withUnsafePointer(to: &target) { pointer in
            pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) { connect(descriptor, $0, length) == 0 }
        }
        guard !isServed else { throw FileError(operation: "listen at", path: path, code: EADDRINUSE) }
        unlink(path)
    }
}

/// Counts the connections that are open.
private final class OpenConnections: Sendable {
    private let count = Atomic(0)

    /// Counts one more, unless there are enough.
    func isRoom() -> Bool {
        let isRoom = count.add(1, ordering: .relaxed).newValue <= StatusConnection.most
        if !isRoom { end() }
        return isRoom
    }

    func end() { count.subtract(1, ordering: .relaxed) }
}
