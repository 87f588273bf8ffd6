import ArgumentParser
import LinecasterEngine
import LinecasterFormats
import LinecasterKit

/// Whether time grows with the length of odd texts alone: one short piece, again and again.
struct Repetition: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Measure texts of one repeated piece, at two lengths; a text four times as long should take four times as long."
    )

    @Option(help: "The shorter text, in kilobytes.") var kilobytes = 60
    @Flag(help: "Print every piece, not only those that take more than five times as long.") var all = false

    func run() async throws {
        let pipeline = try newspaper()
        print("| piece | ms | ms at four times the length | times |")
        print("| --- | --- | --- | --- |")
        var worst = 0.0
        for piece in Self.pieces {
            let short = try await time(piece, kilobytes * 1000, pipeline)
            let long = try await time(piece, kilobytes * 4000, pipeline)
            worst = max(worst, long / short)
            guard all || long > 5 * short else { continue }
            print("| `\(piece.replacing("\n", with: "⏎"))` | \(rounded(short)) | \(rounded(long)) | \(rounded(long / short)) |")
        }
        print("\(Self.pieces.count) pieces; at most \(rounded(worst)) times as long")
    }

    /// The faster of two runs.
    private func time(_ piece: String, _ bytes: Int, _ pipeline: Pipeline) async throws -> Double {
        let text = Array(String(repeating: piece, count: bytes / piece.utf8.count + 1).utf8)
        let article = try ArticleReader().read(text, name: "2024-11-20.txt")
        var times: [Double] = []
        for _ in 0..<2 { times.append(await milliseconds { _ = try? await pipeline.run(article) }) }
        return times.min() ?? 0
    }

    /// What rules look for, at its shortest: marks, tags, numbers, names, verbs of speech.
    private static let pieces = [
        "词[1]", "[1]", "<a =\"", "<b x=\"", "&amp;amp;", "&#12", "a* ", "*a\n", "*", ". ", "a....... ", "/",
        "////////////a\n", "A\n", "词①", "①词\n", "词¹", "<", "<a ", "<!--", "<script>", "&lt;b", "i) x\nii) y\n",
        "a) x\n", "hoped ", "agreed that ", "Jane Ashby agreed, ", "张三的，指出这个问题在那里很久了，", "李明说，并指这个问题在那里很久了，", "10秒06",
        "1分", "14米21", "一米八", "公元前", "公元前221年", "前221", "44 BC ", "AD 618 ", "A.D. ", "C.E.", "two years later ",
        "三年后", "三年后了，", "他说：“好的。”", "他难掩：“好的。”", "墙上写着：“好的。”", "“甲乙丙”作者", "《甲》主编", "The Marlow Tigers ",
        "Fire and Rescue ", "Marlow Fire and Rescue Service ", "青河市博物馆昨天", "馆1", "青河市林草局", "七旬", "年近五十", "半斤", "10万千瓦",
        "£1.5-2m ", "£1-", "6ft 2in ", "12st 4lb ", "30C ", "the 9th inst. ", "Wednesday next, ", "ten minutes to ",
        "half-past ", "0830 hours ", "\"No,\" laughed ", "\"No,\" she sighed. ", "文/本报记者 ", "图/丰泽市文物考古研究院 ",
        "Words and photographs by ", "Jane Ashby, M.P., OBE, ", "mother-of-two ", "养路工何立群", "主人翁", "也就是说，", "19世纪中叶",
        "九九重阳", "距今2000年", "三块", "the Marlow ",
    ]
}
