#!/usr/bin/env python3
"""Measures words and names beside peers, in the same run, on one core.

  words.py WORDS NAMES --lab LINECASTER_LAB --program LINECASTER [--names-folds 10] [--also CORPUS ...]

WORDS: sentences of words parted by spaces. NAMES: a character and its BIO tag a line, a blank line between sentences.
Peers are what of jieba, snownlp, thulac and spacy-pkuseg the running Python can import: python3 -m venv T && T/bin/pip install jieba.
Figures: F1 of words by the official count, F1 of names with just the right characters and kind, MB of UTF-8 a second (the best of three),
start (import, models and one sentence, a process of its own, the least of three), and the most memory of that process.
"""
import argparse, os, re, resource, subprocess, sys, tempfile, time

def words_of(path):
    return [line.split() for line in open(path, encoding='utf-8') if line.strip()]

def names_of(path):
    for block in open(path, encoding='utf-8').read().split('\n\n'):
        text, names, start = '', set(), None
        for line in block.split('\n') + ['  O']:
            cells = line.split()
            char, tag = (cells[0], cells[1]) if len(cells) > 1 else ('', 'O')
            if not tag.startswith('I-') and start:
                names.add((start[1], start[0], len(text))); start = None
            if tag.startswith('B-'): start = (len(text), tag[2:])
            text += char
        if text: yield text, names

def spans(words):
    offset, found = 0, []
    for word in words:
        found.append((offset, offset + len(word))); offset += len(word)
    return found

def f1(right, found, gold): return 2 * right / max(1, found + gold)

STARTS = {
    'jieba': 'import jieba; list(jieba.cut("今天开放"))',
    'jieba, no unknown words': 'import jieba; list(jieba.cut("今天开放", HMM=False))',
    'snownlp': 'from snownlp import SnowNLP; SnowNLP("今天开放").words',
    'thulac': 'import thulac; thulac.thulac(seg_only=True).cut("今天开放")',
    'pkuseg': 'import spacy_pkuseg; spacy_pkuseg.pkuseg().cut("今天开放")',
}

def cutters():
    try:
        import jieba; jieba.setLogLevel(60); jieba.initialize()
        yield 'jieba', lambda s: list(jieba.cut(s))
        yield 'jieba, no unknown words', lambda s: list(jieba.cut(s, HMM=False))
    except ImportError: pass
    try:
        import snownlp
        yield 'snownlp', lambda s: snownlp.SnowNLP(s).words
    except ImportError: pass
    try:
        import thulac
        cut = thulac.thulac(seg_only=True)
        yield 'thulac', lambda s: [w for w, _ in cut.cut(s)]
    except Exception: pass
    try:
        import spacy_pkuseg
        model = spacy_pkuseg.pkuseg()
        yield 'pkuseg', lambda s: model.cut(s)
    except Exception: pass

def jieba_names(sentences):
    try: import jieba.posseg as pos
    except ImportError: return None
    kinds, right, found, gold = {'nr': 'PER', 'ns': 'LOC', 'nt': 'ORG'}, 0, 0, 0
    for text, names in sentences:
        offset, got = 0, set()
        for pair in pos.cut(text):
            end = offset + len(pair.word)
            if pair.flag[:2] in kinds: got.add((kinds[pair.flag[:2]], offset, end))
            offset = end
        right += len(got & names); found += len(got); gold += len(names)
    return f1(right, found, gold)

def start(command):
    times, memory = [], 0
    for _ in range(3):
        begin = time.perf_counter()
        process = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        _, status, usage = os.wait4(process.pid, 0)
        times.append(time.perf_counter() - begin); memory = usage.ru_maxrss / 1024
        if status != 0: return None
    return min(times) * 1000, memory

def row(*cells): print('| ' + ' | '.join('' if c is None else f'{c:.3f}' if isinstance(c, float) and c < 1 else f'{c:.1f}' if isinstance(c, float) else str(c) for c in cells) + ' |', flush=True)

def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument('words'); parser.add_argument('names'); parser.add_argument('--lab', required=True); parser.add_argument('--program', required=True)
    parser.add_argument('--names-folds', default='10'); parser.add_argument('--also', action='append', default=[], help='a corpus of names that is learned from with each fold; may be given several times')
    options = parser.parse_args()
    gold = words_of(options.words); texts = [''.join(s) for s in gold]; size = sum(len(t.encode()) for t in texts) / 1e6
    print('| program | words, F1 | names, F1 | words, MB/s | words, thousands a second | start, ms | memory, MB |')
    print('| --- | --- | --- | --- | --- | --- | --- |')
    run = lambda *a: subprocess.run([options.lab, *a], capture_output=True, text=True, check=True).stdout
    folder = tempfile.mkdtemp(); file = os.path.join(folder, 'a.txt'); open(file, 'w', encoding='utf-8').write(texts[0] + '\n')
    names = float(re.search(r'^all:.*F1 ([0-9.]+)', run('names', 'evaluate', '--corpus', options.names, '--folds', options.names_folds, *(word for corpus in options.also for word in ('--also', corpus))), re.M).group(1))
    begun = start([options.program, 'process', file])
    for label, extra, score in (('linecaster, words', [], None), ('linecaster, words with names and dates whole', ['--names'], names)):
        out = run('words', 'evaluate', '--corpus', options.words, *extra)
        speed = float(re.search(r'([0-9.]+) MB/s', out).group(1)); count = sum(map(len, gold))
        row(label, float(re.search(r'F1 ([0-9.]+)', out).group(1)), score, speed, speed / size * count / 1000, *(begun or (None, None)))
    for label, cut in cutters():
        right = found = total = 0; best = float('inf')
        for attempt in range(3):
            begin = time.perf_counter(); results = [cut(t) for t in texts]; best = min(best, time.perf_counter() - begin)
            if best > 20: break
        for words, got in zip(gold, results):
            a, b = set(spans(words)), spans(got); right += sum(s in a for s in b); found += len(b); total += len(a)
        row(label, f1(right, found, total), jieba_names(names_of(options.names)) if label == 'jieba' else None, size / best, total / best / 1000, *(start([sys.executable, '-c', STARTS[label]]) or (None, None)))

main()
