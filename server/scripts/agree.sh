#!/usr/bin/env bash
# The fee engine for the browser's tests, compiled as the islands are: $CARGO_TARGET_DIR/agree/agree.js and its
# WebAssembly.
. "$(dirname "${BASH_SOURCE[0]}")/env.sh"

WASM=wasm32-unknown-unknown
OUT="$CARGO_TARGET_DIR/agree"

say "compiling the fee engine for the browser"
cargo build --quiet --manifest-path "$ROOT/Cargo.toml" -p agree --lib --target $WASM --profile wasm-release
wasm-bindgen --target no-modules --no-typescript --out-dir "$OUT" --out-name agree \
  "$CARGO_TARGET_DIR/$WASM/wasm-release/agree.wasm"
