import Foundation
import Glibc
import Testing

@testable import LinecasterService

@Suite struct StatusTests {
    @Test func whatIsWrongIsSaid() throws {
        let sandbox = try Sandbox()
        let before = try StatusReport(sandbox.configuration)
        #expect(before.problems.contains("\(sandbox.root)/outbox: there is no such folder; the daemon makes it when it starts"))
        try Spool(configuration: sandbox.configuration).prepare()
        #expect(try StatusReport(sandbox.configuration).problems.filter { !$0.contains("no room") } == [])
        try FileManager.default.removeItem(atPath: sandbox.root + "/failed")
        try Data().write(to: URL(filePath: sandbox.root + "/failed"))
        #expect(try StatusReport(sandbox.configuration).problems.contains("\(sandbox.root)/failed: this is no folder"))
    }

    @Test func aClaimWithoutItsFileIsNotInWork() throws {
        let sandbox = try Sandbox()
        try Spool(configuration: sandbox.configuration).prepare()
        try SystemFiles().createFolder(sandbox.root + "/state/active/01")
        #expect(try StatusReport(sandbox.configuration).active == 0)
        try Data("x".utf8).write(to: URL(filePath: sandbox.root + "/state/active/01/source"))
        #expect(try StatusReport(sandbox.configuration).active == 1)
    }
}
