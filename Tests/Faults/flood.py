#!/usr/bin/env python3
"""Drops many small files at once into a real daemon's inbox and measures order, time and memory.

  flood.py PROGRAM [--files 100000] [--pipeline minimal] [--bytes 60]

The files lie in one folder that is moved into the inbox in one step. At the end every file must lie in the archive and
have its result; they must have been claimed in the order of their times. Prints the daemon's peak of resident memory
(VmHWM), articles a second, and how long `process` takes for the same files without a daemon, for the ratio.
"""
import argparse, json, os, shutil, sqlite3, subprocess, sys, tempfile, time

parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
parser.add_argument('program'); parser.add_argument('--files', type=int, default=100_000)
parser.add_argument('--pipeline', default='minimal'); parser.add_argument('--bytes', type=int, default=60)
parser.add_argument('--workers', default='auto'); parser.add_argument('--compare', action='store_true', help='measure `process` too')
args = parser.parse_args()
program = os.path.abspath(args.program)
root = tempfile.mkdtemp(prefix='linecaster-flood-')
os.makedirs(f'{root}/inbox'); os.makedirs(f'{root}/made/flood')
sentence = '市图书馆昨天起延长开放时间，每晚十点闭馆，读者可以凭证入馆。'
for number in range(args.files):
    text = f'第{number}号稿件。' + sentence * max(1, args.bytes // len(sentence.encode())) + '\n'
    open(f'{root}/made/flood/{number:06}.txt', 'w').write(text)
open(f'{root}/linecaster.yaml', 'w').write(f'inbox: [{{path: inbox, pipeline: {args.pipeline}}}]\noutbox: outbox\nworkers: {args.workers}\nlimits: {{queue: 1000}}\nwatch: {{settle: 50ms}}\n')
alone = None
if args.compare:
    files = [f'{root}/made/flood/{n}' for n in sorted(os.listdir(f'{root}/made/flood'))]
    half = len(files) // 2
    begin = time.time()
    runs = [subprocess.Popen([program, 'process', '--pipeline', args.pipeline, '--output', f'{root}/alone'] + part, stderr=subprocess.DEVNULL)
            for part in (files[:half], files[half:])]
    for run in runs: run.wait()
    alone = time.time() - begin
    shutil.rmtree(f'{root}/alone')
log = open(f'{root}/log', 'w')
daemon = subprocess.Popen([program, 'run'], cwd=root, stdout=log, stderr=log)
while 'ready' not in open(f'{root}/log').read(): time.sleep(0.02)
begin = time.time()
os.rename(f'{root}/made/flood', f'{root}/inbox/flood')

def count():
    try: return len(os.listdir(f'{root}/archive/flood'))
    except FileNotFoundError: return 0
last = begin
while count() < args.files and daemon.poll() is None and time.time() - begin < 3600:
    time.sleep(0.2 if args.files > 5000 else 0.05)
    if time.time() - last > 30: last = time.time(); print(f'{count()} after {last - begin:.0f} s', flush=True)
took = time.time() - begin
peak = next(int(line.split()[1]) for line in open(f'/proc/{daemon.pid}/status') if line.startswith('VmHWM'))
daemon.terminate(); daemon.wait()
rows = sqlite3.connect(f'{root}/state/ledger.sqlite').execute("SELECT path, outcome FROM articles ORDER BY id").fetchall()
ordered = [path for path, _ in rows] == sorted(path for path, _ in rows)
results = sum(len(names) for _, _, names in os.walk(f'{root}/outbox'))
failed = sum(len(names) for _, _, names in os.walk(f'{root}/failed'))
print(f'{args.files} files of {args.bytes} bytes: {count()} done, {results} results, {failed} failed, order of arrival {"kept" if ordered else "NOT kept"}, '
      f'{took:.1f} s, {args.files / took:.0f} a second, peak of memory {peak / 1024:.0f} MB')
if alone: print(f'process alone, two at once: {alone:.1f} s, {args.files / alone:.0f} a second; the daemon does {alone / took * 100:.0f} % of that')
bad = count() != args.files or failed or not ordered
if bad: print('folders kept in', root); sys.exit(1)
shutil.rmtree(root)
