/// Two short articles as extraction leaves them.
let sampleArticles = [
    """
    江口晚报
    2024年5月6日 星期一 第3版

    旧书市集回到河边

    本报记者 林知夏

    5月4日上午，停办三年的旧书市集在河边
    重新开张，一百二十个摊位摆出近五万册旧书。“我
    每个周末都来，”退休教师周文山说，“这里能碰
    到找了半辈子的书。”

    3

    市集负责人何秀兰表示，今年的摊位费比三年前低
    两成，热线电话是010-62345678，每周六、
    周日开放。
    """,
    """
    HARBOUR GAZETTE   Page 4

    Ferry service returns to the old pier

    By Anna Lindqvist

    The first ferry in eleven years left the old pier on
    Monday morning with 214 passengers, the port author-
    ity said. "We waited a long time for this," said Tom
    Okafor, who runs a bakery nearby.

    Tickets cost $3.50, and the crossing takes 25 min-
    utes. The service will run until 31 October 2024.
    """,
]

/// Inputs that no newspaper has and any folder may hold.
let hostileInputs: [(title: String, input: String)] = [
    ("nothing", ""),
    ("one line end", "\n"),
    ("white space", " \t\u{3000}\r\n\u{0C}\n  "),
    ("one character", "报"),
    ("ten thousand opening quotes", String(repeating: "“", count: 10_000)),
    ("a line of digits", String(repeating: "1234567890", count: 2_000)),
    ("brackets", String(repeating: "（((《", count: 2_000)),
    ("lone marks", "。\n，\n”\n）\n、\n；\n"),
    ("combining marks", "e" + String(repeating: "\u{301}", count: 500)),
    ("control characters", "\u{0}\u{1}\u{7}\u{1B}[31m\u{7F}文\u{85}字"),
    ("scripts mixed", "中文 English かな 한국어 عربى עברית\n中文English。\nかな、カナ\n"),
    ("emoji and rare ideographs", "👩‍👩‍👧‍👦𠮷野家🇨🇳\n𠀀𠀁𠀂。"),
    ("line separators", "一\u{2028}二\u{2029}三\u{85}四\u{0B}五"),
    ("quotation marks and backslashes", "\"\\\"\\n{}[]\u{FEFF}\u{FFFD}\u{FFFF}"),
    ("many short lines", String(repeating: "短\n", count: 3_000)),
    ("many blank lines", String(repeating: "\n", count: 5_000) + "文。"),
]
