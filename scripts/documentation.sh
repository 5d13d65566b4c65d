#!/usr/bin/env bash
# Builds the documentation of every module with DocC into .build/documentation, from the modules of the debug build.
# A warning is an error, such as one of a link that leads nowhere; but a comment need not explain every parameter.
# Libraries show what is public; modules that only the program uses, what the package sees.
# Usage: scripts/documentation.sh
set -euo pipefail

cd "$(dirname "$0")/.."
swift=$(command -v "${SWIFT:-swift}") || { echo "documentation: there is no swift" >&2; exit 2; }
tools=$(dirname "$(readlink -f "$swift")")
output=.build/documentation
internal=" Claims Reporting "
for tool in docc swift-symbolgraph-extract; do
  [ -x "$tools/$tool" ] || { echo "documentation: $tools has no $tool; it comes with Swift's toolchain" >&2; exit 2; }
done
[ -d .build/debug/Modules ] || { echo "documentation: there is no debug build; run 'make build'" >&2; exit 2; }

# What the modules import: modules in Swift, and those in C by their maps.
imports=(-I .build/debug/Modules)
for folder in Sources/C*/include .build/checkouts/*/Sources/*/include; do
  imports+=(-I "$folder")
done
for map in Sources/C*/module.modulemap .build/debug/C*.build/module.modulemap; do
  imports+=(-Xcc "-fmodule-map-file=$map")
done
target=$("$swift" -print-target-info | sed -nE 's/^ *"triple" *: *"(.*)".*/\1/p' | head -n 1)

rm -rf "$output"
failed=()
archives=()
for folder in Sources/*/; do
  module=$(basename "$folder")
  # Those in C, and the program, have no interface to document.
  [ "$module" != steepness ] && [ -n "$(find "$folder" -name '*.swift' -print -quit)" ] || continue
  level=public
  [[ $internal == *" $module "* ]] && level=package
  symbols=$output/symbols/$module
  log=$output/$module.log
  mkdir -p "$symbols"
  if "$tools/swift-symbolgraph-extract" -module-name "$module" -minimum-access-level $level \
    -skip-synthesized-members -target "$target" "${imports[@]}" -output-dir "$symbols" >"$log" 2>&1 \
    && "$tools/docc" convert "$folder$module.docc" --additional-symbol-graph-dir "$symbols" \
      --fallback-display-name "$module" --fallback-bundle-identifier "steepness.$module" \
      --output-path "$output/$module.doccarchive" >"$log" 2>&1 \
    && ! grep -E '^(warning|error):' "$log" | grep -qv 'is missing documentation$'; then
    archives+=("$output/$module.doccarchive")
  else
    cat "$log" >&2
    failed+=("$module")
  fi
done
if [ ${#failed[@]} -gt 0 ]; then
  echo "documentation: not without a warning: ${failed[*]}" >&2
  exit 1
fi
"$tools/docc" merge "${archives[@]}" --synthesized-landing-page-name steepness \
  --output-path "$output/steepness.doccarchive" >/dev/null
echo "documentation: ${#archives[@]} modules in $output/steepness.doccarchive"
