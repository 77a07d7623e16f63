#!/usr/bin/env bash
# Installs what is missing, builds in release mode, and starts Gangway with everything it needs inside; where
# nothing is yet it invents two tenants, and prints their logins.
# PORT moves it; its data lie in .gangway/PORT and are found again.
. "$(dirname "${BASH_SOURCE[0]}")/env.sh"
scripts="$ROOT/server/scripts"

"$scripts/toolchain.sh" run
. "$scripts/env.sh"
"$scripts/site.sh" release
say "building the server (the first time takes some minutes)"
(cd "$ROOT" && cargo build --quiet --release -p server)

# Copies of its own: the next build, of this checkout or another, would pull both away from under a running
# server, which reads the site and starts its own binary again for the deep check of papers.
mkdir -p "$ROOT/target/run"
rm -rf "$ROOT/target/run/site"
cp -r "$GANGWAY_SITE" "$ROOT/target/run/site"
export GANGWAY_SITE="$ROOT/target/run/site"
install -m 755 "$CARGO_TARGET_DIR/release/gangway" "$ROOT/target/run/gangway.new"
mv "$ROOT/target/run/gangway.new" "$ROOT/target/run/gangway"

export GANGWAY_DATA=${GANGWAY_DATA:-$ROOT/.gangway}
say "starting"
exec "$ROOT/target/run/gangway" serve --seed
