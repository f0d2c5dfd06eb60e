#!/usr/bin/env bash
# The main job on a real note: what is found, the note without names, and the real Neovim doing the same as a coach would.
set -euo pipefail
cd "$(dirname "$0")/.."
ROOT=$PWD
WORK=$(mktemp -d)
SOCKET=paravent-try-$$
trap 'tmux -L "$SOCKET" kill-server 2>/dev/null || true; rm -rf "$WORK"' EXIT

# A home of its own: your settings are neither read nor changed. Its policy asks for a twin at each save.
export HOME=$WORK/home XDG_CONFIG_HOME=$WORK/home/config XDG_STATE_HOME=$WORK/home/state XDG_DATA_HOME=$WORK/home/data \
  XDG_CACHE_HOME=$WORK/home/cache PATH=$ROOT/build/release/bin:$PATH
case "${LC_ALL:-${LC_MESSAGES:-${LANG:-}}}" in en*) language=en ;; *) language=fr ;; esac
export LC_ALL=C.UTF-8
mkdir -p "$XDG_CONFIG_HOME/paravent" "$WORK/notes"
printf 'language = "%s"\n[save]\nmode = "twin"\n' "$language" >"$XDG_CONFIG_HOME/paravent/paravent.toml"
cp templates/exemples/seance-coaching.md "$WORK/notes/"
cd "$WORK/notes"

title() { printf '\n\033[1m── %s ──\033[0m\n\n' "$1"; }

title "paravent check seance-coaching.md"
paravent check seance-coaching.md || [ $? = 1 ]

title "paravent anonymise seance-coaching.md"
paravent anonymise seance-coaching.md

title "Neovim: the note is opened, its findings listed, one replaced, the note saved"
screen() { tmux -L "$SOCKET" capture-pane -p; }
# wait_for WHAT COMMAND…: until the command succeeds on the screen, ten seconds at most.
wait_for() {
  local what=$1 tries
  shift
  for tries in $(seq 200); do
    if screen | "$@" >/dev/null; then return 0; fi
    sleep 0.05
  done
  echo "try: waited in vain for $what" >&2
  screen >&2
  exit 1
}
keys() { tmux -L "$SOCKET" send-keys "$@"; }
tmux -L "$SOCKET" new-session -d -x 118 -y 30 "$ROOT/build/tools/python/bin/nvim" --clean -n -i NONE \
  --cmd "set rtp^=$ROOT/plugins/neovim" seance-coaching.md
wait_for "the note" grep -q "Séance 4"
keys ":ParaventCheck" Enter
wait_for "the findings" grep -q "warning"
screen
keys ":lclose" Enter gg "]d" gra
wait_for "the quick fixes" grep -q "1: "
screen
keys 1 Enter
wait_for "the replacement" awk '/client: Hélène Castaing/ { still = 1 } END { exit still }'
keys ":w" Enter
for tries in $(seq 200); do
  twin=$(find . -name '*.md' ! -name seance-coaching.md)
  [ -n "$twin" ] && break
  sleep 0.05
done
[ -n "$twin" ] || { echo "try: the save wrote no twin" >&2; exit 1; }
screen

title "The twin that the save wrote: $twin (its first lines)"
head -n 24 "$twin"
printf '\nYour own notes: build/release/bin/paravent check FOLDER   (README.md tells the rest)\n'
