import LinecasterFormats
public import LinecasterKit

/// What became of a pipeline's test.
public struct PipelineTestResult: Sendable {
    public let test: String
    /// What was not as expected; empty when the test passed.
    public let failures: [Diagnostic]

    public var passed: Bool { failures.isEmpty }
}

extension Pipeline {
    /// Runs the tests that the pipeline carries.
    public func runTests() async -> [PipelineTestResult] {
        var results: [PipelineTestResult] = []
        for test in tests { results.append(PipelineTestResult(test: test.name, failures: await failures(of: test))) }
        return results
    }

    private func failures(of test: PipelineTest) async -> [Diagnostic] {
        let article: Article
        do throws(ReadingError) {
            article = try ArticleReader().read(Array(test.input.utf8), name: test.name, metadata: test.metadata)
        } catch {
            return [Diagnostic(error.description, at: test.position)]
        }
        do throws(PipelineError) {
            let result = try await run(article).article
            return test.expectations.compactMap { $0.failure(in: result) }
        } catch {
            return [Diagnostic(error.description, at: test.position)]
        }
    }
}

extension PipelineTest.Expectation {
    /// What a result lacks; nil when it is as expected.
    fileprivate func failure(in article: Article) -> Diagnostic? {
        let found = aspect.values(in: article)
        guard aspect.isExact else {
            let missing = values.filter { value in !found.contains { aspect.fits($0, value) } }
            return missing.isEmpty ? nil : complaint("lacks", missing, found)
        }
        let isSame = found.count == values.count && zip(found, values).allSatisfy { aspect.fits($0, $1) }
        guard !isSame else { return nil }
        let wrong = values.indices.filter { !($0 < found.count && aspect.fits(found[$0], values[$0])) }
        return complaint("is not as expected", wrong.map { values[$0] }, found)
    }

    private func complaint(_ verb: String, _ expected: [String], _ found: [String]) -> Diagnostic {
        let lines = expected.map { "    expected: \($0)" } + (found.isEmpty ? ["    found nothing"] : found.map { "    found:    \($0)" })
        return Diagnostic("\(aspect.rawValue) \(verb)\n" + lines.joined(separator: "\n"), at: position)
    }
}
