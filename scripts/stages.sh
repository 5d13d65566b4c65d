#!/usr/bin/env bash
# Runs make targets one after another, all of them whatever fails, and counts.
# The last line is 'N passed, M failed'; the exit status is 0 where M is 0.
# Usage: scripts/stages.sh TARGET…
set -uo pipefail

log=$(mktemp)
trap 'rm -f "$log"' EXIT
passed=0
summary=()
failed=()
for stage in "$@"; do
  echo "== $stage"
  started=$SECONDS
  if "${MAKE:-make}" --no-print-directory "$stage" </dev/null 2>&1 | tee "$log"; then
    passed=$((passed + 1))
    verdict=passed
  else
    failed+=("$stage")
    verdict=FAILED
  fi
  summary+=("$(printf '%-16s %s, %d s' "$stage" "$verdict" $((SECONDS - started)))")
  # swift test's own closing line, so that how many tests ran stays in sight.
  closing=$(grep -aE 'Test run with [0-9]+ tests?' "$log" | tail -n 1)
  [ -z "$closing" ] || summary+=("  ${closing#* }")
done

echo "== summary"
printf '%s\n' "${summary[@]}"
[ ${#failed[@]} -eq 0 ] || echo "failed: ${failed[*]}"
echo "$passed passed, ${#failed[@]} failed"
[ ${#failed[@]} -eq 0 ]
