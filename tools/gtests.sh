# shellcheck shell=bash
# GoogleTest programs of one build, one after the other. A program that ends without its summary (a crash, a sanitizer) has failed.
run_gtests() {
  local program out passed failed all_passed=0 all_failed=0 status=0
  for program in build/"$1"/bin/*_tests; do
    echo "== $program"
    out=$("$program" --gtest_brief=1 2>&1) || status=1
    echo "$out"
    passed=$(sed -n 's/.*\[  PASSED  \] \([0-9][0-9]*\) test.*/\1/p' <<<"$out" | tail -n 1)
    failed=$(sed -n 's/.*\[  FAILED  \] \([0-9][0-9]*\) test.*/\1/p' <<<"$out" | tail -n 1)
    if [ -z "$passed" ]; then
      echo "$program ended without a summary"
      status=1 failed=${failed:-1}
    fi
    all_passed=$((all_passed + ${passed:-0}))
    all_failed=$((all_failed + ${failed:-0}))
  done
  echo "$all_passed passed, $all_failed failed"
  return $status
}
export -f run_gtests
