#!/usr/bin/env bash
# What browsers load: the islands and the live parts as WebAssembly, the style sheet, and the files of public/, with the hash of
# their content in their names and a brotli copy beside each, all in $CARGO_TARGET_DIR/site with manifest.json
# (plain name -> served address). `dev` compiles faster and packs less; `release` is what is served.
. "$(dirname "${BASH_SOURCE[0]}")/env.sh"

MODE=${1:-release}
SITE="$CARGO_TARGET_DIR/site"
WORK="$CARGO_TARGET_DIR/site-work"
WASM=wasm32-unknown-unknown
NPM="$ROOT/tests/browser/node_modules"

case "$MODE" in
  release) PROFILE=wasm-release FOLDER=wasm-release QUALITY=11 ;;
  dev) PROFILE=dev FOLDER=debug QUALITY=4 ;;
  *) die "usage: site.sh [dev|release]" ;;
esac

hash_of() { sha256sum "$@" | sha256sum | cut -c 1-64; }

# Everything the site is made of, and how; the same inputs make the same site.
inputs() {
  {
    printf '%s\n' "$MODE" "$(rustc --version)"
    cd "$ROOT"
    find app/src app/domain/src app/likeness app/live app/Cargo.toml app/domain/Cargo.toml Cargo.toml Cargo.lock style public \
      tests/browser/package-lock.json server/scripts/site.sh -type f -print0 | sort -z | xargs -0 sha256sum
  } | sha256sum
}

# bundle NAME FEATURES: NAME.js and NAME_bg.wasm in $WORK/raw
bundle() {
  local name=$1 features=$2
  say "compiling $name for the browser ($MODE)"
  cargo build --quiet --manifest-path "$ROOT/Cargo.toml" -p "$name" --lib --target $WASM \
    --no-default-features --features "$features" --profile $PROFILE
  local built="$CARGO_TARGET_DIR/$WASM/$FOLDER/$name.wasm"
  # Nothing new came out: what was made of it stands.
  if [ -f "$WORK/raw/${name}_bg.wasm" ] && [ "$(cat "$WORK/$name-from" 2>/dev/null)" = "$MODE $(hash_of "$built")" ]; then return; fi
  rm -rf "$WORK/bound" && mkdir -p "$WORK/bound"
  wasm-bindgen --target web --no-typescript --out-dir "$WORK/bound" --out-name "$name" "$built"
  cp "$WORK/bound/$name.js" "$WORK/raw/$name.js"
  if [ "$MODE" = release ]; then
    say "making the WebAssembly small"
    node "$NPM/binaryen/bin/wasm-opt" -Oz --enable-bulk-memory --enable-nontrapping-float-to-int \
      --enable-sign-ext --enable-mutable-globals --enable-reference-types --enable-multivalue \
      "$WORK/bound/${name}_bg.wasm" -o "$WORK/raw/${name}_bg.wasm"
  else
    cp "$WORK/bound/${name}_bg.wasm" "$WORK/raw/${name}_bg.wasm"
  fi
  printf '%s' "$MODE $(hash_of "$built")" >"$WORK/$name-from"
}

# The bundler is a native program that comes as a package of its own for each kind of machine.
style() {
  say "bundling the style sheet"
  local bundler
  bundler=$(find "$NPM" -maxdepth 2 -path '*/lightningcss-cli-*/lightningcss' -type f | head -n 1)
  [ -n "$bundler" ] || die "lightningcss is missing; run server/scripts/toolchain.sh"
  chmod +x "$bundler"
  # CSS forgives a brace that is missing at the end, and nests whatever comes after it in the bundle.
  for sheet in "$ROOT"/style/*.css "$ROOT"/style/*/*.css; do
    [ "$(tr -cd '{' <"$sheet" | wc -c)" = "$(tr -cd '}' <"$sheet" | wc -c)" ] || die "$sheet: braces don't match"
  done
  "$bundler" --bundle --minify "$ROOT/style/main.css" -o "$WORK/raw/main.css"
}

# Copies each file under its hashed name, packs it, and writes the manifest last, all at once.
publish() {
  local next="$WORK/next" manifest="" file name hashed
  rm -rf "$next" && mkdir -p "$next"
  for file in "$WORK"/raw/* "$ROOT"/public/*; do
    name=$(basename "$file")
    hashed="${name%.*}.$(sha256sum "$file" | cut -c 1-12).${name##*.}"
    cp "$file" "$next/$hashed"
    brotli --quality=$QUALITY --keep --force "$next/$hashed"
    manifest="$manifest${manifest:+,}\"$name\":\"/assets/$hashed\""
  done
  printf '{%s}\n' "$manifest" >"$next/manifest.json"
  rm -rf "$SITE.old"
  [ -d "$SITE" ] && mv "$SITE" "$SITE.old"
  mv "$next" "$SITE"
  rm -rf "$SITE.old"
}

sizes() {
  local file total=0 size
  for file in "$SITE"/*.br; do
    size=$(stat -c %s "$file")
    total=$((total + size))
    printf '  %8d  %s\n' "$size" "$(basename "$file" .br)" >&2
  done
  printf '  %8d  bytes in all, packed\n' "$total" >&2
}

mkdir -p "$WORK/raw"
WANTED=$(inputs)
if [ -f "$SITE/manifest.json" ] && [ "$(cat "$WORK/inputs" 2>/dev/null)" = "$WANTED" ]; then
  say "the site is up to date ($SITE)"
  exit 0
fi
bundle app hydrate
bundle live browser
style
publish
printf '%s' "$WANTED" >"$WORK/inputs"
say "the site is in $SITE"
sizes
