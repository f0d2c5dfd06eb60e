#!/usr/bin/env bash
# Saves a note by keys in Kate on a screen of its own. Environment: RECORD_NOTE, RECORD_SERVER, RECORD_SESSION, RECORD_TO, HOME.
set -euo pipefail
export XDG_CONFIG_HOME=$HOME/config XDG_DATA_HOME=$HOME/data XDG_CACHE_HOME=$HOME/cache XDG_RUNTIME_DIR=$HOME/run
mkdir -p "$XDG_CONFIG_HOME/kate/lspclient" "$XDG_DATA_HOME" "$XDG_CACHE_HOME"
mkdir -p -m 700 "$XDG_RUNTIME_DIR"
printf '{"servers":{"markdown":{"command":["%s"],"rootIndicationFileNames":["paravent.toml"],"highlightingModeRegex":"^Markdown$"}}}\n' \
  "$RECORD_SERVER" >"$XDG_CONFIG_HOME/kate/lspclient/settings.json"
printf '[General]\nShow welcome view for new window=false\n[Kate Plugins]\nlspclientplugin=true\n[lspclient]\nAllowedServerCommandLines=%s\n' \
  "$RECORD_SERVER" >"$XDG_CONFIG_HOME/katerc"
if [ "$RECORD_SESSION" = interval ]; then
  printf '[KTextEditor Document]\nAuto Save=true\nAuto Save Interval=1\n' >"$XDG_CONFIG_HOME/kateconfigrc"
  cat "$XDG_CONFIG_HOME/kateconfigrc" >>"$XDG_CONFIG_HOME/katerc"
fi

wait_for() {
  for _ in $(seq 150); do
    if eval "$1"; then return; fi
    sleep 0.1
  done
  echo "waited in vain for: $1" >&2
  exit 1
}

inside() {
  openbox &
  local manager=$! kate window
  kate -n -b "$RECORD_NOTE" &
  kate=$!
  wait_for 'window=$(xdotool search --onlyvisible --name "${RECORD_NOTE##*/}" | head -n 1) && [ -n "$window" ]'
  wait_for 'grep -qs "textDocument/didOpen" "$RECORD_TO"'
  xdotool windowactivate --sync "$window"
  xdotool key --clearmodifiers ctrl+End
  xdotool type 'Une ligne de plus.'
  wait_for 'grep -qs "textDocument/didChange" "$RECORD_TO"'
  [ "$RECORD_SESSION" = interval ] || xdotool key --clearmodifiers ctrl+s
  wait_for 'grep -qs "textDocument/didSave" "$RECORD_TO"'
  xdotool key --clearmodifiers ctrl+q
  wait_for '! kill -0 '"$kate"' 2>/dev/null'
  kill "$manager"
}

if [ "${1:-}" = inside ]; then
  inside
else
  exec xvfb-run -a -s "-screen 0 1000x700x24" dbus-run-session -- bash "$0" inside
fi
