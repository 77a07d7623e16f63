#!/usr/bin/env bash
# Rewrites .sqlx/, the shapes of all queries as a migrated database describes them, so that a build needs none.
# With --check it only compares, and fails where they differ.
. "$(dirname "${BASH_SOURCE[0]}")/env.sh"
. "$(dirname "${BASH_SOURCE[0]}")/postgres.sh"
cd "$ROOT"

[ -n "${GANGWAY_TEST_DATABASE:-}" ] || start_postgres
name="prepare_$$"
server=${GANGWAY_TEST_DATABASE%/*}
fresh=$(mktemp -d)
query() { psql --no-psqlrc --quiet -v ON_ERROR_STOP=1 "$@"; }
finish() {
  query "$GANGWAY_TEST_DATABASE" -c "drop database if exists $name with (force)" >/dev/null 2>&1 || true
  rm -rf "$fresh"
  if [ -n "${CLUSTER:-}" ]; then stop_postgres; fi
}
trap finish EXIT

say "asking a migrated database for the shapes of all queries"
query "$GANGWAY_TEST_DATABASE" <<SQL
do \$\$ begin
  if not exists (select from pg_roles where rolname = 'gangway_owner') then create role gangway_owner login password 'owner'; end if;
  if not exists (select from pg_roles where rolname = 'gangway_app') then create role gangway_app login password 'app'; end if;
  if not exists (select from pg_roles where rolname = 'gangway_lookup') then create role gangway_lookup nologin; end if;
  grant gangway_lookup to gangway_owner;
end \$\$;
create database $name owner gangway_owner template template0 encoding 'UTF8' locale 'C.UTF-8';
SQL
owner="postgres://gangway_owner:owner@${server##*@}/$name"
for migration in migrations/*.sql; do
  query --single-transaction "$owner" -f "$migration" >/dev/null
done

# The macros write what they ask for; the mark makes them run though no source has changed.
SQLX_OFFLINE=false SQLX_OFFLINE_DIR="$fresh" DATABASE_URL="$owner" \
  cargo rustc --quiet -p store --lib -- --cfg "prepared=\"$name\"" --check-cfg 'cfg(prepared, values(any()))'

if [ "${1:-}" = --check ]; then
  diff -rq .sqlx "$fresh" >&2 || die ".sqlx is not what the database says; run server/scripts/prepare.sh and commit it"
else
  mkdir -p .sqlx
  rm -f .sqlx/query-*.json
  cp "$fresh"/query-*.json .sqlx/
  say "$(find .sqlx -name 'query-*.json' | wc -l) queries in .sqlx"
fi
