import ArgumentParser
import LinecasterKit
import RepairStage

/// An article with its gold.
struct Sample {
    let article: Article
    let gold: SampleArticle
    let isChinese: Bool
}

/// Where paragraphs come from.
struct Sources: ParsableArguments {
    @Option(help: "A file of Chinese sentences or paragraphs, one a line.") var chinese: String?
    @Option(help: "A file of English sentences or paragraphs, one a line.") var english: String?

    func validate() throws {
        if chinese == nil, english == nil { throw ValidationError("name --chinese FILE, --english FILE, or both") }
    }

    /// Articles of each language; what is learned from is never what is measured with.
    ///
    /// - Parameter short: Which articles are of three paragraphs at most: every so many-th, or none.
    func samples(_ count: Int, forLearning: Bool, seed: Int, short: Int = 0) throws -> [Sample] {
        var samples: [Sample] = []
        for (file, isChinese) in [(chinese, true), (english, false)] {
            guard let file else { continue }
            let paragraphs = try Paragraphs(file: file, isChinese: isChinese, seed: 1).half(forLearning: forLearning)
            let typesetter = Typesetter(paragraphs: paragraphs, isChinese: isChinese)
            for index in 0..<count {
                let isShort = short > 0 && index % short == 0
                let gold = typesetter.article(seed: seed + index, length: isShort ? 1...3 : 3...12)
                samples.append(Sample(article: Article(text: gold.text), gold: gold, isChinese: isChinese))
            }
        }
        return samples
    }
}

/// An article after repair by a model.
func repaired(_ article: Article, _ model: RepairModel) -> Article {
    var article = article
    do throws(StageError) {
        try article.apply(proposeRepairs(article, model: model), stage: "repair", step: 0)
    } catch {
        print("repair proposed what cannot be applied: \(error)")
    }
    return article
}
