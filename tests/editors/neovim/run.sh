#!/usr/bin/env bash
# The real Neovim on a real note: once headless through its own API, once in a terminal with real keys, and a picture of that.
# Usage: run.sh [FOLDER]: where the picture and the screens are left (default: build/artefacts/neovim).
set -euo pipefail
cd "$(dirname "$0")/../../.."
ROOT=$PWD
OUT=${1:-$ROOT/build/artefacts/neovim}
NVIM=$ROOT/build/tools/python/bin/nvim
mkdir -p "$OUT"
WORK=$(mktemp -d)
SOCKET=paravent-$$
trap 'tmux -L "$SOCKET" kill-server 2>/dev/null || true; rm -rf "$WORK"' EXIT

# A home of its own, with twins switched on by the user's own policy.
export HOME=$WORK/home XDG_CONFIG_HOME=$WORK/home/config XDG_STATE_HOME=$WORK/home/state XDG_DATA_HOME=$WORK/home/data \
  XDG_CACHE_HOME=$WORK/home/cache TMPDIR=$WORK/tmp LC_ALL=C.UTF-8 TERM=xterm-256color
mkdir -p "$XDG_CONFIG_HOME/paravent" "$TMPDIR" "$WORK/notes"
printf 'language = "fr"\n[save]\nmode = "twin"\n' >"$XDG_CONFIG_HOME/paravent/paravent.toml"
export PATH=$ROOT/build/release/bin:$PATH

python3 tests/editors/neovim/test_neovim.py "$NVIM" "$WORK" "$SOCKET" "$OUT"
