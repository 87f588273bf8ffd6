/// Lines that stay lines: a table, a list, an address, scores, a programme.
struct Listing {
    enum Kind: String, CaseIterable {
        case table, numbered, bullets, addresses, scores, programme
    }

    let lines: [String]

    /// Makes one of a kind from words of other paragraphs.
    init(_ kind: Kind, isChinese: Bool, paragraphs: [String], using generator: inout SeededGenerator) {
        let matter = Matter(isChinese: isChinese, paragraphs: paragraphs)
        let count = generator.number(4...10)
        func words(_ range: ClosedRange<Int>) -> String { matter.title(range, using: &generator) }
        switch kind {
        case .table:
            let gap = generator.pick(["   ", "\t", "    ", " | "])
            let columns = generator.number(2...4)
            lines = (0..<count).map { _ in
                ([words(isChinese ? 2...6 : 1...2)] + (1..<columns).map { _ in "\(generator.number(1...99_999))" }).joined(separator: gap)
            }
        case .numbered:
            let form = generator.pick(isChinese ? ["%.", "（%）", "%、", "%）"] : ["%.", "(%)", "%)"])
            lines = (1...count).map { number in
                form.replacing("%", with: "\(number)") + (isChinese ? "" : " ") + words(isChinese ? 5...16 : 3...8)
                    + generator.pick(["", "", isChinese ? "；" : ";"])
            }
        case .bullets:
            let bullet = generator.pick(["•", "●", "- ", "* ", "■"])
            lines = (0..<count).map { _ in bullet + (isChinese ? "" : " ") + words(isChinese ? 5...16 : 3...8) }
        case .addresses:
            lines = (0..<count / 2).flatMap { _ in
                let number = generator.number(1...400)
                return isChinese
                    ? [
                        "地址：\(generator.pick(["东岸", "南山", "江北"]))路\(number)号", "电话：0\(number)-\(generator.number(2_000_000...8_999_999))",
                        "联系人：\(matter.name(using: &generator))",
                    ]
                    : [
                        matter.name(using: &generator), "\(number) \(generator.pick(["Harbour", "Mill", "Church"])) Street",
                        "Tel: \(generator.number(200...999))-\(generator.number(1000...9999))",
                    ]
            }
        case .scores:
            let teams = isChinese ? ["江北队", "南山队", "东岸队", "滨海队", "石桥队"] : ["Harbour", "Valley", "Millbrook", "Easton", "Northgate"]
            lines = (0..<count).map { _ in
                "\(generator.pick(teams)) \(generator.number(0...5))\(isChinese ? "比" : "-")\(generator.number(0...5)) \(generator.pick(teams))"
            }
        case .programme:
            lines = (0..<count).map { index in
                "\(8 + index):\(generator.pick(["00", "15", "30", "45"]))" + generator.pick([" ", "  "]) + words(isChinese ? 3...10 : 2...5)
            }
        }
    }
}
