#!/usr/bin/env python3
"""Kills a real daemon under load, again and again, and counts what became of every file.

  kills.py PROGRAM [--kills 2000] [--seed 1]

A producer moves files into the inbox all the while: new names, names that come again, folders. The daemon is killed
(SIGKILL) after a random time, started anew, and killed again; at the end one run finishes what is left. Then every file
must lie in the archive once, have one result with its own bytes' digest, and nothing else may stand in the outbox.
Exit code 1 when a file is lost, double, or partial.
"""
import argparse, collections, hashlib, json, os, random, shutil, signal, subprocess, sys, tempfile, time

parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
parser.add_argument('program'); parser.add_argument('--kills', type=int, default=2000); parser.add_argument('--seed', type=int, default=1)
args = parser.parse_args()
program = os.path.abspath(args.program)
rng = random.Random(args.seed)
root = tempfile.mkdtemp(prefix='linecaster-kills-')
for folder in ('inbox', 'outbox', 'making'): os.mkdir(f'{root}/{folder}')
open(f'{root}/linecaster.yaml', 'w').write(
    'inbox: inbox\noutbox: outbox\nstate: state\narchive: archive\nfailed: failed\n'
    'pipelines: pipelines\ndefault_pipeline: p\nwatch: {settle: 1ms}\n')
os.mkdir(f'{root}/pipelines')
open(f'{root}/pipelines/p.yaml', 'w').write('pipeline: p\nstages: [normalize, repair]\noutput: [json, text]\n')

dropped = {}
def drop(count):
    for _ in range(count):
        number = len(dropped)
        text = f'第{number}号稿件。市图书馆昨天起延长开放时间，每晚十点\n闭馆。' + '读者可以凭证入馆。' * rng.randrange(1, 200) + '\n'
        name = rng.choice([f'{number}.txt', f'{number}.txt', 'again.txt', f'more/{number}.txt', f'more/{number % 7}/again.txt'])
        os.makedirs(os.path.dirname(f'{root}/inbox/{name}') or root, exist_ok=True)
        made = f'{root}/making/{number}'
        open(made, 'w').write(text)
        # A name that still waits would be replaced by its producer; that is the producer's doing, not ours.
        if os.path.exists(f'{root}/inbox/{name}'): name = f'{number}.txt'
        os.rename(made, f'{root}/inbox/{name}')
        dropped[hashlib.sha256(text.encode()).hexdigest()] = name

def start(): return subprocess.Popen([program, 'run', '--config', 'linecaster.yaml'], cwd=root, stdout=subprocess.DEVNULL, stderr=open(f'{root}/log', 'a'))

def files(folder):
    for where, _, names in os.walk(f'{root}/{folder}'):
        for name in names: yield os.path.join(where, name)

partial = 0
seen = set()
def look():
    """Whatever stands in the outbox under a name that people see must be whole."""
    global partial
    for place in files('outbox'):
        if place in seen or os.path.basename(place).startswith('.'): continue
        seen.add(place)
        if place.endswith('.json'):
            try: json.load(open(place))
            except Exception as error: partial += 1; print('partial:', place, error)
        elif not open(place, 'rb').read().endswith(b'\n'): partial += 1; print('partial:', place)

begin = time.time()
for kill in range(args.kills):
    daemon = start()
    if len(list(files('inbox'))) < 60: drop(rng.randrange(1, 12))
    time.sleep(rng.choice([rng.uniform(0.02, 0.1), rng.uniform(0.05, 0.4)]))
    drop(rng.randrange(0, 4))
    daemon.send_signal(signal.SIGKILL); daemon.wait()
    if kill % 20 == 0: look()
    if kill % 200 == 199: print(f'{kill + 1} kills, {len(dropped)} files, {len(list(files("archive")))} done, {time.time() - begin:.0f} s', flush=True)

daemon = start()
deadline = time.time() + 300
while time.time() < deadline and (list(files('inbox')) or [f for f in files('state/active')]): time.sleep(0.1)
daemon.terminate(); daemon.wait()
look()

digests = collections.Counter(hashlib.sha256(open(f, 'rb').read()).hexdigest() for f in list(files('archive')))
failed = [f for f in files('failed')]
results = collections.Counter(json.load(open(f))['source']['sha256'] for f in files('outbox') if f.endswith('.json'))
texts = sum(not f.endswith('.json') for f in files('outbox'))
hidden = [f for f in files('outbox') if os.path.basename(f).startswith('.')]
lost = [d for d in dropped if digests[d] == 0]
double = [d for d in dropped if digests[d] > 1 or results[d] > 1]
without = [d for d in dropped if results[d] == 0]
strange = [d for d in list(digests) + list(results) if d not in dropped]
print(f'{args.kills} kills, {len(dropped)} files: {len(lost)} lost, {len(double)} double, {partial} partial, {len(without)} without result, '
      f'{len(failed)} failed, {len(strange)} strange, {texts} texts, {len(hidden)} left over in the outbox, in {time.time() - begin:.0f} s')
bad = lost or double or partial or without or failed or strange or texts != len(dropped) or hidden
if bad: print('folders kept in', root); sys.exit(1)
shutil.rmtree(root)
