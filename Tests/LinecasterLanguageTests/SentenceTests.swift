import LinecasterLanguage
import Testing

@Suite struct SentenceTests {
    private func sentences(_ text: String) -> [String] {
        let bytes = Array(text.utf8)
        return SentenceBoundaries().sentences(in: bytes, range: 0..<bytes.count).map { String(decoding: bytes[$0], as: UTF8.self) }
    }

    @Test(arguments: [
        ("天亮了。他出门去。", ["天亮了。", "他出门去。"]),
        ("“路通了。”村长说，“车能进来。”大家都笑。", ["“路通了。”", "村长说，“车能进来。”", "大家都笑。"]),
        ("他在看《走吧！少年》吗？在看！", ["他在看《走吧！少年》吗？", "在看！"]),
        ("会议决定（草案见附件。另行印发）明天公布。散会。", ["会议决定（草案见附件。另行印发）明天公布。", "散会。"]),
        ("怎么会……他想。", ["怎么会……他想。"]),
        ("增长3.5%。下降2%。", ["增长3.5%。", "下降2%。"]),
        ("1. 修复旧墙。2024年完工。", ["1. 修复旧墙。", "2024年完工。"]),
        ("三．修复旧墙。", ["三．修复旧墙。"]),
    ])
    func chinese(text: String, expected: [String]) { #expect(sentences(text) == expected) }

    @Test(arguments: [
        ("Mr. Hale left. He took no coat.", ["Mr. Hale left.", "He took no coat."]),
        ("It rose 3.5 percent. Then it fell.", ["It rose 3.5 percent.", "Then it fell."]),
        ("\"Why?\" she asked. Nobody knew.", ["\"Why?\" she asked.", "Nobody knew."]),
        ("She turned to him, “This is it.” She left.", ["She turned to him, “This is it.”", "She left."]),
        ("The U.S. Senate met at 9 a.m. on Monday. It voted.", ["The U.S. Senate met at 9 a.m. on Monday.", "It voted."]),
        ("Jonas E. Smith wrote it. See p. 55.", ["Jonas E. Smith wrote it.", "See p. 55."]),
        ("1.) Bread 2.) Butter 3.) Jam", ["1.) Bread", "2.) Butter", "3.) Jam"]),
        ("Bring these: a. bread b. butter", ["Bring these:", "a. bread", "b. butter"]),
        ("1. The wall will be mended. Work begins in May.", ["1. The wall will be mended.", "Work begins in May."]),
        ("c. The wall will be mended.", ["c. The wall will be mended."]),
        ("IV. Of the wall and its keepers.", ["IV. Of the wall and its keepers."]),
        ("1907. Another year began.", ["1907.", "Another year began."]),
        ("We paid for 1. above and 2. above.", ["We paid for 1. above and 2. above."]),
        ("He stopped . . . and went on. She waited.", ["He stopped . . . and went on.", "She waited."]),
        ("It ended. . . . Nobody saw it.", ["It ended.", ". . . Nobody saw it."]),
        ("The line broke.Nobody knew why.", ["The line broke.", "Nobody knew why."]),
        ("Write to Ann.Lee@example.org soon. Thanks.", ["Write to Ann.Lee@example.org soon.", "Thanks."]),
        ("He sold his Y!X shares. All of them.", ["He sold his Y!X shares.", "All of them."]),
        ("They live in the U.S. How are they?", ["They live in the U.S.", "How are they?"]),
        ("At 5 a.m. Mr. Bell rose. He ate.", ["At 5 a.m. Mr. Bell rose.", "He ate."]),
        ("“The mill [...] burned,” he wrote. It did.", ["“The mill [...] burned,” he wrote.", "It did."]),
        ("It was a warm \nevening in town. They sat.", ["It was a warm \nevening in town.", "They sat."]),
        ("bread\nold butter\njam and tea", ["bread", "old butter", "jam and tea"]),
        (
            "“No,” said Ann, 'it can't be. I saw it! It's gone.' (She had not looked.) They left.",
            ["“No,” said Ann, 'it can't be. I saw it! It's gone.' (She had not looked.)", "They left."]
        ),
        ("She asked: ‘Who’s there? Is it Tom?’ Nobody was.", ["She asked: ‘Who’s there? Is it Tom?’", "Nobody was."]),
        ("‘It is late. I must go,’ he said. He went.", ["‘It is late.", "I must go,’ he said.", "He went."]),
        ("He had, 'tis said, no coat. He froze.", ["He had, 'tis said, no coat.", "He froze."]),
        ("i) Bread.\nii) Butter.\niii) Jam.", ["i) Bread.", "ii) Butter.", "iii) Jam."]),
    ])
    func english(text: String, expected: [String]) { #expect(sentences(text) == expected) }

    @Test(arguments: [
        ("これはペンです。それは紙です。", ["これはペンです。", "それは紙です。"]),
        ("「行くのか。」と父は言った。", ["「行くのか。」", "と父は言った。"]),
        ("本日の献立 \nご飯 \n味噌汁", ["本日の献立", "ご飯", "味噌汁"]),
        ("これは母の\n本です。", ["これは母の\n本です。"]),
        ("率は２．５％です。次へ。", ["率は２．５％です。", "次へ。"]),
    ])
    func japanese(text: String, expected: [String]) { #expect(sentences(text) == expected) }

    @Test(arguments: ["。。。”“", "....", "（（（。", "\"\"\"", "a.", ".a", " 。 "]) func oddMarksLoseNoCharacter(text: String) {
        #expect(sentences(text).joined().filter { !$0.isWhitespace } == text.filter { !$0.isWhitespace })
    }
}
