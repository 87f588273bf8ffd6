import Foundation
import ScriptedServer
import Synchronization
import Testing

@testable import LinecasterChat

/// A model behind a real HTTP server on loopback that answers well, slowly, badly, and not at all.
@Suite struct ChatClientTests {
    private func client(
        _ server: ScriptedServer,
        timeout: Duration = .seconds(120),
        retries: Int = 0,
        key: String? = nil,
        gate: ChatGate = ChatGate(mostAtOnce: 4, tokensPerDay: nil)
    ) throws -> ChatClient {
        let endpoint = try ChatEndpoint(url: server.url, model: "m", key: key, timeout: timeout, retries: retries, answerTokens: 100)
        return ChatClient(endpoint, gate: gate)
    }

    private let question = [ChatMessage(.user, "说什么？")]

    private func failure(_ client: ChatClient) async -> ChatError? {
        do throws(ChatError) {
            _ = try await client.answer(to: question)
            return nil
        } catch {
            return error
        }
    }

    @Test func anAnswerComesBackAndTheQuestionIsWhole() async throws {
        let server = try ScriptedServer { _, _ in ScriptedServer.completion("好。") }
        defer { server.stop() }
        let answer = try await client(server, key: "secret").answer(to: question)
        #expect(answer == ChatAnswer(text: "好。", tokens: 100))
        let request = try #require(server.requests.first)
        #expect(request.hasPrefix("POST /v1/chat/completions HTTP/1.1\r\n"))
        #expect(request.contains("Authorization: Bearer secret\r\n"))
        #expect(request.contains("\"content\":\"说什么？\"") && request.contains("\"temperature\":0") && request.contains("\"max_tokens\":100"))
    }

    @Test func anAnswerInPiecesIsReadWhole() async throws {
        let server = try ScriptedServer { _, _ in
            guard case .send(let bytes)? = ScriptedServer.completion("One. Two.").first else { return [] }
            return bytes.map { .send([$0]) }
        }
        defer { server.stop() }
        #expect(try await client(server).answer(to: question).text == "One. Two.")
    }

    @Test func aServerThatNeverAnswersIsLeft() async throws {
        let server = try ScriptedServer { _, _ in [.hang] }
        defer { server.stop() }
        let error = await failure(try client(server, timeout: .milliseconds(200)))
        #expect(error == .timedOut(200))
    }

    @Test func aServerThatDripsIsLeft() async throws {
        let server = try ScriptedServer { _, _ in
            [.send(Array("HTTP/1.1 200 OK\r\nContent-Length: 100000\r\n\r\n".utf8))]
                + (0..<5000).flatMap { _ in [ScriptedServer.Step.send([0x20]), .wait(20)] }
        }
        defer { server.stop() }
        let error = await failure(try client(server, timeout: .milliseconds(300)))
        #expect(error == .timedOut(300))
    }

    @Test func aBusyServerIsAskedAgain() async throws {
        let server = try ScriptedServer { number, _ in
            switch number {
            case 0: ScriptedServer.response("503 Service Unavailable", "loading")
            case 1: ScriptedServer.response("429 Too Many Requests", "{}", headers: "Retry-After: 0\r\n")
            case 2: [.reset]
            default: ScriptedServer.completion("at last")
            }
        }
        defer { server.stop() }
        #expect(try await client(server, retries: 3).answer(to: question).text == "at last")
        #expect(server.requests.count == 4)
    }

    @Test func aRefusalIsNotAskedAgainAndSaysWhy() async throws {
        let server = try ScriptedServer { _, _ in
            ScriptedServer.response("401 Unauthorized", "{\"error\":{\"message\":\"wrong key\\u0007\"}}")
        }
        defer { server.stop() }
        let error = await failure(try client(server, retries: 3))
        #expect(error == .status(401, message: "wrong key"))
        #expect(error?.description == "the endpoint answered 401: wrong key")
        #expect(server.requests.count == 1)
    }

    @Test func aRedirectIsNotFollowed() async throws {
        let elsewhere = try ScriptedServer { _, _ in ScriptedServer.completion("stolen") }
        let place = elsewhere.url
        let server = try ScriptedServer { _, _ in ScriptedServer.response("307 Temporary Redirect", "", headers: "Location: \(place)\r\n") }
        defer {
            server.stop()
            elsewhere.stop()
        }
        #expect(await failure(try client(server, key: "secret")) == .status(307, message: ""))
        #expect(elsewhere.requests.isEmpty)
    }

    @Test(arguments: [
        "no HTTP at all\r\n\r\n", "HTTP/1.1 200 OK\r\nContent-Length: 50\r\n\r\n{\"cho", "HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\n{}",
        "HTTP/1.1 200 OK\r\nContent-Length: 5\r\n\r\n\u{0}\u{1}\u{2}\u{3}\u{4}",
        "HTTP/1.1 200 OK\r\nContent-Length: 14\r\n\r\n{\"choices\":[]}",
        "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\n", "",
    ])
    func nonsenseIsAnError(_ response: String) async throws {
        let server = try ScriptedServer { _, _ in [.send(Array(response.utf8))] }
        defer { server.stop() }
        #expect(await failure(try client(server)) != nil)
    }

    @Test func anAnswerWithoutEndIsNotRead() async throws {
        let server = try ScriptedServer { _, _ in
            [.send(Array("HTTP/1.1 200 OK\r\nContent-Length: 900000000\r\n\r\n".utf8))]
                + [ScriptedServer.Step](repeating: .send([UInt8](repeating: 0x20, count: 1 << 16)), count: 64)
        }
        defer { server.stop() }
        #expect(await failure(try client(server)) == .malformed("it is longer than 1048576 bytes"))
    }

    @Test func anAnswerThatWasCutIsNone() async throws {
        let server = try ScriptedServer { _, _ in ScriptedServer.completion("One and", finish: "length") }
        defer { server.stop() }
        #expect(await failure(try client(server)) == .cutShort)
    }

    @Test func nobodyListens() async throws {
        let server = try ScriptedServer { _, _ in [] }
        server.stop()
        guard case .unreachable? = await failure(try client(server, timeout: .seconds(90))) else {
            Issue.record("a connection to nobody")
            return
        }
    }

    @Test func noMoreAtOnceThanAllowed() async throws {
        let server = try ScriptedServer { _, _ in [.wait(30)] + ScriptedServer.completion("x") }
        defer { server.stop() }
        let client = try client(server, gate: ChatGate(mostAtOnce: 2, tokensPerDay: nil))
        await withTaskGroup(of: Bool.self) { group in
            for _ in 0..<8 { group.addTask { (try? await client.answer(to: [ChatMessage(.user, "?")])) != nil } }
            for await isAnswered in group { #expect(isAnswered) }
        }
        #expect(server.requests.count == 8)
        #expect(server.mostAtOnce <= 2)
    }

    @Test func theBudgetEndsWithTheDayAndBeginsWithTheNext() async throws {
        let server = try ScriptedServer { _, _ in ScriptedServer.completion("x", tokens: 60) }
        defer { server.stop() }
        let clock = TestClock()
        let client = try client(server, gate: ChatGate(mostAtOnce: 1, tokensPerDay: 100, now: { clock.now }))
        _ = try await client.answer(to: question)
        _ = try await client.answer(to: question)
        #expect(await failure(client) == .overBudget(100))
        #expect(server.requests.count == 2)
        clock.advance(86_400)
        _ = try await client.answer(to: question)
    }

    @Test func anEndpointThatFailsAgainAndAgainRestsForAMinute() async throws {
        let server = try ScriptedServer { number, _ in
            number < 3 ? ScriptedServer.response("500 Error", "") : ScriptedServer.completion("x")
        }
        defer { server.stop() }
        let clock = TestClock()
        let client = try client(server, gate: ChatGate(mostAtOnce: 1, tokensPerDay: nil, now: { clock.now }))
        for _ in 0..<3 { #expect(await failure(client) == .status(500, message: "")) }
        #expect(await failure(client) == .resting)
        #expect(server.requests.count == 3)
        clock.advance(61)
        #expect(try await client.answer(to: question).text == "x")
    }

    @Test func aCancelledQuestionGivesItsTurnBack() async throws {
        let server = try ScriptedServer { number, _ in number == 0 ? [.hang] : ScriptedServer.completion("x") }
        defer { server.stop() }
        let client = try client(server, gate: ChatGate(mostAtOnce: 1, tokensPerDay: nil))
        let question = question
        let first = Task { try? await client.answer(to: question) }
        while server.requests.isEmpty { await Task.yield() }
        let second = Task { try? await client.answer(to: question) }
        first.cancel()
        #expect(await first.value == nil)
        #expect(await second.value?.text == "x")
    }

    @Test(arguments: [("no address", "no address"), ("ftp://127.0.0.1/v1", "no address"), ("http://models.example/v1", "in the clear")])
    func badEndpoints(_ url: String, _ reason: String) {
        #expect {
            _ = try ChatEndpoint(url: url, model: "m", key: "k", timeout: .seconds(1), retries: 0, answerTokens: 1)
        } throws: {
            "\($0)".contains(reason)
        }
    }

    @Test(arguments: [
        ("http://127.0.0.1:1/v1", "http://127.0.0.1:1/v1/chat/completions"),
        ("https://a.example/v1/", "https://a.example/v1/chat/completions"),
        ("https://a.example/x/completions", "https://a.example/x/completions"),
    ])
    func addresses(_ given: String, _ asked: String) throws {
        #expect(try ChatEndpoint(url: given, model: "m", key: nil, timeout: .seconds(1), retries: 0, answerTokens: 1).url == asked)
    }
}

/// A clock that goes when a test says so.
private final class TestClock: Sendable {
    private let time = Mutex(Date(timeIntervalSince1970: 1_000_000))
    var now: Date { time.withLock { $0 } }
    func advance(_ seconds: Double) { time.withLock { $0 += seconds } }
}
