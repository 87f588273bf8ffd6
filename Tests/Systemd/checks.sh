#!/bin/bash
# What the unit does under a real systemd, from inside the container; one line a check in /root/seen.
exec >/root/seen 2>&1
data=/var/lib/linecaster
pipelines=/etc/linecaster/pipelines
service=/etc/linecaster/linecaster.yaml

ok() { echo "ok   $1"; }
bad() { echo "FAIL $1"; systemctl status linecaster --no-pager -n 8 | sed 's/^/     /'; }
# Waits until a condition holds, half a minute at most.
wait_for() {
    for _ in $(seq 150); do
        if eval "$1" >/dev/null 2>&1; then return 0; fi
        sleep 0.2
    done
    return 1
}
check() { if wait_for "$2"; then ok "$1"; else bad "$1"; fi; }
show() { systemctl show linecaster --property="$1" --value; }
said() { journalctl --unit linecaster --no-pager --output cat --since "@$since" | grep -qF -- "$1"; }
now() { since=$(date +%s.%N); }
drop() { runuser -u alice -- sh -c "(echo '$2'; cat /home/alice/article.txt) >/home/alice/new && mv /home/alice/new $data/inbox/$1"; }
ask() {
    runuser -u alice -- perl -MIO::Socket::UNIX -e '
        my $s = IO::Socket::UNIX->new(Peer => "/run/linecaster/status.sock") or exit 1;
        print $s "GET $ARGV[0] HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n"; print while <$s>;' "$1"
}

now
check "the unit starts and is ready" '[ "$(systemctl is-active linecaster)" = active ]'
check "it tells its status" 'show StatusText | grep -q "0 waiting, 0 in work"'
check "the unit passes systemd-analyze verify" '[ -z "$(systemd-analyze verify --man=no /usr/lib/systemd/system/linecaster.service 2>&1)" ]'
check "exposure is at most 1.5" 'systemd-analyze security --no-pager --threshold=15 linecaster.service'
systemd-analyze security --no-pager linecaster.service | sed -n 's/^→ /     /p'

drop a.txt a
check "an article that a user of the group dropped comes out" '[ -e $data/outbox/a.json ]'
check "the user can read it" 'runuser -u alice -- grep -q linecaster.article/1 $data/outbox/a.json'
check "others cannot" '! runuser -u nobody -- cat $data/outbox/a.json'
runuser -u alice -- sh -c "umask 077; mkdir $data/inbox/english; cp /home/alice/article.txt $data/inbox/english/sub.txt; chmod g+r $data/inbox/english/sub.txt"
check "so does one in a folder that the user made" 'ls $data/outbox/english/sub*.json'
check "the journal has the article's fields" 'journalctl --output json LINECASTER_FILE=a.txt | grep -q "\"LINECASTER_DURATION_MS\""'
check "status is served to the group" 'ask /api/v1/status | grep -q "\"done\":2"'
check "metrics are served to the group" 'ask /metrics | grep -q "^linecaster_articles_total{pipeline=\"newspaper\",outcome=\"done\"} 1"'
check "status as a command" 'linecaster status --config $service | grep -q "done      2"'

now
cp $pipelines/newspaper.yaml /root/newspaper.yaml
sed -i 's/^output:.*/output: [text]/' $pipelines/newspaper.yaml
grep -q '^output: \[text\]' $pipelines/newspaper.yaml || echo 'output: [text]' >>$pipelines/newspaper.yaml
systemctl reload linecaster
check "a good configuration is reloaded" 'said "reloaded: "'
drop b.txt b
check "and used" '[ -e $data/outbox/b.txt ] && [ ! -e $data/outbox/b.json ]'
now
sed -i 's/normalize/normalise/' $pipelines/newspaper.yaml
systemctl reload linecaster
check "a bad one is not, and the log says where it is wrong" 'said "newspaper.yaml:" && said "did you mean '"'normalize'"'?" && said "not reloaded"'
drop c.txt c
check "the pipelines of before stay" '[ -e $data/outbox/c.txt ]'
cp /root/newspaper.yaml $pipelines/newspaper.yaml
systemctl reload linecaster
check "it is active still" '[ "$(systemctl is-active linecaster)" = active ] && [ "$(show NRestarts)" = 0 ]'

for number in $(seq 100); do drop k$number.txt $number; done
kill -9 "$(show MainPID)"
check "killed, it is restarted" '[ "$(show NRestarts)" = 1 ] && [ "$(systemctl is-active linecaster)" = active ]'
check "and nothing is lost" '[ "$(ls $data/outbox/k*.json | wc -l)" = 100 ] && [ "$(ls $data/archive/k*.txt | wc -l)" = 100 ] && [ -z "$(ls -A $data/inbox/*.txt)" ]'

now
cp $service /root/service.yaml
echo 'wtch: {}' >>$service
systemctl restart linecaster
check "a wrong service file ends it with 78" '[ "$(show ExecMainStatus)" = 78 ] && [ "$(systemctl is-active linecaster)" = failed ] && said "unknown key"'
sleep 5
if [ "$(systemctl is-active linecaster)" = failed ] && [ "$(show NRestarts)" = 0 ]; then ok "and no restart is tried"; else bad "and no restart is tried"; fi
cp /root/service.yaml $service

now
mkdir -p /etc/systemd/system/linecaster.service.d
printf '[Service]\nWatchdogSec=4s\n' >/etc/systemd/system/linecaster.service.d/watchdog.conf
printf 'pipeline: hang\nplugins: [/usr/lib/linecaster/plugins/libHang.so]\nstages: [{hang: {}, timeout: 1s}]\noutput: [text]\n' >$pipelines/hang.yaml
systemctl daemon-reload
systemctl restart linecaster
runuser -u alice -- sh -c "mkdir $data/inbox/hang; cp /home/alice/article.txt $data/inbox/hang/h.txt"
check "a stage that hangs for good stops it by the watchdog" 'journalctl --unit linecaster --no-pager --since "@$since" | grep -q "Watchdog timeout"'
check "it is restarted" '[ "$(show NRestarts)" -ge 1 ] && [ "$(systemctl is-active linecaster)" = active ]'
check "the article is set aside, with its reason" '[ -e $data/failed/hang/h.txt ] && grep -q "took longer" $data/failed/hang/h.txt.error.json'
drop d.txt d
check "and others go on" '[ -e $data/outbox/d.json ]'

now
systemctl stop linecaster
check "it stops cleanly" '[ "$(show Result)" = success ] && [ "$(show ExecMainStatus)" = 0 ] && said stopped'
check "and takes its socket away" '[ ! -e /run/linecaster/status.sock ]'
# Only what the package brought is its own.
rm -r $pipelines/hang.yaml /etc/systemd/system/linecaster.service.d
echo end
