#!/usr/bin/env python3
"""Sets articles as newspaper pages with a browser, reads them back with the real tools, and aligns lines to gold.

  make-pages.py PARAGRAPHS OUTPUT --language zh|en [--count N] [--seed N] [--ocr]

PARAGRAPHS holds a sentence or paragraph a line. Each page becomes NAME.txt (what extraction left) with
NAME.blocks.json beside it (the form that blocks.py reads). Needs Debian's packages chromium, poppler-utils,
tesseract-ocr (with -chi-sim, -eng) and fonts-noto-cjk; English needs pyphen too. pdftotext runs in its default order and with -raw, in
turn; --ocr reads pictures of the pages with tesseract instead.
"""
import argparse, difflib, html, json, os, random, re, subprocess, sys, tempfile

SOFT = "\u00ad"


def squeeze(text):
    return re.sub(r"[\s\-\u00ad\u2010\u2011]+", "", text)


def paragraphs(path, chinese, rng):
    lines = [line.strip() for line in open(path, encoding="utf-8") if line.strip()]
    # Lines that are paragraphs stay so; sentences are put together.
    most = 1 if sum(len(re.findall("[。！？.!?]", line)) for line in lines) > 1.5 * len(lines) else 4
    result, parts, want = [], [], rng.randint(1, most)
    for line in lines:
        line = re.sub(r"\s+", "" if chinese else " ", line)
        if chinese:
            line = re.sub(r"[\uff10-\uff19\uff21-\uff3a\uff41-\uff5a]", lambda m: chr(ord(m[0]) - 0xFEE0), line)
        # A paragraph of a newspaper begins a sentence.
        if len(line) < (6 if chinese else 25) or not chinese and not (line[0].isupper() or line[0] in "\"\u201c"):
            continue
        parts.append(line)
        if len(parts) >= want and line[-1] in "。！？”.!?":
            text = ("" if chinese else " ").join(parts)
            if len(text) < (500 if chinese else 700):
                result.append(text)
            parts, want = [], rng.randint(1, most)
    return result


def clause(pool, chinese, low, high, rng):
    for _ in range(60):
        text = rng.choice(pool)
        if chinese:
            found = [c for c in re.split("[，。！？；：、“”（）《》…—]", text) if low <= len(c) <= high and not re.search(r"\d", c)]
            if found:
                return rng.choice(found)
        else:
            words = re.split(r"[.,;:()\"]", text)[0].split()
            size = rng.randint(low, high)
            if len(words) > size + 1:
                at = rng.randint(1, len(words) - size)
                phrase = words[at : at + size]
                if len(phrase[0]) > 3 and len(phrase[-1]) > 3:
                    return phrase[0].capitalize() + (" " if size > 1 else "") + " ".join(phrase[1:])
    return "新的一页" if chinese else "A new page"


def softened(text):
    """Soft hyphens where the dictionary of the language allows a break, as browsers and layout programs put them."""
    import pyphen

    words = pyphen.Pyphen(lang="en_US")
    return re.sub(r"[A-Za-z]{5,}", lambda m: words.inserted(m[0], SOFT), text)


def blocks(pool, chinese, rng):
    name = rng.choice(["周岚", "陈思远", "沈立", "梁玉珍"]) if chinese else rng.choice(["Anna Marlow", "Ruth Hale", "James Pryce"])
    start = rng.randint(0, len(pool) - 20)
    result = []
    if rng.random() < 0.4:
        result.append(("kicker", clause(pool, chinese, 5 if chinese else 2, 11 if chinese else 4, rng)))
    result.append(("headline", clause(pool, chinese, 7 if chinese else 4, 18 if chinese else 8, rng)))
    result.append(("byline", rng.choice([f"■ 记者 {name}", f"本报记者 {name}"]) if chinese else f"By {name}"))
    for index, text in enumerate(pool[start : start + rng.randint(6, 14)]):
        if index and rng.random() < 0.2:
            result.append(("subhead", clause(pool, chinese, 5 if chinese else 2, 10 if chinese else 4, rng)))
        if index and rng.random() < 0.16:
            said = clause(pool, chinese, 6 if chinese else 4, 14 if chinese else 8, rng)
            result.append(("caption", rng.choice([f"■ {said} 本报记者 {name} 摄", f"图为{said}。", f"图①：{said}。"]) if chinese else rng.choice([f"{said}. Photo: {name}", f"{said}. {name.upper()} / STAFF"])))
        result.append(("paragraph", text))
    return result


def page(chinese, body, head, rng):
    size = rng.choice([13, 14, 15, 16] if chinese else [11, 12, 13])
    columns = rng.choice([2, 3, 3, 4] if chinese else [2, 2, 3])
    serif = "'Noto Serif CJK SC','Noto Sans CJK SC',serif" if chinese else rng.choice(["'DejaVu Serif'", "'Liberation Serif'", "'Liberation Sans'"])
    # Newspapers tell a new paragraph by an indent, some by white space.
    spaced = not chinese and rng.random() < 0.25
    indent, margin = ("0", ".6em") if spaced else ("2em" if chinese else rng.choice(["1em", "1.2em", "1.5em"]), "0")
    parts = [f"<div class=head>{html.escape(head)}</div><div class=columns>"]
    # Without hyphens a narrow column is set ragged; justified it would fall apart.
    soft = not chinese and rng.random() < 0.85
    justify = "justify" if chinese or soft else "left"
    for kind, text in body:
        tag = {"headline": "h1", "kicker": "h3", "subhead": "h2", "caption": "figcaption", "byline": "address"}.get(kind, "p")
        shown = softened(text) if soft and kind == "paragraph" else text
        parts.append(f"<{tag}>{html.escape(shown)}</{tag}>")
    style = f"""
    @page {{ size: A4; margin: 14mm }} body {{ font: {size}px/1.5 {serif} }} .columns {{ columns: {columns}; column-gap: 8mm }}
    p {{ margin: 0 0 {margin}; text-indent: {indent}; text-align: {justify}; hyphens: manual }} h1 {{ font-size: 1.5em; margin: .3em 0 }} h2 {{ font-size: 1.1em; margin: .8em 0 .3em }}
    h3 {{ font-size: 1em; margin: 0 }} figcaption {{ font-size: .85em; margin: .7em 0; display: block }} address {{ font-style: normal; margin: .3em 0 }} .head {{ border-bottom: 1px solid; margin-bottom: 5mm }}"""
    lang = "zh-CN" if chinese else "en"
    return f"<!doctype html><html lang={lang}><meta charset=utf-8><style>{style}</style><body>{''.join(parts)}</div></body></html>"


def run(*command):
    subprocess.run(command, check=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, timeout=120)


def extract(source, folder, chinese, ocr, raw):
    page_file, pdf = os.path.join(folder, "page.html"), os.path.join(folder, "page.pdf")
    open(page_file, "w", encoding="utf-8").write(source)
    run("chromium", "--headless", "--no-sandbox", "--disable-gpu", "--no-pdf-header-footer", f"--print-to-pdf={pdf}", f"file://{page_file}")
    if not ocr:
        text = os.path.join(folder, "page.txt")
        run("pdftotext", *(["-raw"] if raw else []), pdf, text)
        return open(text, encoding="utf-8").read()
    run("pdftoppm", "-r", "200", "-gray", "-png", pdf, os.path.join(folder, "page"))
    result = []
    for image in sorted(name for name in os.listdir(folder) if name.endswith(".png")):
        out = os.path.join(folder, image[:-4])
        run("tesseract", os.path.join(folder, image), out, "-l", "chi_sim" if chinese else "eng")
        text = open(out + ".txt", encoding="utf-8").read()
        if chinese:
            # tesseract parts Chinese characters with spaces.
            text = re.sub(r"(?<=[\u3000-\u9fff\uff00-\uffef]) (?=[\u3000-\u9fff\uff00-\uffef])", "", text)
        result.append(text)
    return "".join(result)


def align(text, body, head):
    """Each line goes to the block from which most of its characters come."""
    gold = [("noise", head)] + body
    owner, flat = [], ""
    for index, (_, words) in enumerate(gold):
        words = squeeze(words)
        owner += [index] * len(words)
        flat += words
    # As blocks.py counts them: a form feed begins no line.
    lines = text.split("\n")
    starts, joined = [], ""
    for line in lines:
        starts.append(len(joined))
        joined += squeeze(line)
    mapped = [None] * len(joined)
    for a, b, size in difflib.SequenceMatcher(None, joined, flat, autojunk=False).get_matching_blocks():
        for k in range(size):
            mapped[a + k] = owner[b + k]
    found = {}
    for number, line in enumerate(lines, 1):
        here = [m for m in mapped[starts[number - 1] : starts[number - 1] + len(squeeze(line))] if m is not None]
        if here:
            found.setdefault(max(set(here), key=here.count), []).append(number)
    # Lines of which nothing comes from any block in its order: what stands out of its place.
    lost = sum(1 for line in lines if squeeze(line)) - sum(len(numbers) for numbers in found.values())
    if lost > 0.02 * len(lines):
        return [], 0
    rows = [{"kind": gold[i][0], "lines": found[i], "text": gold[i][1]} for i in sorted(found, key=lambda i: found[i][0])]
    whole = sum(len(squeeze(gold[i][1])) for i in found)
    return rows, whole / max(1, len(flat))


def out_of_order(rows):
    """Whether the lines of two paragraphs alternate, as where a reader goes across columns."""
    paragraphs = [row["lines"] for row in rows if row["kind"] == "paragraph"]
    return any(a[0] < b[0] < a[-1] for a in paragraphs for b in paragraphs)


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("paragraphs")
    parser.add_argument("output")
    parser.add_argument("--language", choices=["zh", "en"], default="zh")
    parser.add_argument("--count", type=int, default=20)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--ocr", action="store_true")
    options = parser.parse_args()
    for tool in ["chromium", "pdftotext"] + (["tesseract"] if options.ocr else []):
        if subprocess.run(["which", tool], stdout=subprocess.DEVNULL).returncode:
            sys.exit(f"{tool} is missing; install chromium poppler-utils tesseract-ocr tesseract-ocr-chi-sim fonts-noto-cjk")
    chinese = options.language == "zh"
    rng = random.Random(options.seed)
    pool = paragraphs(options.paragraphs, chinese, rng)
    os.makedirs(options.output, exist_ok=True)
    made = 0
    while made < options.count:
        body = blocks(pool, chinese, rng)
        head = rng.choice(["滨海时报 要闻A3", "江北日报 2024年6月3日 星期一 第5版"]) if chinese else rng.choice(["Evening Courier Page 7", "Harbour Gazette Monday, June 3, 2024"])
        with tempfile.TemporaryDirectory() as folder:
            text = extract(page(chinese, body, head, rng), folder, chinese, options.ocr, raw=made % 2 == 1)
        rows, share = align(text, body, head)
        # What the reader lost or took out of order is not for a line at a time to mend.
        if share < 0.97 or out_of_order(rows):
            continue
        name = f"{'ocr' if options.ocr else 'pdf'}-{options.language}-{made:03}"
        open(os.path.join(options.output, name + ".txt"), "w", encoding="utf-8").write(text)
        with open(os.path.join(options.output, name + ".blocks.json"), "w", encoding="utf-8") as file:
            json.dump({"file": name + ".txt", "blocks": rows}, file, ensure_ascii=False, indent=1)
        made += 1


main()
