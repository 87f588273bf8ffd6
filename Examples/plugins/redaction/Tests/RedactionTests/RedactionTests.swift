import LinecasterKit
import LinecasterTesting
import Testing

@testable import Redaction

@Suite struct RedactionTests {
    /// The examples of the manifest hold, and so does what every stage must satisfy.
    @Test func conforms() async {
        for failure in await conformanceFailures(of: StageDescriptor(Redact.self)) { Issue.record("\(failure)") }
    }
}
