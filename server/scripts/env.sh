# Sourced by every script: where things are cached, and the tools' paths. Changes nothing on the machine.
# shellcheck shell=bash
set -euo pipefail

ROOT=$(cd "$(dirname "${BASH_SOURCE[0]}")/../.." && pwd)
CACHE=${GANGWAY_CACHE:-${XDG_CACHE_HOME:-$HOME/.cache}/gangway}
mkdir -p "$CACHE/bin" "$CACHE/stamps"

export ROOT CACHE
# Queries are checked against .sqlx, not against a database; prepare.sh rewrites it.
export SQLX_OFFLINE=${SQLX_OFFLINE:-true}
export CARGO_TARGET_DIR=${CARGO_TARGET_DIR:-$CACHE/target}
# What the browser is sent, built by site.sh.
export GANGWAY_SITE=${GANGWAY_SITE:-$CARGO_TARGET_DIR/site}
export PATH="$CACHE/bin:$PATH"
# The browser half and the server half never share flags; the linker is only ours on this triple.
if command -v mold >/dev/null 2>&1; then
  export CARGO_TARGET_X86_64_UNKNOWN_LINUX_GNU_RUSTFLAGS="-C link-arg=-fuse-ld=mold"
fi
# Set by toolchain.sh when the distribution's compiler stands in for rustup's.
if [ -f "$CACHE/stamps/toolchain" ]; then
  RUSTUP_TOOLCHAIN=$(cat "$CACHE/stamps/toolchain")
  [ -n "$RUSTUP_TOOLCHAIN" ] && export RUSTUP_TOOLCHAIN
fi

say() { printf '\033[1m· %s\033[0m\n' "$*" >&2; }
die() { printf 'gangway: %s\n' "$*" >&2; exit 1; }
as_root() { if [ "$(id -u)" = 0 ]; then "$@"; else sudo "$@"; fi; }
