#!/usr/bin/env bash
# The figures that README claims, measured here: identifiers judged in a second, fees reckoned, past payments read, pages against a floor
# in the same run, bytes of a first visit. Everything runs on the loopback address and ends by itself, within some minutes.
. "$(dirname "${BASH_SOURCE[0]}")/env.sh"
scripts="$ROOT/server/scripts"

"$scripts/toolchain.sh" bench
. "$scripts/env.sh"
. "$scripts/postgres.sh"
cd "$ROOT"
"$scripts/site.sh" release
say "building in release mode"
cargo build --quiet --release -p server
gangway="$CARGO_TARGET_DIR/release/gangway"

say "a million lines of each kind of identifier (medians of five; the floor is cat)"
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
cargo bench --quiet -p domain --bench fees

say "a million past payments as CSV"
cargo bench --quiet -p domain --features data --bench intake
cargo bench --quiet -p domain --features screening --bench screening

say "pages a second on this machine"
start_postgres
trap 'rm -f "$lines"; stop_postgres' EXIT
cargo bench --quiet -p tests --bench pages

say "the desk with a million applications"
export GANGWAY_BENCH_LOG="$CLUSTER/log" GANGWAY_BENCH_CHART="$ROOT/tests/pictures/growth.svg"
cargo bench --quiet -p tests --bench desk

say "what a first visit loads at most, packed: with the islands, and with what reckons fees alone"
bytes() { find "$GANGWAY_SITE" -name '*.br' -not -name "$1" -printf '%s\n' | awk '{ all += $1 } END { printf "  %d bytes of files, and the page itself\n", all }'; }
bytes 'live*'
bytes 'app*'
