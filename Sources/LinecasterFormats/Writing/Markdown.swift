import LinecasterKit

/// Markdown with YAML front matter.
func markdownText(_ article: Article) -> [UInt8] {
    let blocks = article[.blocks]
    var lines = ["---"]
    func add(_ key: String, _ value: String?) {
        if let value { lines.append("\(key): \(String(decoding: quoted(value), as: UTF8.self))") }
    }
    func addList(_ key: String, _ values: [String]) {
        guard !values.isEmpty else { return }
        lines.append("\(key):")
        lines += values.map { "  - \(String(decoding: quoted($0), as: UTF8.self))" }
    }
    add("title", blocks.first { $0.value.kind == .headline }.map { oneLine(article[$0.range]) })
    add("byline", blocks.first { $0.value.kind == .byline }.map { oneLine(article[$0.range]) })
    add("language", article[.languages].first?.value.tag)
    add("source", article.source.name)
    add("sha256", article.source.sha256)
    if !article[.summary].isEmpty { add("summary", summaryText(article)) }
    addList("keywords", article[.keywords].map { article[$0.range] })
    addList("people", article[.people].map { named($0.value) })
    lines += ["---", ""]
    if blocks.isEmpty { lines.append(escaped(article.text)) }
    for block in blocks { lines += [rendered(block.value.kind, article[block.range]), ""] }
    while lines.last == "" { lines.removeLast() }
    return Array((lines.joined(separator: "\n") + "\n").utf8)
}

private func rendered(_ kind: BlockKind, _ text: String) -> String {
    switch kind {
    case .headline: "# \(escaped(oneLine(text)))"
    case .kicker, .deck: "**\(escaped(oneLine(text)))**"
    case .subhead: "## \(escaped(oneLine(text)))"
    case .byline, .dateline, .caption, .note: "*\(escaped(oneLine(text)))*"
    case .listItem: "- \(escaped(oneLine(withoutBullet(text))))"
    case .table: "```text\n\(text.replacing("```", with: "'''"))\n```"
    case .paragraph: text.split(separator: "\n").map { escaped(String($0)) }.joined(separator: "  \n")
    }
}

private func oneLine(_ text: String) -> String { text.replacing("\n", with: " ") }

private func withoutBullet(_ text: String) -> String {
    guard let first = text.first, "•●○▪·*-".contains(first) else { return text }
    return String(text.dropFirst().drop { $0 == " " })
}

/// Text in which no character is taken for Markdown.
private func escaped(_ text: String) -> String {
    var result = ""
    for (index, character) in text.enumerated() {
        if "\\`*_[]<".contains(character) || (index == 0 && "#>-+".contains(character)) { result.append("\\") }
        result.append(character)
    }
    let digits = result.prefix { $0.isASCII && $0.isNumber }
    let rest = result.dropFirst(digits.count)
    guard !digits.isEmpty, rest.hasPrefix(". ") || rest.hasPrefix(") ") else { return result }
    return digits + "\\" + rest
}

/// A person with the roles in brackets, of the width that the name is written in.
private func named(_ person: Person) -> String {
    guard !person.roles.isEmpty else { return person.name }
    let isLatin = person.name.utf8.allSatisfy { $0 < 0x80 }
    let roles = person.roles.joined(separator: isLatin ? "; " : "、")
    return isLatin ? "\(person.name) (\(roles))" : "\(person.name)（\(roles)）"
}
