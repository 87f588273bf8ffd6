import LinecasterKit
import Testing

@testable import RepairStage
@testable import linecaster_lab

@Suite struct PrintedWidthTests {
    private static let paragraph = """
        The mill closed in 1987 and stood empty for thirty years, a shell with a tree growing through its middle floor. Then the \
        first painter moved in, and after him came a woman who builds small willow boats, and a man who will tell anyone who \
        listens about the hills. Today there are forty studios, a bakery and a little cinema under its tin roof, and the river \
        still turns the old wheel, though it mills nothing; all that it moves now is a lamp in the window of the tiny office, \
        where the willing still bring bread, milk, jam, and whatever else will fill a table when it is time to sit and eat.
        """

    private func lines(in face: Face?) -> ArticleLines {
        var generator = SeededGenerator(seed: 1)
        var layout = Layout(isChinese: false, using: &generator)
        layout.face = face
        layout.measure = 40
        layout.indent = .none
        layout.hyphenates = false
        let set = ColumnSetter(layout: layout).lines(Self.paragraph, isChinese: false, using: &generator)
        let text = Array((set.joined(separator: "\n") + "\n").utf8)
        return ArticleLines(text, Section.all(of: text)[0], dropsFurniture: true, model: .shipped)
    }

    @Test(arguments: [Typeface.times, .helvetica, .century]) func theNextWordNeverFitsByTheArticlesFace(face: Typeface) {
        let article = lines(in: Face(face, tightness: 1))
        #expect(article.lines.count > 10)
        #expect(article.lines.allSatisfy { $0.isPrinted })
        #expect(article.fills.dropLast().allSatisfy { $0.spareTenths <= 3 }, "\(article.fills.map(\.spareTenths))")
    }

    @Test func typescriptIsCounted() {
        let article = lines(in: nil)
        #expect(!article.lines.contains { $0.isPrinted })
        #expect(article.fills.dropLast().allSatisfy { $0.spare < 0 })
    }

    /// UAX #11, class A: wide among ideographs, narrow among letters.
    @Test func quotationMarksAreNarrowAmongLetters() {
        func width(_ text: String) -> Int? { readLines(Array(text.utf8), in: 0..<text.utf8.count).first?.width }
        #expect(width("“It’s late,” she said — and left…") == 33)
        #expect(width("“太晚了”") == 10)
    }
}
