#!/usr/bin/env python3
"""Writes Plugins/Repair/ARTIFACTS.md from the golden cases: what extraction leaves, and what comes out."""
import os

ROOT = os.path.join(os.path.dirname(os.path.abspath(__file__)), "..")
CASES = os.path.join(ROOT, "Tests", "BuiltinStagesTests", "Cases")


def short(path):
    text = open(path, encoding="utf-8", errors="replace").read().rstrip("\n")
    text = text.replace("\r", "␍").replace("\n", "⏎").replace("|", "\\|").replace("\u00ad", "⸗")
    text = "".join(c if c.isprintable() else "�" for c in text)
    return text if len(text) <= 60 else text[:60] + "…"


lines = [
    "# Artifacts of the trade",
    "",
    "Made from the test cases of normalize and repair by `Plugins/write-artifacts.py`; ⏎ is a line end, ⸗ a soft hyphen, � an invisible character; long texts are cut.",
]
for stage in ["normalize", "repair"]:
    lines += ["", f"## {stage}", "", "| case | what extraction leaves | what comes out |", "| --- | --- | --- |"]
    for name in sorted(os.listdir(os.path.join(CASES, stage))):
        folder = os.path.join(CASES, stage, name)
        lines.append(f"| {name.replace('-', ' ')} | {short(os.path.join(folder, 'input.txt'))} | {short(os.path.join(folder, 'expected.txt'))} |")
with open(os.path.join(ROOT, "Plugins", "Repair", "ARTIFACTS.md"), "w", encoding="utf-8") as page:
    page.write("\n".join(lines) + "\n")
