#!/bin/sh
# Keeps an installation as this version leaves it: its demonstration, as a backup, with the keys of its rooms. Every
# later version has to go on from it (src/test/resources/dumps/README.md). Run it at each release, from its checkout:
#
#     tools/keep-version.sh 1.4.0
set -eu
[ $# -eq 1 ] || { echo "usage: tools/keep-version.sh VERSION" >&2; exit 2; }
command -v psql >/dev/null && command -v curl >/dev/null || { echo "psql and curl are needed" >&2; exit 2; }
cd "$(dirname "$0")/.."
target=$PWD/src/test/resources/dumps/$1
[ ! -e "$target" ] || { echo "$target is there already, and what was kept is never made anew" >&2; exit 1; }

home=$(mktemp -d)
chmod 711 "$home"
export PEERAGE_HOME="$home/home" PEERAGE_PORT="${PEERAGE_PORT:-8099}"
mkdir -m 711 "$PEERAGE_HOME"
./peerage run --demo >"$home/log" 2>&1 &
program=$!
trap 'kill "$program" 2>/dev/null || true; wait "$program" 2>/dev/null || true; rm -rf "$home"' EXIT
until curl -fs "http://localhost:$PEERAGE_PORT/demo" | grep -q 'Enter as Mara Lindqvist'; do
    kill -0 "$program" 2>/dev/null || { cat "$home/log" >&2; exit 1; }
    sleep 1
done
# What there is much of is thinned out: nothing is to be learned from the three-thousandth leader.
PGPASSWORD=$(cat "$PEERAGE_HOME/secrets/postgres") psql -q -v ON_ERROR_STOP=1 -h 127.0.0.1 \
    -p "$(cat "$PEERAGE_HOME/database.port")" -U postgres peerage <<'SQL'
begin;
delete from networks.profile p
where p.person_id is null and p.id not in (select id from networks.profile where person_id is null order by id limit 40)
  and not exists (select from groups.seat s where s.profile_id = p.id);
delete from ballots.box b where ctid not in (select ctid from ballots.box order by ctid limit 1);
update proposals.run set input = '{}';
commit;
SQL
./peerage backup "$home/kept"
mkdir -p "$target"
cp "$home"/kept/*.zip "$target/backup.zip"
cp -R "$PEERAGE_HOME/room-keys" "$target/room-keys"
chmod -R u=rwX,go=rX "$target"
du -sh "$target"
