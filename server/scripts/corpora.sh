#!/usr/bin/env bash
# Files that make trouble, made by others: the odd PDFs of pypdf's own tests, and PngSuite as pypng has it. They are fetched
# into the cache, held to their digests, and never committed.
. "$(dirname "${BASH_SOURCE[0]}")/env.sh"

PDFS="pypdf==7.1.1 --hash=sha256:2eff4e2fc5fb22a6d6711e6f1166cdc9ab5765d90cd0d77dfea3f4aa91a27b1d"
PNGS="pypng==0.20220715.0 --hash=sha256:739c433ba96f078315de54c0db975aee537cbc3e1d0ae4ed9aab0ca1e427e2c1"
FOLDER="$CACHE/corpora"
STAMP="$FOLDER/$(printf '%s\n' "$PDFS" "$PNGS" | sha256sum | cut -c 1-16)"
[ -e "$STAMP" ] && exit 0

say "fetching files that make trouble"
rm -rf "$FOLDER"
mkdir -p "$FOLDER/sources" "$FOLDER/pdf" "$FOLDER/png"
cd "$FOLDER/sources"
printf '%s\n' "$PDFS" "$PNGS" >wanted.txt
python3 -m pip download --quiet --no-deps --no-binary :all: --require-hashes -r wanted.txt >&2
for archive in *.tar.gz; do tar xzf "$archive"; done
find pypdf-*/resources -name "*.pdf" -exec cp -t "$FOLDER/pdf/" {} +
(cd pypng-*/code && python3 - "$FOLDER/png" <<'PYTHON'
import pathlib, sys
import pngsuite
for name, picture in pngsuite.png.items():
    pathlib.Path(sys.argv[1], f"{name}.png").write_bytes(picture)
PYTHON
)
cd "$FOLDER" && rm -rf sources && touch "$STAMP"
