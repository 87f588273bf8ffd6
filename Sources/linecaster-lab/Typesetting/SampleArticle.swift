/// An article as extraction leaves it, with its gold blocks.
struct SampleArticle {
    /// A block of the gold, or noise.
    struct Block {
        let kind: String
        /// Source lines from 1, in order.
        var lines: [Int]
        let text: String
    }

    /// What was done to it, in words.
    let damages: [String]
    private(set) var lines: [String] = []
    private(set) var blocks: [Block] = []

    init(damages: [String]) { self.damages = damages }

    /// An article that was set elsewhere.
    init(lines: [String], blocks: [Block]) {
        damages = []
        self.lines = lines
        self.blocks = blocks
    }

    /// The text of the file.
    var text: String { lines.joined(separator: "\n") + "\n" }

    mutating func addBlank(_ count: Int = 1) { lines += [String](repeating: "", count: count) }

    mutating func add(_ kind: String, lines new: [String], text: String) {
        let start = lines.count
        lines += new
        blocks.append(Block(kind: kind, lines: Array(start + 1...start + new.count), text: text))
    }

    /// Begins a block whose lines come one by one.
    mutating func begin(_ kind: String, text: String) { blocks.append(Block(kind: kind, lines: [], text: text)) }

    mutating func addLine(_ line: String, toBlock index: Int) {
        lines.append(line)
        blocks[index].lines.append(lines.count)
    }

    /// The gold in the form that blocks.py reads.
    func gold(file: String) -> String {
        let rows = blocks.map { block in
            "  {\"kind\": \"\(block.kind)\", \"lines\": \(block.lines.count == 2 ? [block.lines[0], block.lines[1]] : block.lines), \"text\": \(quote(block.text))}"
        }
        return "{\"file\": \(quote(file)), \"blocks\": [\n\(rows.joined(separator: ",\n"))\n]}\n"
    }

    private func quote(_ text: String) -> String { "\"" + text.replacing("\\", with: "\\\\").replacing("\"", with: "\\\"") + "\"" }
}
