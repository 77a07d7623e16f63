# Sourced: one throw-away Postgres cluster for tests, on a free port, gone when the script ends. It trades safety
# for speed and lets in whoever is on this machine: never for data that matter. With POSTGRES_DURABLE it keeps what it
# acknowledged when it is killed.
# shellcheck shell=bash

# Runs a program of Postgres, which refuses root.
unprivileged() {
  if [ "$(id -u)" = 0 ]; then (cd "$CLUSTER" && runuser -u postgres -- "$@"); else "$@"; fi
}

# Starts the cluster, exports GANGWAY_TEST_DATABASE (its superuser's address) and stops it again at exit.
start_postgres() {
  local bin port settings="-c fsync=off -c full_page_writes=off -c synchronous_commit=off"
  if [ -n "${POSTGRES_DURABLE:-}" ]; then settings="-c fsync=on -c synchronous_commit=on"; fi
  bin=$(find /usr/lib/postgresql -maxdepth 2 -name bin 2>/dev/null | sort -V | tail -n 1)
  [ -x "$bin/initdb" ] || die "Postgres is missing; server/scripts/toolchain.sh test installs it"
  CLUSTER=$(mktemp -d "${TMPDIR:-/tmp}/gangway-test.XXXXXX")
  POSTGRES_BIN=$bin
  trap stop_postgres EXIT
  trap 'exit 130' INT TERM
  if [ "$(id -u)" = 0 ]; then chown postgres "$CLUSTER"; fi
  unprivileged "$bin/initdb" -D "$CLUSTER/data" -U postgres -E UTF8 --locale=C.UTF-8 --auth=trust --no-sync \
    >"$CLUSTER/initdb.log" 2>&1 || { cat "$CLUSTER/initdb.log" >&2; die "initdb failed"; }
  for _ in 1 2 3 4 5; do
    port=$((20000 + RANDOM % 20000))
    POSTGRES_OPTIONS="-p $port -h 127.0.0.1 -k $CLUSTER $settings -c max_connections=300 -c jit=off -c timezone=UTC"
    if unprivileged "$bin/pg_ctl" -D "$CLUSTER/data" -l "$CLUSTER/log" -s -w -t 60 start -o "$POSTGRES_OPTIONS" 2>/dev/null; then
      export GANGWAY_TEST_DATABASE="postgres://postgres@127.0.0.1:$port/postgres"
      return
    fi
  done
  tail -n 20 "$CLUSTER/log" >&2
  die "the tests' Postgres does not start"
}

stop_postgres() {
  unprivileged "$POSTGRES_BIN/pg_ctl" -D "$CLUSTER/data" -s -m immediate stop 2>/dev/null || true
  rm -rf "$CLUSTER"
}
