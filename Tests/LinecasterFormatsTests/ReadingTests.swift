import Foundation
import LinecasterFormats
import LinecasterKit
import Testing

@Suite struct ReadingTests {
    private static let chinese = "市图书馆昨天起延长开放时间，每晚十点闭馆。\n读者可以预约，也可以直接来。\n"
    private static let traditional = "市圖書館昨天起延長開放時間，每晚十點閉館。讀者可以預約，也可以直接來，一切照舊。\n"
    private static let japanese = "図書館は昨日から開館時間を延長しました。席は予約できます。\n"

    private func identity() -> PipelineIdentity { PipelineIdentity(name: "p", digest: "d", stages: []) }

    /// The bytes of a text in an encoding that iconv knows.
    private func encoded(_ text: String, _ name: String) throws -> [UInt8] {
        let process = Foundation.Process()
        process.executableURL = URL(filePath: "/usr/bin/iconv")
        process.arguments = ["-f", "UTF-8", "-t", name]
        let input = Pipe()
        let output = Pipe()
        process.standardInput = input
        process.standardOutput = output
        try process.run()
        try input.fileHandleForWriting.write(contentsOf: Data(text.utf8))
        try input.fileHandleForWriting.close()
        let bytes = Array(output.fileHandleForReading.readDataToEndOfFile())
        process.waitUntilExit()
        return bytes
    }

    @Test(arguments: [
        ("GB18030", "GB18030", chinese), ("BIG5", "Big5", traditional), ("SHIFT_JIS", "Shift_JIS", japanese),
        ("UTF-16LE", "UTF-16LE", chinese),
        ("CP1252", "windows-1252", "The café’s owner said it was “très cher” — nobody paid.\n"), ("UTF-8", "UTF-8", chinese),
    ])
    func theEncodingIsFoundAndTheSourceComesBack(iconv: String, name: String, text: String) throws {
        let bytes = try encoded(text, iconv)
        let article = try ArticleReader().read(bytes, name: "a.txt")
        #expect(article.source.encoding == name)
        #expect(article.text == text)
        let result = OutputFormat.json.write(article, pipeline: identity())
        #expect(try SavedResult(json: Data(result)).source == bytes)
    }

    @Test(arguments: [
        [0xEF, 0xBB, 0xBF] + Array("报纸。".utf8), Array("报".utf8) + [0xFF] + Array("纸。这里有一个坏字节，其余都是好的。".utf8),
        [0xFF, 0xFE, 0x2A, 0x67, 0x0A, 0x00, 0x00, 0xD8],
        Array("a\r\nb\rc\n".utf8), [],
    ])
    func bytesThatAreNoTextComeBackToo(bytes: [UInt8]) throws {
        let article = try ArticleReader().read(bytes, name: "a.txt")
        let result = OutputFormat.json.write(article, pipeline: identity())
        #expect(try SavedResult(json: Data(result)).source == bytes)
    }

    /// Found by fuzzing: read as Big5, some pairs of bytes stand for two scalars, and the bytes did not come back.
    @Test func bytesThatOneEncodingReadsAsTwoScalarsComeBack() throws {
        let marks = [UInt8](repeating: 0xAE, count: 30) + Array(" a ".utf8) + [0xEF] + [UInt8](repeating: 0xAC, count: 30)
        let bytes = Array("会议".utf8) + marks + [0x82] + Array("at report.".utf8) + [0x88, 0x62, 0x88, 0x64]
        let article = try ArticleReader().read(bytes, name: "a.txt")
        let result = OutputFormat.json.write(article, pipeline: identity())
        #expect(try SavedResult(json: Data(result)).source == bytes)
    }

    @Test func aBadByteIsAWarningWithAPlace() throws {
        let bytes = Array("第一行。\n报".utf8) + [0xFF] + Array("纸，其余的都是正常的文字，很长很长。".utf8)
        let article = try ArticleReader().read(bytes, name: "a.txt")
        #expect(article.warnings.map(\.message) == ["1 bytes are no UTF-8 text, the first in line 2, column 2; U+FFFD stands for them"])
    }

    @Test(arguments: [("%PDF-1.4 x", "a PDF file"), ("PK\u{3}\u{4}", "a ZIP or office file")]) func aBinaryFileIsRefusedByName(
        text: String,
        kind: String
    ) {
        let error = #expect(throws: ReadingError.self) { try ArticleReader().read(Array(text.utf8), name: "a") }
        #expect(error?.description.contains(kind) == true)
    }

    @Test func aChangedResultIsNotUndone() throws {
        var article = try ArticleReader().read(Array("报\n纸".utf8), name: "a.txt")
        var changes = Changes()
        changes.replace(TextRange(3..<4), with: "", rule: "join")
        try article.apply(changes, stage: "s", step: 0)
        let json = String(decoding: OutputFormat.json.write(article, pipeline: identity()), as: UTF8.self)
        #expect(try SavedResult(json: Data(json.utf8)).source == Array("报\n纸".utf8))
        let forged = json.replacing("\"text\": \"报纸\"", with: "\"text\": \"报社\"")
        #expect(throws: ReadingError.self) { try SavedResult(json: Data(forged.utf8)) }
    }

    /// Any bytes at all: read or refused, and what is read comes back.
    @Test(arguments: 0..<150) func anyBytesComeBackOrAreRefused(seed: Int) throws {
        var state = UInt64(seed) &+ 77
        func random() -> Int {
            state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
            return Int(state >> 33)
        }
        var bytes = Array(Self.chinese.utf8)
        for _ in 0..<(random() % 12) { bytes[random() % bytes.count] = UInt8(random() & 0xFF) }
        if seed % 3 == 0 { bytes = (0..<(random() % 64)).map { _ in UInt8(random() & 0xFF) } }
        guard let article = try? ArticleReader().read(bytes, name: "a") else { return }
        let result = OutputFormat.json.write(article, pipeline: identity())
        #expect(try SavedResult(json: Data(result)).source == bytes)
    }
}
