# shellcheck shell=bash
# GoogleTest programs of one build, two at a time. A program that ends without its summary (a crash, a sanitizer) has failed.
run_gtest() {
  "$1" --gtest_brief=1 >"$1.out" 2>&1 || echo "$1 ended with $?" >>"$1.out"
}
run_gtests() {
  local program out passed failed all_passed=0 all_failed=0 status=0
  # The slowest first, so that none of them runs alone at the end.
  printf '%s\n' build/"$1"/bin/{detect,lsp_server,anonymise}_tests build/"$1"/bin/*_tests | awk '!seen[$0]++' |
    while read -r program; do [ ! -x "$program" ] || echo "$program"; done |
    xargs -P 2 -I PROGRAM bash -c 'run_gtest PROGRAM'
  for program in build/"$1"/bin/*_tests; do
    echo "== $program"
    out=$(cat "$program.out")
    echo "$out"
    ! grep -q "^$program ended with" <<<"$out" || status=1
    passed=$(sed -n 's/.*\[  PASSED  \] \([0-9][0-9]*\) test.*/\1/p' <<<"$out" | tail -n 1)
    failed=$(sed -n 's/.*\[  FAILED  \] \([0-9][0-9]*\) test.*/\1/p' <<<"$out" | tail -n 1)
    if [ -z "$passed" ]; then
      echo "$program ended without a summary"
      status=1 failed=${failed:-1}
    fi
    all_passed=$((all_passed + ${passed:-0}))
    all_failed=$((all_failed + ${failed:-0}))
    rm -f "$program.out"
  done
  echo "$all_passed passed, $all_failed failed"
  return $status
}
export -f run_gtest run_gtests
