#!/usr/bin/env bash
# Runs a command and prints how long it took. Usage: scripts/timed.sh STAGE COMMAND…
set -uo pipefail

stage=$1
shift
started=$SECONDS
"$@" </dev/null
status=$?
if [ $status -eq 0 ]; then
  echo "$stage: $((SECONDS - started)) s"
else
  echo "$stage: failed after $((SECONDS - started)) s, status $status" >&2
fi
exit $status
