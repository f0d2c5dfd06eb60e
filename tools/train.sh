#!/usr/bin/env bash
# Learns data/model/tagger.bin from training/corpus. The same notes give the same bytes.
set -euo pipefail
cd "$(dirname "$0")/.."
. tools/steps.sh

OUT=build/training
COPIES=3 # of each note, with other names
FOLDS=4

build_trainer() { cmake --preset release && cmake --build --preset release --target paravent_train; }
export -f build_trainer

# In the order of the C locale: the order of the notes is a part of what is learned from.
export LC_ALL=C.UTF-8
notes=(training/corpus/*/*.note.md)
mkdir -p "$OUT"
step "count the corpus" python3 training/card.py --write
step "make copies" python3 training/make_copies.py "$OUT/copies" "$COPIES" "${notes[@]}"
step "build trainer" build_trainer
echo "training on ${#notes[@]} notes and $COPIES copies of each; by writer, per cent:"
copies=("$OUT"/copies/*.note.md)
if ! build/release/bin/paravent_train "$OUT/tagger.bin" "$FOLDS" "${notes[@]}" "${copies[@]}" 2>"$OUT/errors.txt" |
  tee "$OUT/cross-validation.txt"; then
  tail -n 3 "$OUT/errors.txt" >&2
  exit 1
fi
# Only whole weights take the place of those before.
cp "$OUT/tagger.bin" data/model/tagger.bin
cat <<TEXT
written: data/model/tagger.bin ($(git diff --quiet -- data/model/tagger.bin && echo "as committed" || echo "changed"))
each error of the cross-validation: $OUT/errors.txt
next: ./dev build release, ./dev eval; then a row in training/RESULTS.md
TEXT
