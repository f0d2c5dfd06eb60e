#!/usr/bin/env bash
# Layout (clang-format) of every file of ours, and clang-tidy on what changed against main's base; --all: on everything.
set -euo pipefail
cd "$(dirname "$0")/.."
. tools/steps.sh

sources() { git ls-files --cached --others --exclude-standard '*.cpp' '*.hpp'; }

# Sources that differ from the last commit that upstream knows; without one, what the last commit and the work tree changed.
changed_sources() {
  local base
  base=$(git merge-base HEAD '@{upstream}' 2>/dev/null || git rev-parse HEAD~1)
  { git diff --name-only --diff-filter=d "$base" -- '*.cpp'; git ls-files --others --exclude-standard '*.cpp'; } | sort -u
}

# Those of the files that a preset compiles, each with the flags it has there: dev, or asan for the fuzzers.
compiled_by() {
  local preset=$1 file
  shift
  for file in "$@"; do
    if grep -qF "\"file\": \"$PWD/$file\"" "build/$preset/compile_commands.json"; then echo "$file"; fi
  done
}

check_format() { sources | xargs -r clang-format-22 --dry-run --Werror; }
check_tidy() {
  local preset=$1
  shift
  printf '%s\n' "$@" | xargs -r -P "$(nproc)" -n 4 clang-tidy-22 -p "build/$preset" --quiet
}
export -f sources check_format check_tidy

step "lint layout" check_format
if [ "${1:-}" = --all ]; then files=$(git ls-files '*.cpp'); else files=$(changed_sources); fi
if [ -n "$files" ]; then
  step "configure dev" cmake --preset dev
  step "configure asan" cmake --preset asan
  # shellcheck disable=SC2046,SC2086 # lists of names without spaces
  step "lint code" check_tidy dev $(compiled_by dev $files)
  # shellcheck disable=SC2046,SC2086
  step "lint fuzzers" check_tidy asan $(compiled_by asan $(grep '^tests/fuzz/' <<<"$files"))
fi
