#!/usr/bin/env bash
# Starts the daemon on a fresh inbox, drops the example articles in, shows what went in and what came out,
# and stops the daemon again.
#
#   Examples/demo.sh PROGRAM
set -euo pipefail
program=$(realpath "$1")
root=$(realpath "$(dirname "$0")/..")
demo="$root/demo"
rm -rf "$demo"
mkdir -p "$demo"
cd "$demo"

bold() { if [ -t 1 ]; then printf '\033[1m%s\033[0m\n' "$*"; else printf '%s\n' "$*"; fi; }

bold "Starting the daemon in demo/ (linecaster run)"
"$program" run >daemon.log 2>&1 &
daemon=$!
trap 'kill "$daemon" 2>/dev/null || true' EXIT
for _ in $(seq 300); do
    grep -q "ready:" daemon.log && break
    kill -0 "$daemon" 2>/dev/null || { cat daemon.log; exit 1; }
    sleep 0.1
done

bold "Dropping $(ls "$root"/Examples/articles/*.txt | wc -l) articles into demo/inbox"
for article in "$root"/Examples/articles/*.txt; do
    cp "$article" ".$(basename "$article")"
    mv ".$(basename "$article")" "inbox/$(basename "$article")"
done
count=$(ls "$root"/Examples/articles/*.txt | wc -l)
for _ in $(seq 600); do
    [ "$(find archive failed -name '*.txt' 2>/dev/null | wc -l)" -ge "$count" ] && break
    sleep 0.1
done

echo
bold "In: demo/archive/01-wharf-park.txt"
sed 's/^/  | /' archive/01-wharf-park.txt
echo
bold "Out: demo/outbox/01-wharf-park.md"
sed 's/^/  | /' outbox/01-wharf-park.md
echo
bold "All results"
ls outbox | sed 's/^/  demo\/outbox\//'
echo
"$program" status
kill "$daemon"
wait "$daemon" || true
trap - EXIT
echo
echo "The results lie in demo/outbox, the originals in demo/archive, the log in demo/daemon.log."
echo "Drop files of your own: cd demo && ../.build/debug/linecaster run"
if [ "$(find failed -name '*.txt' | wc -l)" -gt 0 ]; then
    echo "Some articles failed:" >&2
    "$program" failed >&2
    exit 1
fi
