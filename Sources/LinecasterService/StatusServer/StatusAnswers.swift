import Foundation
import LinecasterEngine
import LinecasterFormats
import NIOHTTP1

/// Answers requests: the page, health, metrics, and `/api/v1/`.
struct StatusAnswers: Sendable {
    let configuration: ServiceConfiguration
    let monitor: Monitor
    let watcher: InboxWatcher
    let phase: DaemonPhase
    /// What a change over the network needs; nil for a socket, whose permissions say who may connect.
    let token: AccessToken?
    /// How long a standstill is no reason for concern.
    let patience: Duration

    private enum Problem: Error {
        case badRequest(String)
        case unauthorized
        case forbidden(String)
        case notFound(String)
        case method(allowed: String)
        case failed(String)
    }

    /// The answer to a request; what is wrong with it is an answer, too.
    func answer(to request: StatusRequest) async -> StatusResponse {
        do throws(Problem) {
            try checkHost(request)
            return try await found(request)
        } catch {
            return response(to: error)
        }
    }

    private func found(_ request: StatusRequest) async throws(Problem) -> StatusResponse {
        let parts = request.path
        if parts.count == 5, parts.starts(with: ["api", "v1", "failures"]), parts[4] == "retry" {
            return try await retry(request, parts[3])
        }
        if parts == ["api", "v1", "failures", "retry"] { return try await retry(request, nil) }
        guard request.method == .GET || request.method == .HEAD else { throw .method(allowed: "GET, HEAD") }
        switch parts {
        case []: return page()
        case ["health"]: return health()
        case ["ready"]: return phase.value == .ready ? text(.ok, "ready") : text(.serviceUnavailable, phase.value.rawValue)
        case ["metrics"]: return await metrics()
        case ["api", "v1", "status"]: return try await status()
        case ["api", "v1", "history"]:
            return json(HistoryAnswer(interval: Int(History.interval.components.seconds), samples: monitor.history.samples))
        case ["api", "v1", "failures"]: return json(await onThread { [configuration] in FailedFiles(configuration).failures })
        case ["api", "v1", "articles"]: return try await articles(request)
        default: break
        }
        guard parts.starts(with: ["api", "v1", "articles"]), parts.count > 3 else { throw .notFound("there is nothing at this path") }
        let article = try await article(parts[3])
        switch Array(parts.dropFirst(4)) {
        case []: return json(article)
        case ["proof"]: return try await proof(of: article)
        case let rest where rest.count == 2 && rest.first == "results":
            guard let index = rest.last.flatMap({ Int($0) }), article.results.indices.contains(index) else {
                throw .notFound("the article has no such result")
            }
            return try await result(article.results[index])
        default: throw .notFound("there is nothing at this path")
        }
    }

    // MARK: Who may ask

    /// A page of another site, whose name leads to this machine, must not read what is here.
    private func checkHost(_ request: StatusRequest) throws(Problem) {
        guard case .internet(let own, _, _) = configuration.status.listen, !configuration.status.listen.isBeyondLoopback else { return }
        let host = request.host
        let name = host.hasSuffix("]") ? host[...] : host[..<(host.lastIndex(of: ":") ?? host.endIndex)]
        guard ["localhost", "127.0.0.1", "[::1]", own, "[\(own)]"].contains(String(name)) else {
            throw .forbidden("the request is for '\(host)'; ask for localhost")
        }
    }

    private func checkToken(_ request: StatusRequest) throws(Problem) {
        guard let token else { return }
        let given = request.authorization
        guard given.lowercased().hasPrefix("bearer "), token.matches(String(given.dropFirst(7))) else { throw .unauthorized }
    }

    // MARK: Answers

    private func page() -> StatusResponse {
        let nonce = UUID().uuidString
        let html = String(decoding: PackageResources.page_html, as: UTF8.self).replacing("{{nonce}}", with: nonce)
        let policy =
            "default-src 'none'; script-src 'nonce-\(nonce)'; style-src 'nonce-\(nonce)'; connect-src 'self'; img-src data:; base-uri 'none'; form-action 'none'; frame-ancestors 'none'"
        return respond(.ok, "text/html; charset=utf-8", Data(html.utf8), policy)
    }

    private func health() -> StatusResponse {
        guard let standstill = monitor.progress.standstill(patience: patience, claims: watcher.claimsWaiting) else {
            return text(.ok, "ok")
        }
        return text(.serviceUnavailable, standstill)
    }

    private func metrics() async -> StatusResponse {
        let (waiting, claims) = (watcher.filesWaiting, watcher.claimsWaiting)
        let text = await onThread { [configuration, monitor] in
            MetricsPage(monitor: monitor, waiting: waiting, claims: claims, failed: FailedFiles.count(in: configuration.paths.failed)).text
        }
        return respond(.ok, PrometheusText.contentType, Data(text.utf8))
    }

    private struct HistoryAnswer: Encodable {
        /// Seconds that a sample is about.
        let interval: Int
        let samples: [History.Sample]
    }

    private func status() async throws(Problem) -> StatusResponse {
        let report = await onThread { [configuration] in Result { try StatusReport(configuration) } }
        switch report {
        case .success(let report): return json(report)
        case .failure(let error): throw .failed("\(error)")
        }
    }

    private func articles(_ request: StatusRequest) async throws(Problem) -> StatusResponse {
        let limit = request.query["limit"] ?? "50"
        guard let most = Int(limit), (1...1000).contains(most) else { throw .badRequest("limit is a whole number from 1 to 1000") }
        let name = request.query["outcome"]
        let outcome = name.flatMap(LedgerOutcome.init)
        guard (name == nil) == (outcome == nil) else { throw .badRequest("outcome is done, duplicate or failed") }
        let before = request.query["before"]
        return json(try await ledger { try $0.articles(atMost: most, before: before, outcome: outcome) })
    }

    private func article(_ id: String) async throws(Problem) -> ArticleRow {
        guard let row = try await ledger({ try $0.article(id) }) else { throw .notFound("no article has the id '\(id)'") }
        return row
    }

    private func ledger<Value: Sendable>(_ body: @escaping @Sendable (LedgerReader) throws -> Value) async throws(Problem) -> Value {
        let reader = LedgerReader(configuration.paths.state)
        switch await onThread({ Result { try body(reader) } }) {
        case .success(let value): return value
        case .failure(let error): throw .failed("the ledger cannot be read: \(error)")
        }
    }

    private func result(_ name: String) async throws(Problem) -> StatusResponse {
        let bytes = try await read(name)
        let type = name.hasSuffix(".json") ? "application/json" : "text/plain; charset=utf-8"
        return respond(.ok, type, Data(bytes))
    }

    private func proof(of article: ArticleRow) async throws(Problem) -> StatusResponse {
        guard let name = article.results.first(where: { $0.hasSuffix(".json") }) else {
            throw .notFound(
                "a proof sheet is made from the result in the JSON form, which the pipeline '\(article.pipeline)' does not write"
            )
        }
        let bytes = try await read(name)
        switch await onThread({ Result { try ProofSheet(json: Data(bytes)).html } }) {
        case .success(let html):
            return respond(
                .ok,
                "text/html; charset=utf-8",
                Data(html.utf8),
                "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'"
            )
        case .failure(let error): throw .failed("\(name): \(error)")
        }
    }

    /// Reads a result in the outbox.
    private func read(_ name: String) async throws(Problem) -> [UInt8] {
        let place = path(configuration.paths.outbox, name)
        switch await onThread({ Result { try FileOperations.read(place, limit: 1 << 30) } }) {
        case .success(let bytes): return bytes
        case .failure(let error): throw .notFound("\(error)")
        }
    }

    private struct Retried: Encodable { let retried: [String] }

    private func retry(_ request: StatusRequest, _ id: String?) async throws(Problem) -> StatusResponse {
        guard request.method == .POST else { throw .method(allowed: "POST") }
        try checkToken(request)
        let outcome = await onThread { [configuration] () -> Result<[String], FileError> in
            let failed = FailedFiles(configuration)
            var places: [String] = []
            for failure in failed.failures where id == nil || failure.id == id {
                do throws(FileError) { places.append(try failed.retry(failure)) } catch { return .failure(error) }
            }
            return .success(places)
        }
        switch outcome {
        case .success(let places):
            if let id, places.isEmpty { throw .notFound("no failed file has the id '\(id)'") }
            return json(Retried(retried: places))
        case .failure(let error): throw .failed(error.description)
        }
    }

    // MARK: Responses

    private struct ProblemAnswer: Encodable { let error: String }

    private func response(to problem: Problem) -> StatusResponse {
        switch problem {
        case .badRequest(let reason): return json(ProblemAnswer(error: reason), .badRequest)
        case .unauthorized:
            var response = json(ProblemAnswer(error: "this needs the token of the file that status.token_file names"), .unauthorized)
            response.headers.append(("WWW-Authenticate", "Bearer"))
            return response
        case .forbidden(let reason): return json(ProblemAnswer(error: reason), .forbidden)
        case .notFound(let reason): return json(ProblemAnswer(error: reason), .notFound)
        case .method(let allowed):
            var response = json(ProblemAnswer(error: "use \(allowed) here"), .methodNotAllowed)
            response.headers.append(("Allow", allowed))
            return response
        case .failed(let reason): return json(ProblemAnswer(error: reason), .internalServerError)
        }
    }

    private func json(_ value: some Encodable, _ code: HTTPResponseStatus = .ok) -> StatusResponse {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        // Coding structs of text and finite numbers cannot fail.
        return respond(code, "application/json", (try? encoder.encode(value)) ?? Data())
    }

    private func text(_ code: HTTPResponseStatus, _ text: String) -> StatusResponse {
        respond(code, "text/plain; charset=utf-8", Data((text + "\n").utf8))
    }

    private func respond(
        _ code: HTTPResponseStatus,
        _ type: String,
        _ body: Data,
        _ policy: String = "default-src 'none'; frame-ancestors 'none'"
    ) -> StatusResponse {
        StatusResponse(
            status: code,
            headers: [
                ("Content-Type", type), ("Cache-Control", "no-store"), ("X-Content-Type-Options", "nosniff"),
                ("Referrer-Policy", "no-referrer"), ("Content-Security-Policy", policy),
            ],
            body: body
        )
    }
}
