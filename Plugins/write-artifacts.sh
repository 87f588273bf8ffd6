#!/usr/bin/env bash
# Writes Plugins/Repair/ARTIFACTS.md from the golden cases: what extraction leaves, and what comes out.
#
#   Plugins/write-artifacts.sh
set -euo pipefail
cd "$(dirname "$0")/.."
page=Plugins/Repair/ARTIFACTS.md
short() { tr '\n' '⏎' <"$1" | sed 's/|/\\|/g; s/⏎*$//' | cut -c1-90; }
{
    echo "# Artifacts of the trade"
    echo
    echo "Made from the test cases of normalize and repair by \`Plugins/write-artifacts.sh\`; ⏎ is a line end, long texts are cut."
    for stage in normalize repair; do
        printf '\n## %s\n\n| case | what extraction leaves | what comes out |\n| --- | --- | --- |\n' "$stage"
        for folder in Tests/BuiltinStagesTests/Cases/"$stage"/*/; do
            printf '| %s | %s | %s |\n' "$(basename "$folder" | tr '-' ' ')" "$(short "$folder/input.txt")" "$(short "$folder/expected.txt")"
        done
    done
} >"$page"
