import Foundation
import Glibc
import Testing

/// What the daemon tells over HTTP, and whom it obeys.
@Suite(.timeLimit(.minutes(2))) struct StatusServerTests {
    private let folder: Folder
    private static let article = "　　市图书馆昨天起延长开放时间，每晚十点\n闭馆，周末也是如此。\n"
    /// A name that would be a script where somebody forgot to escape it.
    private static let hostile = "<script>alert(\"1\")</script>&'\\.txt"

    init() throws {
        folder = try Folder()
        try folder.write("linecaster.yaml", "watch: {settle: 20ms}\nstatus: {listen: \"127.0.0.1:0\"}\n")
    }

    /// A daemon, and the port that it serves at.
    private func start() async throws -> (RunningDaemon, UInt16) {
        let daemon = try RunningDaemon(in: folder)
        let line = try await daemon.line(with: "status is served at http://127.0.0.1:")
        let port = line.split(separator: ":").last.flatMap { UInt16($0.dropLast()) }
        return (daemon, try #require(port))
    }

    private func json(_ answer: HTTPAnswer) throws -> Any { try JSONSerialization.jsonObject(with: Data(answer.body.utf8)) }

    /// A link, which is not followed and fails.
    private func dropFailing(_ name: String) throws {
        #expect(symlink("/etc/hostname", "\(folder.path)/inbox/\(name.replacing("/", with: "∕"))") == 0)
    }

    @Test func healthArticlesAndProofsCanBeRead() async throws {
        let (daemon, port) = try await start()
        defer { daemon.send(SIGTERM) }
        try folder.drop("a.txt", Self.article)
        try await daemon.waitFor("a.txt: done")
        #expect(try await HTTPAnswer.to("GET /health", port: port).body == "ok\n")
        #expect(try await HTTPAnswer.to("GET /ready", port: port).body == "ready\n")
        let head = try await HTTPAnswer.to("HEAD /health", port: port, headers: ["Host: localhost", "Connection: close"])
        #expect(head.status == 200 && head.headers["content-length"] == "3" && head.body.isEmpty)
        let status = try #require(try json(await HTTPAnswer.to("GET /api/v1/status", port: port)) as? [String: Any])
        #expect((status["outcomes"] as? [String: Int]) == ["done": 1])
        let list = try #require(try json(await HTTPAnswer.to("GET /api/v1/articles?limit=5&outcome=done", port: port)) as? [[String: Any]])
        let id = try #require(list.first?["id"] as? String)
        #expect(list.count == 1 && list[0]["path"] as? String == "a.txt" && list[0]["pipeline"] as? String == "newspaper")
        #expect(Set((list[0]["timings"] as? [String: Double] ?? [:]).keys).isSuperset(of: ["normalize", "repair", "segment"]))
        let proof = try await HTTPAnswer.to("GET /api/v1/articles/\(id)/proof", port: port)
        #expect(proof.status == 200 && proof.headers["content-type"] == "text/html; charset=utf-8")
        #expect(proof.body.contains("每晚十点闭馆，周末也是如此。"))
        let result = try await HTTPAnswer.to("GET /api/v1/articles/\(id)/results/0", port: port)
        #expect(result.body == (try folder.read("outbox/a.json")))
        #expect(try await HTTPAnswer.to("GET /api/v1/articles?before=\(id)", port: port).body == "[]")
        for (path, code) in [
            ("/api/v1/articles/none", 404), ("/api/v1/articles/\(id)/results/9", 404), ("/api/v1/articles?limit=0", 400),
            ("/api/v1/articles?outcome=lost", 400), ("/nothing", 404), ("/api/v1/articles/%2e%2e%2f%2e%2e/proof", 404),
        ] {
            let answer = try await HTTPAnswer.to("GET \(path)", port: port)
            #expect(answer.status == code, "\(path): \(answer.body)")
            #expect((try json(answer) as? [String: String])?["error"]?.isEmpty == false)
        }
        daemon.send(SIGTERM)
        #expect(try await daemon.exitStatus() == 0)
    }

    @Test func metricsCountWhatHappened() async throws {
        let (daemon, port) = try await start()
        defer { daemon.send(SIGTERM) }
        try folder.drop("a.txt", Self.article)
        try await daemon.waitFor("a.txt: done")
        try dropFailing(Self.hostile)
        try await daemon.waitFor("symbolic link")
        try folder.drop("b.txt", Self.article)
        try await daemon.waitFor("b.txt: the same bytes")
        daemon.send(SIGHUP)
        try await daemon.waitFor("reloaded")
        let answer = try await HTTPAnswer.to("GET /metrics", port: port)
        #expect(answer.headers["content-type"]?.hasPrefix("text/plain; version=0.0.4") == true)
        let lines = Set(answer.body.split(separator: "\n").map(String.init))
        for line in [
            "linecaster_articles_total{pipeline=\"newspaper\",outcome=\"done\"} 1",
            "linecaster_articles_total{pipeline=\"newspaper\",outcome=\"duplicate\"} 1",
            "linecaster_articles_total{pipeline=\"newspaper\",outcome=\"failed\"} 1",
            "linecaster_stage_failures_total{pipeline=\"newspaper\",stage=\"read\"} 1",
            "linecaster_article_duration_seconds_count{pipeline=\"newspaper\"} 1",
            "linecaster_stage_duration_seconds_bucket{pipeline=\"newspaper\",stage=\"repair\",le=\"+Inf\"} 1",
            "linecaster_reloads_total{result=\"success\"} 1", "linecaster_inbox_files 0", "linecaster_failed_files 1",
        ] { #expect(lines.contains(line), "\(line)") }
    }

    @Test func nothingChangesWithoutTheToken() async throws {
        let (daemon, port) = try await start()
        defer { daemon.send(SIGTERM) }
        try dropFailing(Self.hostile)
        try await until { folder.names("failed").count == 2 }
        let failures = try #require(try json(await HTTPAnswer.to("GET /api/v1/failures", port: port)) as? [[String: Any]])
        let id = try #require(failures.first?["id"] as? String)
        #expect(failures[0]["path"] as? String == Self.hostile.replacing("/", with: "∕"))
        let path = "/api/v1/failures/\(id)/retry"
        #expect(try await HTTPAnswer.to("GET \(path)", port: port).status == 405)
        for headers in [[], ["Authorization: Bearer nonsense"], ["Authorization: Basic \(id)"]] {
            let answer = try await HTTPAnswer.to("POST \(path)", port: port, headers: ["Host: localhost"] + headers)
            #expect(answer.status == 401 && answer.headers["www-authenticate"] == "Bearer")
        }
        try await until { folder.names("failed").count == 2 }
        let permissions = try FileManager.default.attributesOfItem(atPath: "\(folder.path)/state/status-token")[.posixPermissions] as? Int
        #expect(permissions == 0o600)
        let token = try folder.read("state/status-token").trimmingCharacters(in: .newlines)
        let answer = try await HTTPAnswer.to("POST \(path)", port: port, headers: ["Host: localhost", "Authorization: Bearer \(token)"])
        #expect(answer.status == 200, "\(answer.body)")
        try await until { folder.names("failed").count == 2 }
        let again = try await HTTPAnswer.to(
            "POST /api/v1/failures/retry",
            port: port,
            headers: ["Host: localhost", "Authorization: Bearer \(token)"]
        )
        #expect(((try json(again) as? [String: [String]])?["retried"])?.count == 1)
        let unknown = try await HTTPAnswer.to(
            "POST /api/v1/failures/x/retry",
            port: port,
            headers: ["Host: localhost", "Authorization: Bearer \(token)"]
        )
        #expect(unknown.status == 404)
    }

    /// A page elsewhere whose name is made to lead to this machine.
    @Test(arguments: ["evil.example", "evil.example:7077", "localhost.evil.example", ""])
    func anotherHostIsRefused(_ host: String) async throws {
        let (daemon, port) = try await start()
        defer { daemon.send(SIGTERM) }
        #expect(try await HTTPAnswer.to("GET /api/v1/status", port: port, headers: ["Host: \(host)"]).status == 403)
        #expect(try await HTTPAnswer.to("GET /api/v1/status", port: port, headers: ["Host: 127.0.0.1:\(port)"]).status == 200)
    }

    @Test func thePageBringsItsOwnScriptAlone() async throws {
        let (daemon, port) = try await start()
        defer { daemon.send(SIGTERM) }
        let answer = try await HTTPAnswer.to("GET /", port: port)
        let policy = try #require(answer.headers["content-security-policy"])
        let nonce = try #require(policy.split(separator: "'nonce-").dropFirst().first?.split(separator: "'").first)
        #expect(policy.hasPrefix("default-src 'none'; script-src 'nonce-"))
        #expect(answer.body.contains("<script nonce=\"\(nonce)\">") && !answer.body.contains("{{nonce}}"))
        #expect(
            !answer.body.contains("http://")
                || answer.body.ranges(of: "http://").count == answer.body.ranges(of: "http://www.w3.org/").count
        )
        #expect(try await HTTPAnswer.to("GET /", port: port).body != answer.body)
    }

    @Test func aSocketObeysWhoMayOpenIt() async throws {
        let path = FileManager.default.temporaryDirectory.appending(path: "lc-\(UUID().uuidString.prefix(8))").path
        try folder.write("linecaster.yaml", "watch: {settle: 20ms}\nstatus: {listen: \"unix:\(path)\"}\n")
        // What an earlier run left is no hindrance.
        let left = socket(AF_UNIX, Int32(SOCK_STREAM.rawValue), 0)
        #expect(bindUnix(left, path))
        close(left)
        let daemon = try RunningDaemon(in: folder)
        try await daemon.waitFor("status is served at unix:\(path)")
        #expect(try FileManager.default.attributesOfItem(atPath: path)[.posixPermissions] as? Int == 0o660)
        try dropFailing("a.txt")
        try await until { folder.names("failed").count == 2 }
        #expect(try await HTTPAnswer.to("POST /api/v1/failures/retry", socket: path).body == "{\"retried\":[\"inbox/a.txt\"]}")
        #expect(!FileManager.default.fileExists(atPath: "\(folder.path)/state/status-token"))
        daemon.send(SIGTERM)
        #expect(try await daemon.exitStatus() == 0)
        #expect(!FileManager.default.fileExists(atPath: path))
    }

    @Test func anAddressInUseIsNoReasonToStop() async throws {
        let (first, port) = try await start()
        defer { first.send(SIGTERM) }
        let other = try Folder()
        try other.write("linecaster.yaml", "watch: {settle: 20ms}\nstatus: {listen: \"127.0.0.1:\(port)\"}\n")
        let daemon = try RunningDaemon(in: other)
        try await daemon.waitFor("status cannot be served at 127.0.0.1:\(port): another program listens there")
        try other.drop("a.txt", Self.article)
        try await daemon.waitFor("a.txt: done")
        daemon.send(SIGTERM)
        #expect(try await daemon.exitStatus() == 0)
    }
}
