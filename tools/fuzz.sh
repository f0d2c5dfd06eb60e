#!/usr/bin/env bash
# usage: tools/fuzz.sh MINUTES: runs each fuzz target for so long, at the same time where there are processors for it.
# Crashing inputs and logs stay under build/fuzz/found/; new inputs that reach new code, under build/fuzz/corpus/.
set -euo pipefail
cd "$(dirname "$0")/.."

minutes=${1:-1}
case $minutes in '' | *[!0-9]* | 0) echo "usage: tools/fuzz.sh MINUTES" >&2; exit 2 ;; esac
export CCACHE_BASEDIR=$PWD CCACHE_NOHASHDIR=1
mkdir -p build/fuzz/found build/fuzz/corpus/note build/fuzz/corpus/server
if ! { cmake --preset asan && cmake --build --preset asan --target fuzz_note fuzz_server; } >build/fuzz/build.log 2>&1; then
  tail -n 40 build/fuzz/build.log
  echo "0 passed, 1 failed"
  exit 1
fi

TMPDIR=$(mktemp -d -p "$([ -w /dev/shm ] && echo /dev/shm || echo "${TMPDIR:-/tmp}")")
export TMPDIR
trap 'rm -rf "$TMPDIR"' EXIT

# A frame of 64 MB is allowed, so that a message may ask for that much; nothing may hang.
run() {
  build/asan/bin/fuzz_"$1" -max_total_time=$((minutes * 60)) -max_len=16384 -timeout=20 -rss_limit_mb=1500 \
    -dict=tests/fuzz/"$1".dict -artifact_prefix=build/fuzz/found/"$1"- -print_final_stats=1 \
    build/fuzz/corpus/"$1" tests/fuzz/corpus/"$1" >build/fuzz/found/"$1".log 2>&1
}

passed=0 failed=0
declare -A process
for target in note server; do
  run "$target" &
  process[$target]=$!
  if [ "$(nproc)" -lt 2 ]; then wait "${process[$target]}" || true; fi
done
for target in note server; do
  log=build/fuzz/found/$target.log
  if wait "${process[$target]}"; then
    passed=$((passed + 1))
    echo "fuzz_$target: $(sed -n 's/^stat::number_of_executed_units: *//p' "$log") inputs in $minutes min, nothing found"
  else
    failed=$((failed + 1))
    echo "fuzz_$target failed; its input is in build/fuzz/found/, all it said in $log:"
    grep -m 3 -e '^fuzz: ' -e 'ERROR:' -e 'runtime error' -e 'SUMMARY' "$log" || tail -n 5 "$log"
  fi
done
echo "$passed passed, $failed failed"
[ "$failed" = 0 ]
