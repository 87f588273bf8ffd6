#!/usr/bin/env bash
# Installs the package in a Debian 12 of its own, boots that in a container, and has it checked from inside: the unit under a
# real systemd, an article dropped by an ordinary user, reload, kill, watchdog, stop; then removal and purge.
# Usage: run.sh FOLDER-OF-THE-PACKAGE. Ends with 77 where it cannot run. Nothing of this machine is bound into the container.
set -euo pipefail
cd "$(dirname "$0")/../.."
cannot() { echo "Tests/Systemd/run.sh cannot run here: $1" >&2; exit 77; }
[ "$(id -u)" = 0 ] || cannot "it needs root"
for tool in debootstrap systemd-nspawn swiftc; do
    command -v $tool >/dev/null || cannot "there is no $tool; apt-get install debootstrap systemd-container"
done
package=$(ls -t "$1"/linecaster_*.deb | head -1)
base=${BASE:-.build/bookworm}
here=$PWD/Tests/Systemd

if [ ! -e "$base.complete" ]; then
    rm -rf "$base"
    debootstrap --variant=minbase --include=systemd,systemd-sysv,dbus,procps bookworm "$base" >"$base.log" 2>&1 || cannot "debootstrap failed; see $base.log"
    touch "$base.complete"
fi
work=$(mktemp -d /var/tmp/linecaster-systemd.XXXXXX)
trap 'rm -rf "$work"' EXIT
root=$work/root
cp -a "$base" "$root"

echo "== install"
cp "$package" "$root/tmp/linecaster.deb"
chroot "$root" sh -c 'apt-get update -qq && DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends /tmp/linecaster.deb' \
    >"$work/install.log" 2>&1 || { cat "$work/install.log"; exit 1; }
chroot "$root" useradd --create-home --groups linecaster alice

# A stage that never comes back, in a library.
release=$(readlink -f .build/release)
swiftc -emit-library -swift-version 6 -module-name Hang -I "$release/Modules" -o "$work/libHang.so" "$here/Hang.swift" \
    "$release/CKitNote.build/note.c.o"
install -D -m 644 "$work/libHang.so" "$root/usr/lib/linecaster/plugins/libHang.so"
cp Examples/articles/01-wharf-park.txt "$root/home/alice/article.txt"
install -m 755 "$here/checks.sh" "$root/usr/local/bin/checks"
install -m 644 "$here/checks.service" "$root/etc/systemd/system/checks.service"
ln -s ../checks.service "$root/etc/systemd/system/multi-user.target.wants/checks.service"
# A container has no such devices, and each would be waited for.
for unit in getty.target console-getty.service systemd-resolved.service; do ln -sf /dev/null "$root/etc/systemd/system/$unit"; done

echo "== boot"
timeout --kill-after=10 ${LIMIT:-300} systemd-nspawn --register=no --keep-unit -q --private-network -D "$root" --boot \
    </dev/null >"$work/boot.log" 2>&1 || true
if [ ! -s "$root/root/seen" ]; then
    tail -20 "$work/boot.log"
    cannot "the container did not boot"
fi
cat "$root/root/seen"
grep -q '^end$' "$root/root/seen" || { echo "FAIL the checks did not come to their end"; status=1; }

echo "== removal"
chroot "$root" dpkg --remove linecaster >/dev/null 2>&1
check() { if eval "$2"; then echo "ok   $1"; else echo "FAIL $1"; status=1; fi; }
check "removal keeps articles and configuration" '[ -e "$root/var/lib/linecaster/outbox/a.json" ] && [ -e "$root/etc/linecaster/linecaster.yaml" ]'
check "removal takes the program away" '[ ! -e "$root/usr/bin/linecaster" ] && [ ! -e "$root/usr/lib/systemd/system/linecaster.service" ]'
rm -rf "$root/usr/lib/linecaster/plugins"
DEBIAN_FRONTEND=noninteractive chroot "$root" dpkg --purge linecaster >/dev/null 2>&1 </dev/null
check "purge keeps articles" '[ -e "$root/var/lib/linecaster/outbox/a.json" ]'
check "purge takes configuration and state away" '[ ! -e "$root/etc/linecaster" ] && [ ! -e "$root/var/lib/linecaster/state/ledger.sqlite" ]'
left=$(find "$root/usr" "$root/etc" "$root/run" -name '*linecaster*')
check "nothing else is left: ${left:-nothing}" '[ -z "$left" ]'
if grep -q '^FAIL' "$root/root/seen"; then status=1; fi
exit ${status:-0}
