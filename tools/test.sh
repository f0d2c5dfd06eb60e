#!/usr/bin/env bash
# Every test. Each step leaves a line “N passed, N failed” in its log; their sum is the last line printed.
set -euo pipefail
cd "$(dirname "$0")/.."
. tools/steps.sh
. tools/gtests.sh

build() { cmake --preset "$1" && cmake --build --preset "$1"; }
export -f build

rm -f build/logs/test-*.log
step "build release" build release
step "test C++ (release)" run_gtests release
step "test architecture" python3 tests/architecture/test_architecture.py
step "test runner" python3 tests/tools/test_steps.py
step "test tables" python3 tests/data/test_tables.py
step "test rule of regressions" python3 tests/corpus/test_regression.py
step "test training corpus" python3 tests/training/test_corpus.py
build_trainer() { cmake --build --preset release --target paravent_train; }
export -f build_trainer
step "build trainer" build_trainer
step "test training" python3 tests/training/test_training.py
step "test command line" python3 tests/plugins/cli/test_cli.py
step "test usage" python3 tests/plugins/cli/test_usage.py
step "test --out" python3 tests/plugins/cli/test_out.py
step "test risk" python3 tests/plugins/cli/test_risk.py
for part in vault vault_restore vault_people vault_keys vault_trouble; do
  step "test ${part/_/ }" python3 "tests/plugins/cli/test_$part.py"
done
step "test crashes" python3 tests/plugins/cli/test_crash.py
step "test crashes of the server" python3 tests/plugins/cli/test_lsp_crash.py
step "test round trip" python3 tests/corpus/test_round_trip.py
step "test notes of our own" python3 tests/corpus/test_corpus.py
step "test Neovim" tests/editors/neovim/run.sh
step "test soak" python3 tests/soak/soak.py --edits 2000
step "test other client" build/tools/python/bin/python tests/lsp-server/other_client/run.py
step "build wasm" build wasm
step "test WebAssembly findings" node --no-warnings tests/wasm/same_findings.mjs
step "test WebAssembly server" node --no-warnings tests/wasm/server_story.mjs
step "build asan" build asan
step "test C++ (asan, ubsan)" run_gtests asan
# Threads are started by the server alone; the rest is held to purity by the architecture test.
build_threaded() { cmake --preset tsan && cmake --build --preset tsan --target lsp_server_tests workspace_tests platform_tests; }
export -f build_threaded
step "build tsan" build_threaded
step "test C++ (tsan)" run_gtests tsan
step "test canary" python3 tests/canary/test_canary.py

# The closing line of each log; what a test of a test printed before it does not count.
closing_lines() { for log in build/logs/test-*.log; do grep -E '^[0-9]+ passed, [0-9]+ failed$' "$log" | tail -n 1; done; }
read -r passed failed < <(closing_lines | awk '{ passed += $1; failed += $3 } END { print passed + 0, failed + 0 }')
echo "$passed passed, $failed failed"
[ "$failed" = 0 ] && [ "$passed" -gt 0 ]
