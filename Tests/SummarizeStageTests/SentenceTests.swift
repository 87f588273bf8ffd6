import Foundation
import Testing

@testable import SummarizeStage

@Suite struct SentenceTests {
    @Test(arguments: [
        ("他说，路修好了。", true), ("因此，路修好了。", true), ("然而路还没有修好。", true), ("其中三条已经修好。", true), ("昨天下午，他又来了。", true),
        ("村支书赵大林说，路修好了。", false), ("最后一公里修好了。", false), ("也门队赢了比赛。", false), ("其他村也修好了路。", true), ("吉他声从巷子里传来。", false),
        ("However, the road is closed.", true), ("He said the road was closed.", true), ("In June she left the firm.", true),
        ("In a study of four towns it cut the cost.", true), ("This year's flu season began early.", false),
        ("The mayor said the road was closed.", false), ("Item by item, the list grew.", false), ("Itasca is a lake.", false),
    ])
    func leaning(_ text: String, _ leans: Bool) {
        let bytes = Array(text.utf8)
        let person = text.range(of: "赵大林").map { text.utf8.distance(from: text.startIndex, to: $0.lowerBound) }
        #expect(Opening.leans(bytes, 0..<bytes.count, firstPerson: person) == leans)
    }

    @Test(arguments: [
        ("本报讯（记者 何田田）9月20日，围了十年脚手架的塔重新露出真容。", "9月20日，围了十年脚手架的塔重新露出真容。"),
        ("新华社杭州10月8日电（记者 梅雪）全国围棋个人锦标赛8日在杭州结束。", "全国围棋个人锦标赛8日在杭州结束。"),
        ("新华社南京11月2日电 我国天文学家发现了一颗超级地球。", "我国天文学家发现了一颗超级地球。"),
        ("〔記者葉庭安／報導〕市政府昨天宣布，末班車延後一小時。", "市政府昨天宣布，末班車延後一小時。"),
        ("本报记者昨天在现场看到，大桥已经通车了。", "本报记者昨天在现场看到，大桥已经通车了。"),
        ("（一）全市学校下周起恢复上课，请互相转告。", "（一）全市学校下周起恢复上课，请互相转告。"),
        ("SAN RAMON, Calif. (AP) — A company said that it has made clear glass.", "A company said that it has made clear glass."),
        ("LONDON — The museum will return 28 bronze heads.", "The museum will return 28 bronze heads."),
        ("The plan — a costly one — was dropped by the council.", "The plan — a costly one — was dropped by the council."),
        ("NATO ministers met in Brussels — for the third time.", "NATO ministers met in Brussels — for the third time."),
    ])
    func leadIns(_ text: String, _ rest: String) {
        let bytes = Array(text.utf8)
        let start = LeadIn.end(in: bytes, 0..<bytes.count, credits: [])
        #expect(String(decoding: bytes[start...], as: UTF8.self) == rest)
    }

    @Test(arguments: [
        ("全长1.8公里的青石河大桥昨天上午正式通车，比原定工期提前了两个月。", "全长1.8公里的青石河大桥昨天上午正式通车，比原定工期提前了两个月"),
        (
            "由于施工难度很大，原定于去年年底完工的青石河大桥直到昨天上午才正式通车，全市人民翘首以盼的这座桥总投资达到六亿元，全长接近两公里，桥面宽三十米。",
            "由于施工难度很大，原定于去年年底完工的青石河大桥直到昨天上午才正式通车"
        ),
        (
            "The county council voted on Thursday to keep the last ferry running for five more years, which will cost about two million dollars, officials said.",
            "The county council voted on Thursday to keep the last ferry running for five more years"
        ),
    ])
    func clauses(_ sentence: String, _ clause: String) {
        let bytes = Array(sentence.utf8)
        #expect(String(decoding: bytes[Clauses(bytes, 0..<bytes.count).first], as: UTF8.self) == clause)
    }
}
