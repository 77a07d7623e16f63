#!/usr/bin/env bash
# Everything that must hold: formatting, lints, the committed shapes of queries, unit, property, store, service and
# HTTP tests on a real Postgres, and journeys in a real Chromium. Installs what is missing.
. "$(dirname "${BASH_SOURCE[0]}")/env.sh"
scripts="$ROOT/server/scripts"
begun=$SECONDS

"$scripts/toolchain.sh" test
. "$scripts/env.sh"
. "$scripts/postgres.sh"
cd "$ROOT"
export CARGO_INCREMENTAL=${CARGO_INCREMENTAL:-0}

say "formatting"
cargo fmt --all --check
say "starting a Postgres for the tests"
start_postgres
say "the shapes of all queries"
"$scripts/prepare.sh" --check
say "lints"
cargo clippy --quiet --workspace --all-targets -- -D warnings
say "what the tree is made of"
cargo deny --log-level error check bans licenses sources
say "what the browser is sent"
"$scripts/site.sh" release
"$scripts/agree.sh"
"$scripts/corpora.sh"
export GANGWAY_CORPORA="$CACHE/corpora"
say "unit, property, store, service and HTTP tests"
# The tests start the program itself; built along with them it shares what it is made of.
cargo build --quiet --workspace --bins --tests
results="$CACHE/results"
rm -rf "$results" && mkdir -p "$results"
# What came of them is kept for `make report`, also where some failed; the browser is asked in any case.
outcome=0
cargo nextest run --workspace || outcome=$?
mv "$ROOT/target/nextest/default/results.xml" "$results/rust.xml"
say "journeys in a browser"
export GANGWAY_BINARY="$CARGO_TARGET_DIR/debug/gangway" GANGWAY_AGREE="$CARGO_TARGET_DIR/agree"
node --test --test-reporter=spec --test-reporter-destination=stdout \
  --test-reporter=junit --test-reporter-destination="$results/browser.xml" tests/browser/*.mjs || outcome=$?
[ "$outcome" = 0 ] || die "not all is well, after $((SECONDS - begun)) seconds"
say "all is well, after $((SECONDS - begun)) seconds"
