#!/usr/bin/env bash
# Every test. Each step leaves a line “N passed, N failed” in its log; their sum is the last line printed.
set -euo pipefail
cd "$(dirname "$0")/.."
. tools/steps.sh

# GoogleTest programs of one build, one after the other; a program that crashes fails the step.
run_gtests() {
  local program passed=0 failed=0 status=0 out
  for program in build/"$1"/bin/*_tests; do
    echo "== $program"
    out=$("$program" --gtest_brief=1 2>&1) || status=1
    echo "$out"
    passed=$((passed + $(sed -n 's/.*\[  PASSED  \] \([0-9]*\) test.*/\1/p' <<<"$out" | tail -n 1 || echo 0)))
    failed=$((failed + $(sed -n 's/.*\[  FAILED  \] \([0-9]*\) test.*/\1/p' <<<"$out" | tail -n 1 | grep . || echo 0)))
  done
  echo "$passed passed, $failed failed"
  return $status
}
build() { cmake --preset "$1" && cmake --build --preset "$1"; }
export -f run_gtests build

rm -f build/logs/test-*.log
step "build release" build release
step "test C++ (release)" run_gtests release
step "test architecture" python3 tests/architecture/test_architecture.py
step "test tables" python3 tests/data/test_tables.py
step "test command line" python3 tests/plugins/cli/test_cli.py
step "test notes of our own" python3 tests/corpus/test_corpus.py
step "test Neovim" tests/editors/neovim/run.sh
step "build wasm" build wasm
step "test WebAssembly" node tests/wasm/same_findings.mjs
step "build asan" build asan
step "test C++ (asan, ubsan)" run_gtests asan
# Threads are started by the server alone; the rest is held to purity by the architecture test.
build_threaded() { cmake --preset tsan && cmake --build --preset tsan --target lsp_server_tests workspace_tests platform_tests; }
export -f build_threaded
step "build tsan" build_threaded
step "test C++ (tsan)" run_gtests tsan
step "test canary" python3 tests/canary/test_canary.py

passed=$(cat build/logs/test-*.log | sed -n 's/^\([0-9]*\) passed, \([0-9]*\) failed$/\1/p' | awk '{ n += $1 } END { print n + 0 }')
failed=$(cat build/logs/test-*.log | sed -n 's/^\([0-9]*\) passed, \([0-9]*\) failed$/\2/p' | awk '{ n += $1 } END { print n + 0 }')
echo "$passed passed, $failed failed"
[ "$failed" = 0 ] && [ "$passed" -gt 0 ]
