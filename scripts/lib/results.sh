# shellcheck shell=bash
# Counting what test programs report, and the closing lines of a run. Sourced after common.sh.

passed=0 failed=0 skipped=0
failures=() skips=()

# number FILE ATTRIBUTE: of the one assembly in an xunit report.
number() { grep -o '<assembly [^>]*>' "$1" | sed -n "s/.* $2=\"\([0-9]*\)\".*/\1/p"; }
# tests_with FILE RESULT: the names of the tests that ended so.
tests_with() { grep -o '<test [^>]*>' "$1" | grep "result=\"$2\"" | sed 's/.* name="\([^"]*\)".*/\1/' || true; }

# count_failure TEXT: something that has no report of its own went wrong.
count_failure() {
  failed=$((failed + 1))
  failures+=("$1")
}

# count_report NAME REPORT CODE: adds the xunit report of a test program that ended with CODE. An entry of the list of failures begins with NAME where the report says nothing.
count_report() {
  local name=$1 report=$2 code=$3 bad test
  if [ ! -s "$report" ]; then
    count_failure "$name: ended with exit code $code and left no report"
    return
  fi
  bad=$(($(number "$report" failed) + $(number "$report" errors)))
  if [ "$code" -ne 0 ] && [ "$bad" -eq 0 ] && [ "$(number "$report" total)" -gt 0 ]; then
    bad=1
    failures+=("$name: ended with exit code $code, though its tests passed")
  fi
  passed=$((passed + $(number "$report" passed)))
  failed=$((failed + bad))
  skipped=$((skipped + $(number "$report" skipped)))
  while read -r test; do failures+=("${4:-}$test"); done < <(tests_with "$report" Fail)
  while read -r test; do skips+=("${4:-}$test"); done < <(tests_with "$report" Skip)
}

# finish_counting: names what failed and what was skipped, prints "N passed, N failed, N skipped" as the last line, and fails unless all that ran passed and something did.
finish_counting() {
  local name
  for name in "${failures[@]}"; do echo "FAILED   $name"; done
  for name in "${skips[@]}"; do echo "SKIPPED  $name"; done
  [ "$skipped" -eq 0 ] || echo "WARNING: $skipped tests did not run; what they test is not known to work."
  [ $((passed + failed)) -gt 0 ] || echo "FAILED   no test ran"
  echo "$passed passed, $failed failed, $skipped skipped"
  [ "$failed" -eq 0 ] && [ "$passed" -gt 0 ]
}
