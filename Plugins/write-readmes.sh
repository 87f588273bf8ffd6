#!/usr/bin/env bash
# Writes the generated part of each stage's README anew; what stands from "## How it works" on is kept.
#
#   Plugins/write-readmes.sh PROGRAM
set -euo pipefail
program=$(realpath "$1")
cd "$(dirname "$0")"
for folder in */; do
    name=$(basename "$folder")
    kept=$(sed -n '/^## How it works/,$p' "$folder/README.md" 2>/dev/null || true)
    { "$program" stages "$(echo "$name" | tr '[:upper:]' '[:lower:]')"; printf '%s\n' "$kept"; } >"$folder/README.new"
    mv "$folder/README.new" "$folder/README.md"
done
