#!/usr/bin/env bash
# The real Neovim on real notes: through its own API, by keys sent to it, in a terminal, and a picture of that.
# Usage: run.sh [FOLDER]: where the picture and the screens are left (default: build/artefacts/neovim).
set -euo pipefail
cd "$(dirname "$0")/../../.."
ROOT=$PWD
OUT=${1:-$ROOT/build/artefacts/neovim}
NVIM=$ROOT/build/tools/python/bin/nvim
mkdir -p "$OUT"
WORK=$(mktemp -d)
SOCKET=paravent-$$
trap 'rm -rf "$WORK"' EXIT

# A home of its own, with twins switched on by the user's own policy.
export HOME=$WORK/home XDG_CONFIG_HOME=$WORK/home/config XDG_STATE_HOME=$WORK/home/state XDG_DATA_HOME=$WORK/home/data \
  XDG_CACHE_HOME=$WORK/home/cache TMPDIR=$WORK/tmp LC_ALL=C.UTF-8 TERM=xterm-256color
mkdir -p "$XDG_CONFIG_HOME/paravent" "$TMPDIR" "$WORK/notes"
printf 'language = "fr"\n[save]\nmode = "twin"\n' >"$XDG_CONFIG_HOME/paravent/paravent.toml"
export PATH=$ROOT/build/release/bin:$PATH

# They mostly wait, so they wait together; each has homes of its own. What each said is shown whole.
HERE=$ROOT/tests/editors/neovim
declare -A running
for test in test_plugin test_strict test_strict_server test_modes test_vault; do
  python3 "$HERE/$test.py" >"$WORK/$test.txt" 2>&1 &
  running[$test]=$!
done
status=0
python3 "$HERE/test_neovim.py" "$NVIM" "$WORK" "$SOCKET" "$OUT" || status=1
for test in "${!running[@]}"; do
  wait "${running[$test]}" || status=1
  cat "$WORK/$test.txt"
done
exit $status
