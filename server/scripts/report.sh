#!/usr/bin/env bash
# Prints each check of tests/checks.txt with its tests and what came of them in the last `make test` on this machine.
. "$(dirname "${BASH_SOURCE[0]}")/env.sh"
exec node "$ROOT/tests/report.mjs" "$CACHE/results/rust.xml" "$CACHE/results/browser.xml"
