import Foundation
import LinecasterKit
@testable import LinecasterService
import Testing

@Suite struct ConfigurationTests {
    private func problems(_ yaml: String) -> [String] {
        do throws(ConfigurationError) {
            _ = try ServiceConfiguration(yaml: Array(yaml.utf8), environment: [:])
            return []
        } catch {
            return error.diagnostics.map { "\($0.position?.line ?? 0):\($0.position?.column ?? 0) \($0.message)" }
        }
    }

    @Test func everyKeyIsRead() throws {
        let yaml = """
            inbox:
              - in
              - {path: other, pipeline: english, include: ["*.txt"], exclude: ["x*"]}
            outbox: out
            archive: delete
            workers: 3
            watch: {method: poll, settle: 50ms, poll_interval: 1s}
            limits: {file_size: 1MiB, stage_timeout: 2s, queue: 5}
            retry: {attempts: 2, backoff: 10ms}
            duplicates: process
            status: {listen: "unix:/run/x.sock", token_file: t}
            log: {level: debug, format: json}
            """
        let service = try ServiceConfiguration(yaml: Array(yaml.utf8), environment: [:])
        #expect(service.inboxes.map(\.path) == ["in", "other"])
        #expect(service.inboxes[1].pipeline == "english" && service.inboxes[1].include == ["*.txt"])
        #expect(service.paths.deletesOriginals && service.paths.workers == .fixed(3) && service.paths.duplicates == .process)
        #expect(service.status.listen == .unix(path: "/run/x.sock") && service.status.tokenFile == "t")
        #expect(service.watch.method == .poll && service.limits.fileSize.bytes == 1 << 20 && service.retry.attempts == 2)
    }

    @Test func everyMistakeIsReported() {
        #expect(
            problems("inbx: in\nworkers: many\nwatch:\n  setle: 3s\nlimits: {queue: 0}\nlog: {level: loud}\nstatus: {listen: 7077}\n") == [
                "1:1 unknown key 'inbx'; did you mean 'inbox'?", "2:10 workers must be auto or a whole number from 1 to 256, not 'many'",
                "4:3 unknown key 'setle'; did you mean 'settle'?", "5:17 queue must be a whole number from 1 to 1000000, not '0'",
                "6:14 level must be one of trace, debug, info, notice, warning, error, critical, not 'loud'",
                "7:18 listen must be an address and port such as 127.0.0.1:7077 or [::1]:7077, unix:PATH, or none, not '7077'",
            ]
        )
    }

    @Test func anEmptyFileIsAnErrorAndNoFileIsNot() {
        #expect(problems("").first?.contains("empty") == true)
        #expect(ServiceConfiguration().inboxes.map(\.path) == ["inbox"])
    }

    @Test(arguments: [
        (".x", false), ("a~", false), ("a.part", false), ("a.tmp", false), ("a.TMP", false), ("sub/.x/a.txt", false), ("a.txt", true),
        ("sub/a.txt", true), ("#a#", false), ("a.filepart", false),
    ])
    func temporaryNamesAreLeftAlone(path: String, isTaken: Bool) {
        #expect((InboxNames.reasonNotTaken(path, by: ServiceConfiguration.InboxFolder(path: "in")) == nil) == isTaken)
    }
}
