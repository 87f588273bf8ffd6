#!/usr/bin/env python3
"""Summaries by other programs, for `linecaster-lab summaries FOLDER --candidates PROGRAM=OUT/PROGRAM`.

  summaries.py BODIES OUT [--sentences 3]

BODIES: NAME.txt, a paragraph a line, as `linecaster-lab summaries FOLDER --bodies BODIES` writes them.
OUT/PROGRAM/NAME.txt: what each of sumy, snownlp, textrank4zh, summa makes of it, of those that the running Python can
import: python3 -m venv T && T/bin/pip install sumy snownlp textrank4zh summa jieba lxml_html_clean. Each is called as its README says;
sumy's English tokenizer needs a data file from elsewhere, and gets sentences by their closing punctuation in its place.
Programs for one language leave the articles of the other out; `lead` stands in for them then, so that sums stay comparable.
"""
import argparse, os, re, sys

def is_chinese(text): return sum('\u4e00' <= c <= '\u9fff' for c in text) > len(text) / 3

def split_sentences(text):
    pattern = r'[^。！？!?\n]+[。！？!?]*[”’」』）]*' if is_chinese(text) else r'[^\n]+?(?:[.!?]["”’)]*(?=\s|$)|$)'
    return [s.strip() for s in re.findall(pattern, text) if s.strip()]

def lead(text, count): return split_sentences(text)[:count]

class Tokenizer:
    """Sentences and words of English for sumy."""
    def to_sentences(self, text): return tuple(split_sentences(text))
    def to_words(self, text): return tuple(re.findall(r"[A-Za-z0-9']+", text.lower()))

def programs():
    try:
        import jieba; jieba.setLogLevel(60)
        from sumy.parsers.plaintext import PlaintextParser
        from sumy.nlp.tokenizers import Tokenizer as Own
        from sumy.summarizers import lex_rank, lsa, text_rank, luhn, kl
        for name, kind in [('sumy-lexrank', lex_rank.LexRankSummarizer), ('sumy-lsa', lsa.LsaSummarizer),
                           ('sumy-textrank', text_rank.TextRankSummarizer), ('sumy-luhn', luhn.LuhnSummarizer),
                           ('sumy-kl', kl.KLSummarizer)]:
            def run(text, count, kind=kind):
                parser = PlaintextParser.from_string(text, Own('chinese') if is_chinese(text) else Tokenizer())
                return [str(s) for s in kind()(parser.document, count)]
            yield name, run
    except ImportError as error: print('no sumy:', error, file=sys.stderr)
    try:
        from snownlp import SnowNLP
        yield 'snownlp', lambda text, count: SnowNLP(text).summary(count) if is_chinese(text) else lead(text, count)
    except ImportError as error: print('no snownlp:', error, file=sys.stderr)
    try:
        import networkx
        # textrank4zh asks for a function that networkx 3 has renamed.
        if not hasattr(networkx, 'from_numpy_matrix'): networkx.from_numpy_matrix = networkx.from_numpy_array
        from textrank4zh import TextRank4Sentence
        def rank(text, count):
            if not is_chinese(text): return lead(text, count)
            reader = TextRank4Sentence(); reader.analyze(text=text, lower=True, source='all_filters')
            best = sorted(reader.get_key_sentences(num=count), key=lambda item: item.index)
            return [item.sentence + '。' for item in best]
        yield 'textrank4zh', rank
    except ImportError as error: print('no textrank4zh:', error, file=sys.stderr)
    try:
        from summa import summarizer
        def run(text, count):
            if is_chinese(text): return lead(text, count)
            sentences = max(1, len(split_sentences(text)))
            return summarizer.summarize(text, ratio=min(1, count / sentences)).split('\n')[:count]
        yield 'summa', run
    except ImportError as error: print('no summa:', error, file=sys.stderr)

parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
parser.add_argument('bodies'); parser.add_argument('out'); parser.add_argument('--sentences', type=int, default=3)
args = parser.parse_args()
names = sorted(n for n in os.listdir(args.bodies) if n.endswith('.txt'))
for program, run in programs():
    os.makedirs(f'{args.out}/{program}', exist_ok=True)
    for name in names:
        text = open(f'{args.bodies}/{name}', encoding='utf-8').read()
        try: sentences = run(text, args.sentences)
        except Exception as error: print(program, name, repr(error), file=sys.stderr); sentences = lead(text, args.sentences)
        open(f'{args.out}/{program}/{name}', 'w', encoding='utf-8').write(('' if is_chinese(text) else ' ').join(sentences))
    print(program, len(names))
