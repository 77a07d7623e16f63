#!/usr/bin/env bash
# A Rust that builds for the server and for the browser, and the tools that turn wasm into a page.
# With rustup's servers in reach it is `rustup target add`; without, the distribution's compiler with a
# standard library for the browser built from its own source.
. "$(dirname "${BASH_SOURCE[0]}")/env.sh"

NEEDED=1.96
WASM=wasm32-unknown-unknown

newer() { [ "$(printf '%s\n%s\n' "$NEEDED" "$1" | sort -V | head -n 1)" = "$NEEDED" ]; }
rust_version() { rustc --version 2>/dev/null | awk '{print $2}' | cut -d- -f1 | cut -d+ -f1; }
builds_wasm() { ls "$(rustc --print sysroot 2>/dev/null)/lib/rustlib/$WASM/lib"/libcore-*.rlib >/dev/null 2>&1; }

packages() {
  local missing=()
  for package in "$@"; do
    dpkg-query -W -f='${Status}' "$package" 2>/dev/null | grep -q 'ok installed' || missing+=("$package")
  done
  [ ${#missing[@]} -eq 0 ] && return
  say "installing from the distribution: ${missing[*]}"
  [ -n "${GANGWAY_APT_FRESH:-}" ] || as_root apt-get update -qq
  export GANGWAY_APT_FRESH=1
  # The package must not start a cluster of its own: Gangway runs a private one.
  as_root mkdir -p /etc/postgresql-common
  [ -f /etc/postgresql-common/createcluster.conf ] ||
    printf 'create_main_cluster = false\n' | as_root tee /etc/postgresql-common/createcluster.conf >/dev/null
  as_root env DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends "${missing[@]}" >"$CACHE/apt.log" 2>&1 ||
    { tail -n 20 "$CACHE/apt.log" >&2; die "apt-get install failed"; }
}

debian_rust() {
  packages rustc-web cargo-web rust-web-src rust-web-llvm lld-22 rust-web-clippy rustfmt-web
  if command -v rustup >/dev/null 2>&1; then
    rustup toolchain link debian /usr >/dev/null 2>&1 || true
    echo debian >"$CACHE/stamps/toolchain"
    export RUSTUP_TOOLCHAIN=debian
  fi
  builds_wasm && return
  say "building the standard library for the browser (under a minute)"
  local seed="$CACHE/std-seed"
  rm -rf "$seed" && mkdir -p "$seed/src"
  printf '[package]\nname = "seed"\nversion = "0.0.0"\nedition = "2021"\n' >"$seed/Cargo.toml"
  : >"$seed/src/lib.rs"
  (cd "$seed" && RUSTC_BOOTSTRAP=1 CARGO_TARGET_DIR="$seed/target" \
    cargo build --release --target $WASM -Zbuild-std=std,panic_abort >"$CACHE/std.log" 2>&1) ||
    { tail -n 20 "$CACHE/std.log" >&2; die "the browser's standard library did not build"; }
  local lib
  lib="$(rustc --print sysroot)/lib/rustlib/$WASM/lib"
  as_root mkdir -p "$lib"
  for rlib in "$seed/target/$WASM/release/deps"/*.rlib; do
    case "$rlib" in */libseed-*) ;; *) as_root cp "$rlib" "$lib/" ;; esac
  done
  rm -rf "$seed"
}

rust() {
  command -v cargo >/dev/null 2>&1 || die "cargo is missing; install it with rustup, then run this again"
  if newer "$(rust_version)" && builds_wasm; then return; fi
  if command -v rustup >/dev/null 2>&1 && newer "$(rust_version)" && rustup target add $WASM >/dev/null 2>&1; then return; fi
  say "no browser target within reach of rustup; using the distribution's compiler"
  debian_rust
}

wasm_bindgen() {
  local version
  version=$(awk '/^name = "wasm-bindgen"$/{getline; gsub(/[^0-9.]/,""); print; exit}' "$ROOT/Cargo.lock")
  [ "$("$CACHE/bin/wasm-bindgen" --version 2>/dev/null)" = "wasm-bindgen $version" ] && return
  say "building wasm-bindgen $version (about three minutes, once)"
  cargo install --quiet wasm-bindgen-cli --version "$version" --root "$CACHE" --locked 2>/dev/null ||
    cargo install --quiet wasm-bindgen-cli --version "$version" --root "$CACHE"
}

nextest() {
  command -v cargo-nextest >/dev/null 2>&1 && return
  say "building cargo-nextest (some minutes, once)"
  cargo install --quiet cargo-nextest --locked --root "$CACHE"
}

deny() {
  command -v cargo-deny >/dev/null 2>&1 && return
  say "building cargo-deny (some minutes, once)"
  cargo install --quiet cargo-deny --locked --root "$CACHE"
}

oha() {
  type -P oha >/dev/null && return
  say "building oha (some minutes, once)"
  cargo install --quiet oha --locked --root "$CACHE"
}

pip() {
  python3 -m pip --version >/dev/null 2>&1 || packages python3-pip
}

npm_tools() {
  command -v npm >/dev/null 2>&1 || die "node with npm is missing"
  npm_folder browser
}

npm_folder() {
  (cd "$ROOT/tests/$1" && if ! cmp -s package-lock.json node_modules/.stamp; then
    say "installing npm's packages for tests/$1"
    npm ci --ignore-scripts --no-audit --no-fund --silent && cp package-lock.json node_modules/.stamp
  fi)
}

case "${1:-run}" in
  run) packages git curl build-essential mold brotli postgresql fonts-noto-cjk; rust; npm_tools; wasm_bindgen ;;
  test) packages git curl build-essential mold brotli postgresql poppler-utils poppler-data fonts-noto-cjk chromium chromium-driver openssl clamav-daemon clamav-testfiles; pip; rust; npm_tools; npm_folder outside; wasm_bindgen; nextest; deny ;;
  bench) "$0" test; packages strace; oha ;;
  image) rust; npm_tools; wasm_bindgen ;;
  *) die "usage: toolchain.sh run|test|bench|image" ;;
esac
