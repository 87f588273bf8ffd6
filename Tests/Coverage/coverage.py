#!/usr/bin/env python3
"""Counts which words of lists the extract stage knows: occupations, verbs of speech, organizations.

Each word of a list is put into a short article of its own, and the result is looked through for what it should give.
Usage: Tests/Coverage/coverage.py .build/release/linecaster [--wrong]
"""
import json
import pathlib
import subprocess
import sys
import tempfile

LISTS = pathlib.Path(__file__).parent / "lists"


def has_role(result, name, word):
    people = [p for p in result["people"] if p["name"] == name]
    return any(word.lower() in role.lower() for p in people for role in p["roles"])


def says(kind):
    return lambda result, name, word: any(q["kind"] == kind and q.get("speaker") == name for q in result["quotes"])


def is_organization(prefix):
    return lambda result, name, word: any(e["kind"] == "organization" and e["text"] == prefix + word for e in result["entities"])


def article(word):
    return "an" if word[0].lower() in "aeiou" else "a"


ZH, HANT, EN = "周小芸", "陳美玲", "Jane Ashby"
CASES = [
    ("occupations-zh", "before a name", ZH, "市里通报一起救人事件\n\n昨天下午，{w}{n}来到现场，很快离开。\n", has_role),
    ("occupations-en", "at the head of a sentence", EN, "Flood closes the bridge\n\nThe river rose. {W} {n} said it came up fast.\n", has_role),
    ("occupations-en", "behind a name", EN, "Flood closes the bridge\n\nThe river rose. {n}, {a} {w} from Marlow, said it came up fast.\n", has_role),
    ("occupations-en", "before a name", EN, "Flood closes the bridge\n\nThe river rose. On the bank stood local {w} {n}, who saw it.\n", has_role),
    ("verbs-zh-hans", "reported", ZH, "镇里要修桥\n\n本报讯 {n}是青河镇镇长。\n\n{n}{w}，修桥的事明年就能办成。\n", says("reported")),
    ("verbs-zh-hans", "behind a quotation", ZH, "镇里要修桥\n\n本报讯 {n}是青河镇镇长。\n\n“修桥的事明年就能办成。”{n}{w}。\n", says("direct")),
    ("verbs-zh-hant", "reported", HANT, "鎮裡要修橋\n\n【本報訊】{n}是青河鎮鎮長。\n\n{n}{w}，修橋的事明年就能辦成。\n", says("reported")),
    ("verbs-zh-hant", "behind a quotation", HANT, "鎮裡要修橋\n\n【本報訊】{n}是青河鎮鎮長。\n\n「修橋的事明年就能辦成。」{n}{w}。\n", says("direct")),
    ("verbs-en", "with that", EN, "Flood closes the bridge\n\nThe mayor is {n}.\n\n{n} {w} that the bridge would be closed.\n", says("reported")),
    ("verbs-en", "beside a quotation", EN, 'Flood closes the bridge\n\nThe mayor is {n}.\n\n"The bridge will be closed," {n} {w}.\n', says("direct")),
    ("organizations-zh", "with the division", "", "市里部署防汛\n\n本报讯 昨天上午，青河市{w}发布通报，要求各方做好准备。\n", is_organization("青河市")),
    ("organizations-zh", "without it", "", "市里部署防汛\n\n本报讯 昨天上午，记者从青河{w}了解到，新的安排下周公布。\n", is_organization("青河")),
    ("organizations-en", "that speak", "", "Flood closes the bridge\n\nThe river rose. The {w} said the bridge would be closed.\n", is_organization("")),
    ("organizations-en", "elsewhere", "", "Flood closes the bridge\n\nThe river rose. Jane Ashby works for the {w} and lives nearby.\n", is_organization("")),
]


def main():
    program, shows_wrong = sys.argv[1], "--wrong" in sys.argv
    print("| list | where | known |\n| --- | --- | --- |")
    for list_name, where, name, text, is_right in CASES:
        words = (LISTS / (list_name + ".txt")).read_text().split("\n")[:-1]
        with tempfile.TemporaryDirectory() as folder:
            for index, word in enumerate(words):
                filled = text.format(w=word, W=word[0].upper() + word[1:], n=name, a=article(word))
                pathlib.Path(folder, f"{index:04}.txt").write_text(filled)
            files = sorted(str(p) for p in pathlib.Path(folder).glob("*.txt"))
            command = [program, "process", *files, "--output", folder, "--date", "2026-11-20"]
            subprocess.run(command, check=True, stdout=subprocess.DEVNULL)
            results = [json.loads(pathlib.Path(folder, f"{index:04}.json").read_text()) for index in range(len(words))]
        wrong = [word for word, result in zip(words, results) if not is_right(result, name, word)]
        print(f"| {list_name} | {where} | {len(words) - len(wrong)} of {len(words)} |")
        if shows_wrong:
            print("  missed: " + "; ".join(wrong))


main()
