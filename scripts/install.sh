#!/usr/bin/env bash
# Installs the system packages of the named groups; silent and without effect where all are there.
# Usage: scripts/install.sh build|test…
set -euo pipefail

wanted=()
for group in "$@"; do
  case $group in
    build) wanted+=(libgsl-dev libflint-dev libflint-arb-dev libantic-dev libcalcium-dev libgmp-dev libopenblas-dev libsundials-dev pkg-config gnuplot-nox) ;;
    test) wanted+=(coq libcoq-coquelicot libcoq-interval python3 python3-venv valgrind texlive-latex-recommended chromium) ;;
    *) echo "install: no group '$group'; the groups are build and test" >&2; exit 2 ;;
  esac
done

refuse() {
  echo "install: $1; install by hand, then try again: ${2:-${wanted[*]}}" >&2
  exit 2
}

is_installed() {
  [ "$(dpkg-query -W -f '${db:Status-Status}' "$1" 2>/dev/null)" = installed ]
}

# FLINT 3 contains Arb, and the distributions that have it no longer have Arb's own package.
is_superseded() {
  [ "$1" = libflint-arb-dev ] && [ -e /usr/include/flint/arb.h ]
}

if ! command -v apt-get >/dev/null || ! command -v dpkg-query >/dev/null; then
  # Elsewhere the names differ, so what is there cannot be checked: trust whoever says that it is.
  [ -n "${STEEPNESS_ASSUME_INSTALLED:-}" ] && exit 0
  refuse "there is no apt-get here" "the equivalents of ${wanted[*]} (and set STEEPNESS_ASSUME_INSTALLED=1)"
fi

missing=()
for package in "${wanted[@]}"; do
  is_installed "$package" || is_superseded "$package" || missing+=("$package")
done
[ ${#missing[@]} -gt 0 ] || exit 0

as_root=()
if [ "$(id -u)" -ne 0 ]; then
  command -v sudo >/dev/null || refuse "neither root nor sudo is at hand" "${missing[*]}"
  as_root=(sudo)
fi

apt() {
  "${as_root[@]}" env DEBIAN_FRONTEND=noninteractive \
    apt-get -qq -o DPkg::Lock::Timeout=300 "$@" </dev/null
}

echo "install: ${missing[*]}"
apt update || refuse "apt-get update failed" "${missing[*]}"
available=()
for package in "${missing[@]}"; do
  if [ "$package" = libflint-arb-dev ] && ! apt-cache show "$package" >/dev/null 2>&1; then
    continue
  fi
  available+=("$package")
done
[ ${#available[@]} -gt 0 ] || exit 0
apt install -y --no-install-recommends "${available[@]}" >/dev/null \
  || refuse "apt-get install failed" "${available[*]}"
