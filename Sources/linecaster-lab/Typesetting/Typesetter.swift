/// Sets articles from clean paragraphs as newspapers do, and breaks them as extraction does.
struct Typesetter {
    let paragraphs: [String]
    let isChinese: Bool

    /// An article of so many paragraphs; the same seed gives the same one.
    func article(seed: Int, length: ClosedRange<Int> = 3...12) -> SampleArticle {
        var generator = SeededGenerator(seed: seed)
        let layout = Layout(isChinese: isChinese, using: &generator)
        let start = generator.number(0...max(0, paragraphs.count - 13))
        let body = Array(paragraphs[start..<min(paragraphs.count, start + generator.number(length))])
        var setting = Setting(
            layout: layout,
            matter: Matter(isChinese: isChinese, paragraphs: paragraphs),
            isChinese: isChinese,
            generator: generator
        )
        setting.set(body)
        return setting.article
    }
}

/// Titles, captions and furniture made from the words of other paragraphs.
struct Matter {
    let isChinese: Bool
    let paragraphs: [String]

    func title(_ range: ClosedRange<Int>, using generator: inout SeededGenerator) -> String {
        for _ in 0..<40 {
            let text = generator.pick(paragraphs)
            if isChinese {
                let clauses = text.split { "，。！？；：、“”（）《》‘’…—".contains($0) }.filter {
                    range.contains($0.count) && !$0.contains { $0.isNumber }
                }
                if !clauses.isEmpty { return String(generator.pick(clauses)) }
            } else {
                let words = text.split { ".,;:()\"".contains($0) }[0].split(separator: " ")
                let length = generator.number(range)
                guard words.count > length + 2 else { continue }
                let start = generator.number(1...(words.count - length))
                let phrase = words[start..<min(words.count, start + length)]
                if let first = phrase.first, let last = phrase.last, first.count > 3, last.count > 3,
                    !Self.openEnds.contains(last.lowercased())
                {
                    return first.prefix(1).uppercased() + phrase.joined(separator: " ").dropFirst()
                }
            }
        }
        return isChinese ? "新的一页" : "A new page"
    }

    /// Words that no title of a newspaper ends in.
    private static let openEnds: Set = [
        "with", "from", "that", "this", "these", "those", "their", "have", "will", "your", "into", "than", "when", "where", "which",
        "while", "over", "under", "about", "between", "because", "such", "some", "being", "been", "were", "would", "could", "should",
    ]

    /// The first sentence of a paragraph that is short enough to stand alone.
    func sentence(of paragraph: String) -> String? {
        var sentence = ""
        for character in paragraph {
            sentence.append(character)
            guard "。！？.!?".contains(character) else { continue }
            if (isChinese ? 10...40 : 40...120).contains(sentence.count) { return sentence.trimmed }
            sentence = ""
        }
        return nil
    }

    func name(using generator: inout SeededGenerator) -> String {
        isChinese
            ? generator.pick(["周", "陈", "沈", "林", "赵", "何", "梁", "顾"]) + generator.pick(["岚", "晓峰", "立", "小燕", "伟民", "静", "明远", "玉珍"])
            : generator.pick(["Anna", "Ruth", "Thomas", "James", "Helen", "David"]) + " "
                + generator.pick(["Marlow", "Hale", "Pryce", "Whitfield", "Ellison"])
    }

    func byline(using generator: inout SeededGenerator) -> String {
        let name = name(using: &generator)
        guard isChinese else { return generator.pick(["By \(name)", "BY \(name.uppercased())"]) }
        return generator.pick([
            "本报记者 \(name)", "■ 记者 \(name)", "记者 \(name)", "本报记者 \(name) 通讯员 \(self.name(using: &generator))", "文/\(name)", "□ 本报记者 \(name)",
        ])
    }

    /// - Parameter maybeBare: Whether a caption may have no credit, so that only its place tells what it is.
    func caption(maybeBare: Bool, using generator: inout SeededGenerator) -> String {
        let name = name(using: &generator)
        guard isChinese else {
            let title = title(4...9, using: &generator)
            if maybeBare, generator.happens(0.4) { return "\(title)." }
            return generator.pick(["\(title). Photo: \(name)", "\(title). \(name.uppercased()) / STAFF", "\(title). Photograph by \(name)"])
        }
        let title = title(6...16, using: &generator)
        return generator.pick([
            "■ \(title) 本报记者 \(name) 摄", "图为\(title)。", "▲\(title) 新华社记者 \(name) 摄", "\(title) \(name) 摄", "图①：\(title)。",
            "图为\(title) 本报记者 \(name) 摄",
        ])
    }

    func pageNumber(using generator: inout SeededGenerator) -> String {
        let number = generator.number(1...24)
        return isChinese
            ? generator.pick(["第\(number)版", "A\(number)", "- \(number) -", "要闻 A\(number)", "\(number)"])
            : generator.pick(["Page \(number)", "A\(number)", "\(number)", "- \(number) -"])
    }

    func runningHead(using generator: inout SeededGenerator) -> String {
        let day = generator.number(1...28)
        let number = generator.number(1...24)
        guard isChinese else {
            let name = generator.pick(["Evening Courier", "Harbour Gazette", "The Morning Herald", "Valley Times"])
            return generator.pick([name, "\(name) Monday, June \(day), 2024", "\(name.uppercased()) Page \(number)"])
        }
        let name = generator.pick(["江北日报", "滨海晚报", "东岸时报", "南山都市报"])
        return generator.pick([name, "\(name) 2024年6月\(day)日 星期一 第\(number)版", "\(name) 要闻A\(number)", "2024年6月\(day)日 星期三 责任编辑：陈亮"])
    }

    func jump(using generator: inout SeededGenerator) -> String {
        let number = generator.number(2...16)
        return isChinese ? generator.pick(["（下转第\(number)版）", "下转第\(number)版", "（上接第1版）"]) : "(Continued on A\(number))"
    }
}
