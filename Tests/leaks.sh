#!/bin/sh
# Fails where a wrapper of NumericKernel or a number system loses memory or touches what it must not.
#
# Runs Tests/LeakExerciser under Valgrind: first with a leak planted, which must be found, then as
# it is. Only blocks 'definitely lost' count: the Swift runtime keeps some to the end on purpose.
# Exit status: 0 clean, 1 leak, 2 the check could not be made.
set -u
cd "$(dirname "$0")/.." || exit 2

if ! command -v valgrind >/dev/null; then
  echo "leaks.sh: valgrind is missing; install the package valgrind" >&2
  exit 2
fi
swift build --product LeakExerciser || exit 2
exerciser="$(swift build --show-bin-path)/LeakExerciser"
"$exerciser" || exit 2

checked() {
  valgrind --quiet --leak-check=full --show-leak-kinds=definite \
    --errors-for-leak-kinds=definite --error-exitcode=1 "$exerciser" "$@"
}

if checked plant >/dev/null 2>&1; then
  echo "leaks.sh: a planted leak was not found, so the check means nothing" >&2
  exit 2
fi
if ! checked; then
  echo "leaks.sh: memory is lost or misused; see above" >&2
  exit 1
fi
echo "no leak; a planted one is found"
