#!/usr/bin/env python3
"""Counts the words of each block, for Linecaster.

Speaks linecaster.stage/1: one JSON object a line, a question on standard input and its answer on standard output.
What it writes to standard error goes to Linecaster's log.
"""

import json
import re
import sys

DESCRIPTION = {
    "protocol": "linecaster.stage/1",
    "name": "count_words",
    "version": "1.0",
    "summary": "Counts the characters and words of each block.",
    "requires": ["blocks"],
    "provides": ["word_counts"],
    "options": [
        {
            "key": "least",
            "type": "integer",
            "default": 1,
            "minimum": 1,
            "maximum": 10000,
            "summary": "Blocks with fewer words are left out.",
        },
    ],
    "examples": [
        {"title": "Counting changes no text", "input": "市图书馆延长开放时间。\n", "output": "市图书馆延长开放时间。"},
    ],
}

# A word is an ideograph, or a run of other letters and digits.
WORD = re.compile(r"[\u3400-\u9fff\U00020000-\U0003ffff]|[^\W_\u3400-\u9fff\U00020000-\U0003ffff]+(?:['’-][^\W_\u3400-\u9fff]+)*")


def count(article, options):
    counts = []
    for block in article["layers"].get("blocks", []):
        text = article["text"][block["start"]:block["end"]]
        words = len(WORD.findall(text))
        if words >= options["least"]:
            value = {"words": words, "characters": len(text)}
            counts.append({"start": block["start"], "end": block["end"], "value": value})
    return {"type": "changes", "id": article["id"], "layers": {"word_counts": counts}}


def main():
    configurations = {}
    for line in sys.stdin:
        message = json.loads(line)
        if message["type"] == "hello":
            answer = DESCRIPTION
        elif message["type"] == "configure":
            configurations[message["configuration"]] = message["options"]
            answer = {"type": "ready", "configuration": message["configuration"]}
        else:
            answer = count(message, configurations[message["configuration"]])
        sys.stdout.write(json.dumps(answer, ensure_ascii=False) + "\n")
        sys.stdout.flush()


if __name__ == "__main__":
    main()
