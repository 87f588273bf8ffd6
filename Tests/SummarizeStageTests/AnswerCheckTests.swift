import LinecasterKit
import Testing

@testable import SummarizeStage

/// What a model's answer may say: nothing that the article does not.
@Suite struct AnswerCheckTests {
    private let chinese = Article(
        text: "青浦区委书记徐建表示，今年新增就业岗位102个，投资1.2亿元。他说：“明年还要再建三座桥。”去年十二月，一千二百名学生到上海参观。"
    )
    private let english = Article(
        text:
            "Mayor Helen Whitlock said on Tuesday that the ferry would run for five more years. \"It has run for a hundred years,\" she said. Repairs cost $1.3 million."
    )

    @Test(arguments: [
        "徐建表示，今年新增岗位102个，投资1.2亿元。", "投资12000万元，明年“还要再建三座桥”。", "去年12月，1200名学生到上海参观。", "一座城市的变化。",
    ])
    func heldInChinese(_ answer: String) { #expect(AnswerCheck(chinese).objections(to: answer) == []) }

    @Test(arguments: [
        ("徐建表示，今年新增岗位120个。", "120"), ("投资2.1亿元。", "2.1亿"), ("他说：“明年还要再建五座桥。”", "明年还要再建五座桥"),
        ("市长李建国表示，明年还要再建三座桥。", "李建国"), ("学生们到北京参观。", "北京"), ("The mayor said so.", "another language"), ("", "empty"),
        ("岗位增加了，“桥也多了", "桥也多了"),
    ])
    func refusedInChinese(_ answer: String, _ reason: String) {
        #expect(AnswerCheck(chinese).objections(to: answer).contains { $0.contains(reason) })
    }

    @Test(arguments: [
        "The ferry will run for five more years, Mayor Helen Whitlock said.",
        "Repairs cost 1.3 million dollars; the ferry runs 5 more years.",
        "Whitlock said the ferry \"has run for a hundred years.\"",
    ])
    func heldInEnglish(_ answer: String) { #expect(AnswerCheck(english).objections(to: answer) == []) }

    @Test(arguments: [
        ("The ferry will run for seven more years.", "seven"), ("Mayor Helen Smith said so.", "Smith"),
        ("Repairs cost $1.3 billion.", "1.3 billion"),
        ("She said \"it will never close.\"", "it will never close"), ("It was decided on Wednesday.", "Wednesday"),
        ("Twenty-five people were asked.", "Twenty-five"),
    ])
    func refusedInEnglish(_ answer: String, _ reason: String) {
        #expect(AnswerCheck(english).objections(to: answer).contains { $0.contains(reason) })
    }

    @Test(arguments: [
        ("<think>徐建是谁？</think>\n\n摘要：徐建表示。", "徐建表示。"), ("```\nOne.\n\nTwo.\n```", "One. Two."), ("Summary: One.", "One."),
        ("  一。\n二。 ", "一。二。"),
    ])
    func whatIsSaidAround(_ answer: String, _ text: String) { #expect(ModelAnswer.text(of: answer) == text) }
}
