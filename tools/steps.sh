# Steps: each says what it does and how long it took; the first that fails stops everything with one clear line.
LOGS=build/logs

# step NAME COMMAND…: runs it quietly, its output in build/logs/NAME.log.
step() {
  local name=$1 begin=$SECONDS log
  shift
  log=$LOGS/${name// /-}.log
  mkdir -p "$LOGS"
  printf '%-38s ' "$name …"
  # A shell of its own: an error of the shell itself fails the step, and cannot skip it.
  if bash -euo pipefail -c '"$@"' step "$@" >"$log" 2>&1 </dev/null; then
    printf 'done in %d s\n' $((SECONDS - begin))
  else
    printf 'FAILED after %d s\n' $((SECONDS - begin))
    tail -n 40 "$log"
    echo "dev: the step “$name” failed; all it printed is in $log" >&2
    exit 1
  fi
}
export -f step
export LOGS
