#!/usr/bin/env python3
"""The share of gold blocks that are made of just the lines that gold says, whatever OCR read in them.

  block-lines.py GOLD RESULTS

GOLD holds NAME.blocks.json beside NAME.txt, RESULTS holds NAME.json. A block counts when one block of the result has
its lines and no others; lines of noise are not counted.
"""
import json, os, sys


def spread(lines):
    return list(range(lines[0], lines[1] + 1)) if len(lines) == 2 and lines[1] >= lines[0] else lines


def main():
    gold_folder, result_folder = sys.argv[1:3]
    whole = blocks = 0
    for name in sorted(os.listdir(gold_folder)):
        if not name.endswith(".blocks.json"):
            continue
        gold = json.load(open(os.path.join(gold_folder, name), encoding="utf-8"))
        source = open(os.path.join(gold_folder, gold["file"]), encoding="utf-8").read().split("\n")
        result = json.load(open(os.path.join(result_folder, name.replace(".blocks.json", ".json")), encoding="utf-8"))
        wanted = [
            {line for line in spread(block["lines"]) if line <= len(source) and source[line - 1].strip()}
            for block in gold["blocks"]
            if block["kind"] != "noise"
        ]
        kept = set().union(*wanted)
        found = [set(range(block["lines"][0], block["lines"][-1] + 1)) & kept for block in result["blocks"]]
        blocks += len(wanted)
        whole += sum(lines in found for lines in wanted)
    print(f"blocks of the right lines {whole / max(1, blocks):.4f} ({blocks} blocks)")


main()
