#!/usr/bin/env bash
# The figures that README claims, measured here: identifiers judged in a second, fees reckoned, past payments read, pages against a
# floor in the same run, bytes of a first visit, uploads beside a bare PUT, and the desk with a million applications, whose growth it
# draws into tests/pictures/growth.svg. Everything runs on the loopback address and ends by itself, within half an hour on two cores.
# GANGWAY_BENCH_APPLICATIONS makes the desk smaller; then nothing is drawn. GANGWAY_BENCH_ONLY=desk (visits, upload) measures that alone.
. "$(dirname "${BASH_SOURCE[0]}")/env.sh"
scripts="$ROOT/server/scripts"

"$scripts/toolchain.sh" bench
. "$scripts/env.sh"
. "$scripts/postgres.sh"
cd "$ROOT"
"$scripts/site.sh" release
say "building in release mode"
# Everything at once, as the benches below ask for it: for a part of it the tree would be compiled once more, with fewer features.
benches=(fees intake screening pages visits upload desk)
cargo build --quiet --release --workspace --bins "${benches[@]/#/--bench=}"
gangway="$CARGO_TARGET_DIR/release/gangway"

wanted() { [ "${GANGWAY_BENCH_ONLY:-$1}" = "$1" ]; }

lines=$(mktemp)
trap 'rm -f "$lines"' EXIT
median() { sort -n | sed -n 3p; }
# seconds COMMAND…: of five runs the median, with the lines as input
seconds() {
  for _ in 1 2 3 4 5; do
    local begun=$EPOCHREALTIME
    "$@" <"$lines" >/dev/null
    local ended=$EPOCHREALTIME
    awk -v a="$begun" -v b="$ended" 'BEGIN { printf "%.3f\n", b - a }'
  done | median
}
judge() {
  # `yes` ends when nobody listens any more, and that is no failure.
  { yes "$2" || true; } | head -n 1000000 >"$lines"
  printf '  %-16s %s s (cat %s s)\n' "$1" "$(seconds "$gangway" validate "$1")" "$(seconds cat)"
}

if wanted rules; then
  say "a million lines of each kind of identifier (medians of five; the floor is cat)"
  judge cn-uscc 91440300708461136T
  judge cn-resident-id 11010519491231002X
  judge cnaps 308584000013
  judge iban GB82WEST12345698765432
  judge lei 5493001KJTIIGC8Y1R12
  judge us-ein 12-3456789
  judge us-aba 021000021
  judge luhn 4242424242424242
  judge gb-vat GB980780684
  judge de-vat DE136695976
  judge sg-uen 201912345D

  say "200 claims on a mix of 20 segments"
  cargo bench --quiet --workspace --bench fees

  say "a million past payments as CSV"
  cargo bench --quiet --workspace --bench intake
  cargo bench --quiet --workspace --bench screening
fi

start_postgres
trap 'rm -f "$lines"; stop_postgres' EXIT

if wanted pages; then
  say "pages a second on this machine"
  cargo bench --quiet --workspace --bench pages
fi

if wanted visits; then
  say "bytes of a first visit, as sent"
  cargo bench --quiet --workspace --bench visits
fi

if wanted upload; then
  say "files of 10 MB, eight at once"
  cargo bench --quiet --workspace --bench upload
fi

if wanted desk; then
  say "the desk with ${GANGWAY_BENCH_APPLICATIONS:-a million} applications"
  export GANGWAY_BENCH_LOG="$CLUSTER/log"
  if [ -z "${GANGWAY_BENCH_APPLICATIONS:-}" ]; then export GANGWAY_BENCH_CHART="$ROOT/tests/pictures/growth.svg"; fi
  cargo bench --quiet --workspace --bench desk
fi
