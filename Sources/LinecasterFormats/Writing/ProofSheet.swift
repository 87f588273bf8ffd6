public import Foundation
import LinecasterKit

/// A result beside its source, with every edit marked and explained, as one HTML page for a reader of proofs.
///
/// It needs the JSON form alone; no script runs in it, and all text is escaped.
public struct ProofSheet: Sendable {
    /// The page.
    public let html: String

    /// Makes the sheet of a result.
    ///
    /// - Throws: `ReadingError` when the JSON is no result, or was changed since it was written.
    public init(json: Data) throws(ReadingError) {
        let saved = try SavedResult(json: json)
        guard let result = try? JSONDecoder().decode(ProofResult.self, from: json) else {
            throw ReadingError("this is no result in the form linecaster.article/1")
        }
        html = Self.page(saved, result)
    }

    private static func page(_ saved: SavedResult, _ result: ProofResult) -> String {
        let scalars = Array(result.text.unicodeScalars)
        func text(_ start: Int, _ end: Int) -> String {
            var view = String.UnicodeScalarView()
            if start <= end, end <= scalars.count { view.append(contentsOf: scalars[start..<end]) }
            return String(view)
        }
        let blocks = result.blocks ?? []
        let title = blocks.first { $0.kind == "headline" }.map { text($0.start, $0.end) } ?? saved.name
        let rows = blocks.map { block in
            let lines = Set(block.lines).sorted().map(String.init).joined(separator: "–")
            let place = block.lines.first.map { "<a href=\"#l\($0)\">\(lines)</a>" } ?? ""
            return
                "<p class=\"\(escaped(block.kind))\"><small>\(escaped(block.kind)) \(place)</small>\(escaped(text(block.start, block.end)))</p>"
        }
        let body = blocks.isEmpty ? "<p>\(escaped(result.text))</p>" : rows.joined(separator: "\n")
        return """
            <!doctype html>
            <html lang="\(escaped(result.language?.tag ?? "und"))">
            <head>
            <meta charset="utf-8">
            <meta name="viewport" content="width=device-width, initial-scale=1">
            <title>\(escaped(title)) – proof sheet</title>
            <style>\(style)</style>
            </head>
            <body>
            <header>
            <h1>\(escaped(title))</h1>
            <p>\(escaped(saved.name)) · \(escaped(result.source.encoding)) · pipeline \(escaped(result.pipeline.name)) · \(result.edits.count) edits</p>
            </header>
            <main>
            <section aria-label="Source"><h2>Source</h2><ol class="source">
            \(markedLines(saved.decoded, result.edits))
            </ol></section>
            <section aria-label="Result"><h2>Result</h2>
            \(body)
            </section>
            </main>
            <section aria-label="Edits"><h2>Edits</h2>
            <table><thead><tr><th>Place</th><th>Rule</th><th>Before</th><th>After</th><th>Sure</th><th>Why</th></tr></thead><tbody>
            \(result.edits.map(row).joined(separator: "\n"))
            </tbody></table></section>
            \(warnings(result.warnings))
            </body>
            </html>

            """
    }

    private static func row(_ edit: ProofResult.Edit) -> String {
        let place = "<a href=\"#l\(edit.source.line)\">\(edit.source.line):\(edit.source.column)</a>"
        let before = edit.before ?? edit.bytes.map { "bytes \($0)" } ?? ""
        let sure = edit.confidence.map { "\(Int(($0 * 100).rounded())) %" } ?? ""
        return "<tr><td>\(place)</td><td>\(escaped(edit.stage)) <b>\(escaped(edit.rule))</b></td><td><del>\(visible(before))</del></td>"
            + "<td><ins>\(visible(edit.after))</ins></td><td>\(sure)</td><td>\(escaped(edit.why ?? ""))</td></tr>"
    }

    private static func warnings(_ warnings: [ProofResult.Warning]) -> String {
        guard !warnings.isEmpty else { return "" }
        let rows = warnings.map { "<li>\(escaped($0.stage)): \(escaped($0.message))</li>" }
        return "<section aria-label=\"Warnings\"><h2>Warnings</h2><ul>\n\(rows.joined(separator: "\n"))\n</ul></section>"
    }

    // MARK: The source with its marks

    /// The lines of the source; what an edit replaced stands in a mark that says why.
    ///
    /// Of edits over the same bytes, made by one stage after another, the first has the mark; the table has all.
    private static func markedLines(_ text: [UInt8], _ edits: [ProofResult.Edit]) -> String {
        var starts = [0]
        for (index, byte) in text.enumerated() where byte == 0x0A { starts.append(index + 1) }
        var marks: [(range: Range<Int>, reason: String)] = []
        for edit in edits where starts.indices.contains(edit.source.line - 1) {
            let start = offset(of: edit.source.column - 1, from: starts[edit.source.line - 1], in: text)
            let before = Array((edit.before ?? "").utf8)
            guard text[start...].starts(with: before) else { continue }
            marks.append((start..<start + before.count, edit.why.map { "\(edit.rule): \($0)" } ?? edit.rule))
        }
        marks.sort { ($0.range.lowerBound, $0.range.upperBound) < ($1.range.lowerBound, $1.range.upperBound) }
        var html = "<li id=\"l1\">"
        var position = 0
        var line = 1
        // A mark does not go over the end of a list's item.
        func add(_ range: Range<Int>, _ reason: String?) {
            let parts = text[range].split(separator: 0x0A, omittingEmptySubsequences: false)
            for (index, part) in parts.enumerated() {
                if index > 0 {
                    line += 1
                    html += "</li>\n<li id=\"l\(line)\">"
                }
                let content = escaped(String(decoding: part, as: UTF8.self))
                guard let reason else {
                    html += content
                    continue
                }
                let end = index + 1 < parts.count ? "↵" : range.isEmpty ? "‸" : ""
                if !(content + end).isEmpty { html += "<mark title=\"\(escaped(reason))\">\(content)\(end)</mark>" }
            }
        }
        for mark in marks where mark.range.lowerBound >= position {
            add(position..<mark.range.lowerBound, nil)
            add(mark.range, mark.reason)
            position = mark.range.upperBound
        }
        add(position..<text.count, nil)
        return html + "</li>"
    }

    /// The byte at which a column of a line begins.
    private static func offset(of column: Int, from start: Int, in text: [UInt8]) -> Int {
        var offset = start
        var left = column
        while left > 0, offset < text.count {
            offset += 1
            while offset < text.count, text[offset] & 0xC0 == 0x80 { offset += 1 }
            left -= 1
        }
        return offset
    }

    // MARK: Text in HTML

    /// Text in which nothing is taken for HTML.
    static func escaped(_ text: String) -> String {
        var result = ""
        for scalar in text.unicodeScalars {
            switch scalar {
            case "&": result += "&amp;"
            case "<": result += "&lt;"
            case ">": result += "&gt;"
            case "\"": result += "&quot;"
            case "'": result += "&#39;"
            default: result.unicodeScalars.append(scalar)
            }
        }
        return result
    }

    /// Text with signs in the place of what cannot be seen.
    private static func visible(_ text: String) -> String {
        escaped(text).replacing("\n", with: "↵").replacing("\t", with: "⇥").replacing("\u{3000}", with: "□").replacing("\u{AD}", with: "¬")
    }

    private static let style = """
        :root { color-scheme: light dark; --line: #8886; --soft: light-dark(#666, #aaa); --mark: light-dark(#ffe9a8, #5a4a12) }
        body { font: 1rem/1.6 system-ui, sans-serif; margin: 0 auto; max-width: 80rem; padding: 1rem; overflow-wrap: anywhere }
        header p, small { color: var(--soft) }
        small { display: block; font-size: .75rem }
        main { display: grid; gap: 2rem; grid-template-columns: 1fr 1fr }
        @media (max-width: 50rem) { main { grid-template-columns: 1fr } }
        .source { padding-left: 3rem }
        .source li { white-space: pre-wrap }
        .source li::marker { color: var(--soft); font-size: .75rem }
        .source li:target { outline: 2px solid }
        section p { white-space: pre-wrap; margin: 0 0 .8rem }
        .headline { font-size: 1.5rem; font-weight: 700; line-height: 1.3 }
        .subhead, .deck, .kicker { font-weight: 700 }
        .byline, .dateline, .caption, .note { font-style: italic }
        .table { font-family: monospace }
        mark { background: var(--mark); color: inherit }
        table { border-collapse: collapse; display: block; font-size: .9rem; overflow-x: auto }
        td, th { border-top: 1px solid var(--line); padding: .3rem .5rem; text-align: left; vertical-align: top }
        del { text-decoration-color: #c33 }
        ins { text-decoration-color: #393 }
        """
}

/// What of a result a proof sheet shows.
private struct ProofResult: Decodable {
    struct Source: Decodable { let encoding: String }
    struct Pipeline: Decodable { let name: String }
    struct Language: Decodable { let tag: String }
    struct Warning: Decodable {
        let stage: String
        let message: String
    }
    struct Block: Decodable {
        let kind: String
        let start: Int
        let end: Int
        let lines: [Int]
    }
    struct Edit: Decodable {
        struct Place: Decodable {
            let line: Int
            let column: Int
        }
        let stage: String
        let rule: String
        let source: Place
        let before: String?
        let bytes: String?
        let after: String
        let confidence: Double?
        let why: String?
    }

    let source: Source
    let pipeline: Pipeline
    let language: Language?
    let text: String
    let blocks: [Block]?
    let edits: [Edit]
    let warnings: [Warning]
}
