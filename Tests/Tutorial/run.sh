#!/usr/bin/env bash
# Runs the commands of the tutorial in order, as they stand, and sees that they end with a plugin's output in the outbox.
# WORK: the folder in which the plugin is made; one of its own when it is not set.
set -euo pipefail
cd "$(dirname "$0")/../.."
root=$PWD
page=$root/Sources/LinecasterKit/LinecasterKit.docc/WritingALibrary.md
export WORK=${WORK:-$(mktemp -d)}
trap 'rm -rf "$WORK"' EXIT

# The tutorial's blocks of one language.
blocks() { awk -v fence="\`\`\`$1" '$0 == fence {inside = 1; next} $0 == "```" {inside = 0} inside' "$page"; }

# What stands for the reader's editor.
mkdir -p "$WORK/tools"
{ echo '#!/bin/sh'; echo "cat <<'SNIPPETS'"; blocks swift; echo SNIPPETS; } > "$WORK/tools/linecaster-snippets"
chmod +x "$WORK/tools/linecaster-snippets"
export PATH=$WORK/tools:$PATH

blocks sh > "$WORK/commands.sh"
(set -x; bash -euo pipefail "$WORK/commands.sh")

result=$WORK/paragraph_lengths/outbox/pier.json
grep -q '"paragraph_lengths": \[' "$result"
grep -q '{"characters":22}' "$result"
echo "the tutorial holds: $(grep -c . "$WORK/commands.sh") lines of commands, and the plugin's layer is in the outbox"
