#!/usr/bin/env bash
# Builds the Debian package: the program with the Swift runtime that it was built with, unit, users, folders, configuration,
# completion and man pages. Usage: build.sh OUTPUT-FOLDER
set -euo pipefail
cd "$(dirname "$0")/../.."
output=$(mkdir -p "$1" && cd "$1" && pwd)
swift=${SWIFT:-swift}
packaging=$PWD/Packaging

$swift build -c release --product linecaster
program=$($swift build -c release --product linecaster --show-bin-path)/linecaster
version=$("$program" --version)
architecture=$(dpkg --print-architecture)
# Readable man pages need a date; that of the last change gives the same package for the same sources.
date=$(git log -1 --format=%cs 2>/dev/null || date +%F)
root=$(mktemp -d)
trap 'rm -rf "$root"' EXIT
chmod 755 "$root"

# The program and its runtime, in a folder of their own, found beside the program.
library=$root/usr/lib/linecaster
install -d "$library" "$root/usr/bin"
install -m 755 "$program" "$library/linecaster"
runtime=$(ldd "$program" | awk '$3 ~ /\/swift\/linux\// {print $3}')
folder=$(dirname "$(echo "$runtime" | head -1)")
# What a library that brings stages may need besides.
for name in libswiftSwiftOnoneSupport.so libswiftRegexBuilder.so libswiftObservation.so; do
    [ -e "$folder/$name" ] && runtime="$runtime $folder/$name"
done
for file in $runtime; do install -m 644 "$file" "$library/"; done
strip --strip-debug "$library/linecaster"
strip --strip-unneeded "$library"/lib*.so
chrpath -r '$ORIGIN' "$library/linecaster" >/dev/null
ln -s ../lib/linecaster/linecaster "$root/usr/bin/linecaster"

# The unit. systemd of Debian 12 is older than notify-reload.
install -d "$root/usr/lib/systemd/system" "$root/usr/lib/sysusers.d" "$root/usr/lib/tmpfiles.d"
if [ "${NOTIFY_RELOAD:-no}" = yes ]; then
    cp "$packaging/systemd/linecaster.service" "$root/usr/lib/systemd/system/"
else
    sed -e '/^# systemd before 253/d' -e 's/^Type=notify-reload$/Type=notify\nExecReload=kill -HUP $MAINPID/' \
        "$packaging/systemd/linecaster.service" >"$root/usr/lib/systemd/system/linecaster.service"
fi
install -m 644 "$packaging/systemd/sysusers.conf" "$root/usr/lib/sysusers.d/linecaster.conf"
install -m 644 "$packaging/systemd/tmpfiles.conf" "$root/usr/lib/tmpfiles.d/linecaster.conf"

# Configuration.
install -d "$root/etc/linecaster/pipelines"
install -m 644 "$packaging/debian/linecaster.yaml" "$root/etc/linecaster/"
install -m 644 Pipelines/*.yaml "$root/etc/linecaster/pipelines/"

# Completion.
install -d "$root/usr/share/bash-completion/completions" "$root/usr/share/zsh/vendor-completions" "$root/usr/share/fish/vendor_completions.d"
"$program" --generate-completion-script bash >"$root/usr/share/bash-completion/completions/linecaster"
"$program" --generate-completion-script zsh >"$root/usr/share/zsh/vendor-completions/_linecaster"
"$program" --generate-completion-script fish >"$root/usr/share/fish/vendor_completions.d/linecaster.fish"

# Man pages: one a command, from the program's own help, and one for the service file.
install -d "$root/usr/share/man/man1" "$root/usr/share/man/man5"
$swift build --product generate-manual
manual=$($swift build --product generate-manual --show-bin-path)/generate-manual
"$manual" "$program" --multi-page --date "$date" --output-directory "$root/usr/share/man/man1" >/dev/null
# Pages of commands are named with a hyphen.
for page in "$root"/usr/share/man/man1/linecaster.*.*.1 "$root"/usr/share/man/man1/linecaster.*.1; do
    [ -e "$page" ] || continue
    name=$(basename "$page" .1)
    mv "$page" "$root/usr/share/man/man1/$(echo "$name" | tr . -).1"
done
sed -i -E ':a; s/^(\.(Xr|Dt) [A-Za-z-]+)\.([A-Za-z.-]+)/\1-\3/; ta' "$root"/usr/share/man/man1/*.1
sed "s/@DATE@/$(LC_ALL=C date -d "$date" '+%B %-d, %Y')/" "$packaging/man/linecaster.yaml.5" >"$root/usr/share/man/man5/linecaster.yaml.5"
gzip -9n "$root"/usr/share/man/man*/*

# Papers.
papers=$root/usr/share/doc/linecaster
install -d "$papers/examples"
install -m 644 "$packaging/debian/copyright" README.md "$papers/"
install -m 644 "$packaging/systemd/network.conf" Examples/service/linecaster.yaml "$papers/examples/"
printf 'linecaster (%s) unstable; urgency=medium\n\n  * See the log of the repository.\n\n -- Linecaster <linecaster@localhost>  %s\n' \
    "$version" "$(date -R -d "$date")" | gzip -9n >"$papers/changelog.gz"

# Control.
install -d "$root/DEBIAN"
size=$(du -sk --exclude=DEBIAN "$root" | cut -f1)
sed "s/@VERSION@/$version/; s/@ARCHITECTURE@/$architecture/; s/@SIZE@/$size/" "$packaging/debian/control" >"$root/DEBIAN/control"
(cd "$root" && find etc -type f | sort | sed 's,^,/,') >"$root/DEBIAN/conffiles"
(cd "$root" && find usr -type f | sort | xargs md5sum) >"$root/DEBIAN/md5sums"
for script in postinst prerm postrm; do install -m 755 "$packaging/debian/$script" "$root/DEBIAN/"; done
find "$root" -type d -exec chmod 755 {} +
package=$output/linecaster_${version}_$architecture.deb
dpkg-deb --root-owner-group -Zxz --build "$root" "$package" >/dev/null
echo "$package"
