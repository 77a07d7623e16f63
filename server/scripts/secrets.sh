#!/usr/bin/env bash
# Draws the random secrets that compose.yaml mounts, into .gangway/compose; those that stand are kept.
. "$(dirname "${BASH_SOURCE[0]}")/env.sh"

folder="$ROOT/.gangway/compose"
mkdir -p "$folder"
# The folder is closed to others; the files are readable to whatever user a container runs as.
chmod 700 "$ROOT/.gangway" "$folder"
word() { od -An -N16 -tx1 /dev/urandom | tr -d ' \n'; }
keep() { [ -s "$folder/$1" ] || { printf '%s' "$2" >"$folder/$1" && chmod 444 "$folder/$1"; }; }

keep postgres_password "$(word)"
keep superuser_url "postgres://postgres:$(cat "$folder/postgres_password")@postgres/postgres"
keep owner_url "postgres://gangway_owner:$(word)@postgres/gangway"
keep database_url "postgres://gangway_app:$(word)@postgres/gangway"
keep master_key "compose-1:$(head -c 32 /dev/urandom | base64 -w0)"
keep s3_access_key_id "$(word)"
keep s3_secret_access_key "$(word)"
say "secrets are in $folder"
