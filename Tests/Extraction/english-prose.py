#!/usr/bin/env python3
"""Writes paragraphs of English prose, one a line, from the packages that the model of repair was learned from.

  english-prose.py ROOT OUTPUT

ROOT is where Debian's packages anarchism, debian-faq, debian-handbook, developers-reference and maint-guide were
unpacked (apt-get download PACKAGE; dpkg-deb -x FILE ROOT) or / where they are installed. Paragraphs of the first half
of each come first: the tools learn from the first half of their file and measure with the second.
"""
import glob, html, os, re, sys


def paragraphs(files):
    found, seen = [], set()
    for name in files:
        text = open(name, encoding="utf-8", errors="replace").read()
        text = re.sub(r"(?s)<(pre|script|style|table).*?</\1>", "", text)
        for match in re.finditer(r"(?si)<p\b[^>]*>(.*?)(?=</p>|<p\b|<h\d|<ul|<ol|<blockquote|</blockquote)", text):
            words = html.unescape(re.sub(r"<[^>]+>", "", match[1]))
            words = re.sub(r"\s+", " ", words).strip()
            if 60 <= len(words) <= 1500 and words not in seen and is_prose(words):
                seen.add(words)
                found.append(words)
    return found


def is_prose(words):
    """Whether words begin and end as sentences do, and are neither a bibliography nor code."""
    if words[-1] not in '.!?"”)' or "\ufffd" in words or not (words[0].isupper() or words[0] in '"“'):
        return False
    if len(re.findall(r", (18|19|20)\d\d\b", words)) > 1 or re.search(r"(Press|Books),? [A-Z]", words):
        return False
    return len(re.findall(r"https?:|/\w+/|\.\w+\(", words)) < 2


def main():
    root, output = sys.argv[1:3]
    pages = sorted(glob.glob(os.path.join(root, "usr/share/**/*.html"), recursive=True))
    essays = paragraphs(page for page in pages if "/anarchism/" in page)
    manuals = paragraphs(
        page
        for page in pages
        if "handbook" in page and "/en-US/" in page
        or re.search(r"/FAQ/[^/]*\.en\.html$", page)
        or "developers-reference" in page and not re.search(r"/(de|fr|it|ja|ru)/|\.(de|fr|it|ja|ru)\.html", page)
        or "maint-guide" in page and ".en.html" in page
    )
    halves = []
    for part in [slice(None, len(manuals) // 2), slice(len(manuals) // 2, None)]:
        own = slice(len(essays) // 2 if part.start else 0, len(essays) if part.start else len(essays) // 2)
        halves += essays[own][: 2 * len(manuals[part])] + manuals[part]
    with open(output, "w", encoding="utf-8") as file:
        file.write("\n".join(halves) + "\n")


main()
