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

# What the dev preset compiles: not the WebAssembly exports.
tested() { grep -v '^plugins/wasm/' || true; }

check_format() { sources | xargs -r clang-format-22 --dry-run --Werror; }
check_tidy() { printf '%s\n' "$@" | xargs -r -P 2 -n 4 clang-tidy-22 -p build/dev --quiet; }
export -f sources check_format check_tidy

step "lint layout" check_format
if [ "${1:-}" = --all ]; then files=$(git ls-files '*.cpp' | tested); else files=$(changed_sources | tested); fi
if [ -n "$files" ]; then
  step "configure dev" cmake --preset dev
  # shellcheck disable=SC2086 # a list of names without spaces
  step "lint code" check_tidy $files
fi
