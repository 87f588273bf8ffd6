#!/usr/bin/env python3
"""Breaks the articles below as extraction breaks them, and writes them to Examples/articles.

The texts were written for this project. Run it after changing one: python3 Examples/make-articles.py
"""
import os

HERE = os.path.join(os.path.dirname(os.path.abspath(__file__)), "articles")
NO_START = "，。、；：？！”’）》】…"
NO_END = "“‘（《【"


def width(text):
    return sum(2 if ord(c) > 0x2000 else 1 for c in text)


def tokens(text):
    """Single Chinese characters, and words of letters and digits."""
    word = ""
    for c in text:
        if ord(c) < 0x2000 and c.isalnum() or c in ".%" and word:
            word += c
            continue
        if word:
            yield word
            word = ""
        yield c
    if word:
        yield word


def column(text, chars, indent=2):
    """Sets a Chinese paragraph in a column; the indent is lost, as it is in extraction."""
    lines, line, room = [], [], 2 * (chars - indent)
    for token in tokens(text):
        if line and width("".join(line)) + width(token) > room:
            if token[0] in NO_START and width("".join(line)) + width(token) <= room + 1:
                line.append(token)
                continue
            carried = []
            while line and (carried + [token])[0][0] in NO_START:
                carried.insert(0, line.pop())
            while line and line[-1] in NO_END:
                carried.insert(0, line.pop())
            lines.append("".join(line))
            line, room = carried + [token], 2 * chars
        else:
            line.append(token)
    return lines + ["".join(line)]


def english(text, letters):
    """Sets an English paragraph in a column, breaking some long words with a hyphen."""
    lines, line = [], ""
    for word in text.split():
        if len(line) + len(word) + 1 > letters:
            room = letters - len(line) - 2
            cut = next((n for n in range(min(room, len(word) - 3), 3, -1) if word[n - 1] not in "aeiou-" and word[n] in "bcdfgmnpstv"), 0)
            if len(word) >= 9 and cut and word.isalpha():
                lines.append((line + " " + word[:cut]).strip() + "-")
                line = word[cut:]
                continue
            lines.append(line)
            line = word
        else:
            line = (line + " " + word).strip()
    return lines + [line]


def write(name, lines, encoding="utf-8"):
    with open(os.path.join(HERE, name), "wb") as file:
        file.write(("\n".join(lines) + "\n").encode(encoding))


def wharf():
    a = column("沉寂了二十多年的东岸老码头，6月1日起以滨江公园的新面貌向市民开放。公园沿江铺开近两公里，保留了三座旧吊车、一段铁轨和五间仓库，入口处的仓库改作了展厅，开放首日就迎来了八千多名游客。", 19)
    b = column("“我们没有拆掉任何一座有年头的房子，只是把墙面洗干净，把屋顶补结实。”公园设计团队负责人顾晓峰说，方案前后改了十一稿，最难的是让旧吊车重新站稳，又不让它看上去像新的。", 19)
    c = column("码头上的旧轨道成了散步的小径，枕木之间种上了芦苇。傍晚时分，附近的居民推着婴儿车来这里吹风。住在对岸的退休工人郑阿根在码头装卸了三十年，他说，第一次进门时差点没认出来。", 19)
    d = column("东岸区园林局局长梁玉珍表示，公园全年免费开放，夜间照明到晚上十点为止。下一步，园林局将把相邻的两块空地也接进来，让步道一直通到新桥脚下。", 19)
    lines = ["江北日报", "2024年6月3日 星期一 第5版", "", "老码头变身滨江公园", "", "本报记者 周岚 通讯员 沈立", ""]
    lines += a + b[:3] + ["", ""] + b[3:] + ["", "旧物新用"] + c + ["", "■ 市民在修复后的吊车下散步 本报记者 周岚 摄", ""]
    lines += ["夜里也亮着"] + d
    write("01-wharf-park.txt", lines)


def hydrology():
    a = column("县水文站去年换上了新的雷达水位计，每五分钟上传一次数据。站长乔伟民说，以前下大雨要派人摸黑去看水尺，来回一趟四十分钟，现在坐在屋里就能看到整条河的涨落。", 17)
    b = column("水位计只是第一步。今年3月，县里又在上游的七个村装了雨量筒，雨水从屋檐流进筒里，筒底的翻斗每翻一次就记下0.2毫米。七个村的数据汇到一起，洪峰到县城还要多久，算得比从前早了两个小时。", 17)
    c = column("上月19日夜里，上游的石桥村下了87毫米的雨。凌晨两点一刻，值班员罗小燕接到系统的提醒，随即打电话叫醒了沿河三个村的村干部。天亮前，低处的62户人家全部转移，没有一个人受伤。", 17)
    d = column("罗小燕说，那天夜里她打了四十多个电话，嗓子哑了三天，“可是值得”。", 17)
    lines = a + b[:4] + ["", "- 3 -", "", "江北日报 要闻", ""] + b[4:] + c + d + ["", "七个雨量筒，早了两个小时"]
    write("02-river-gauge.txt", lines)


def bookshop():
    a = column("城南旧书店的主人陶仲明今年七十一岁，开店四十三年，没有用过一天电脑。店里三万多册书，哪一本在哪一格，他都记在脑子里。", 22)
    b = column("上周，市图书馆的两名馆员带着扫描仪上门，想把他脑子里的目录搬到纸上。馆员许静介绍，他们每天下午来三个小时，陶仲明报书名，她敲键盘，预计要做到年底。", 22)
    c = column("陶仲明起初不答应。他说：“书卖掉一本，脑子里就划掉一本，写下来做什么？”后来他看见许静把一本破了脊的县志补好，一声不响地放回原处，第二天就松了口。", 22)
    d = column("目录做完以后，读者在图书馆的网站上就能查到这家店里有什么书。陶仲明只提了一个条件：不送货，要书的人自己来拿。", 22)
    lines = ["三万册书，都在他脑子里", "——城南旧书店的最后一份目录", "文/本报记者 沈立", ""]
    for paragraph in (a, b, c, d):
        lines += ["　　" + paragraph[0]] + paragraph[1:]
    lines += ["", "（下转第7版）"]
    write("03-bookshop-gb18030.txt", lines, "gb18030")


def ferry():
    a = english("The last ferry across the Marlow estuary will keep running for at least five more years, the county council decided on Thursday after a debate that went on until nearly midnight and filled the public gallery.", 44)
    b = english("\"We will not close the ferry,\" said Mayor Helen Whitlock. \"It has run for a hundred and twelve years, and there are children on the far side who have no other way to school.\"", 44)
    c = english("The council had considered replacing the service with a bus over the new bridge at Stanbury, eleven miles upstream. But a survey of 640 households found that nearly nine in ten crossed the water at least once a week, most of them before eight in the morning.", 44)
    d = english("Thomas Arkwright, the ferry's captain since 1998, said he had not expected to win. He learned of the decision by telephone while tying up the boat for the night.", 44)
    e = english("Repairs to the landing stage will cost about $1.3 million and should be finished before the winter storms. The fare, unchanged since 2011, will rise by twenty cents.", 44)
    lines = ["Harbour Gazette", "", "Page 7", "", "Council keeps the last ferry", "", "By Anna Marlow"]
    lines += a + b + ["", "The ferry leaves the western landing at dawn. Photo: Ruth Hale", ""] + c[:4] + ["", ""] + c[4:] + d + ["", "A dearer crossing", ""] + e
    write("04-last-ferry.txt", lines)


def observatory():
    a = english("For thirty years the telescope on Carver Hill gathered dust. On clear nights this autumn it is open again, and the line of people waiting to look through it reaches down to the churchyard gate.", 38)
    b = english("The restoration was the idea of Margaret Ellison, a retired physics teacher, who found the instrument under a tarpaulin in 2021. \"The mirror was black,\" she said. \"I thought at first that somebody had painted it.\"", 38)
    c = english("Volunteers took the mirror to a workshop in Leeds, where it was stripped and silvered again. The well-known instrument maker David Pryce rebuilt the drive without charge; the brass gears alone took him four months.", 38)
    d = english("Visitors are admitted in groups of twelve. Children go first, Ellison said, because they are the ones who gasp.", 38)
    lines = ["A3", ""] + a + b + ["", ""] + c[:2] + ["", "HARBOUR GAZETTE Monday, October 14, 2024", ""] + c[2:] + d + ["", "Carver Hill looks up again"]
    write("05-telescope.txt", lines)


def market():
    a = column("凌晨四點，果菜市場的燈已經全亮了。攤商林美惠把最後一籃高麗菜搬上貨車，今天她要送十二家餐廳，比去年同期少了三家。", 18)
    b = column("「颱風過後，菜價漲了兩成，餐廳先撐不住。」林美惠說，她的成本也漲，可是漲多少不敢全算在客人頭上。", 18)
    c = column("市場管理處處長葉國華表示，上週到貨量約一千二百公噸，比颱風前少三成，預計月底前可以恢復。管理處已經開放兩處冷藏庫，讓攤商免費存放七天。", 18)
    lines = ["颱風之後，菜市場的早晨", "", "記者 高明德", ""] + a + [""] + b[:2] + [""] + b[2:] + c
    write("06-vegetable-market.txt", lines)


def notice():
    a = column("市少年宫暑期活动7月8日开始，共设五个班，名额有限，先报先得。报名时请带学生证和一张照片。", 18)
    lines = ["市少年宫暑期活动安排", ""] + a + [
        "", "航模班    周一、周三    9:00    二楼201", "书法班    周二、周四    9:00    二楼203", "合唱班    周一至周五  14:00    三楼礼堂", "围棋班    周六          9:00    一楼105", "",
        "地址：东岸区江滨路18号", "电话：0512-5550 1234",
    ]
    write("07-summer-classes.txt", lines)


if __name__ == "__main__":
    os.makedirs(HERE, exist_ok=True)
    for make in (wharf, hydrology, bookshop, ferry, observatory, market, notice):
        make()
