#!/usr/bin/env bash
# Formatting and lints; warnings are errors.
. "$(dirname "${BASH_SOURCE[0]}")/env.sh"
cd "$ROOT"

say "formatting"
cargo fmt --all --check
say "lints"
cargo clippy --quiet --workspace --all-targets -- -D warnings
