#!/usr/bin/env bash
# Kills `anonymise --write` at random moments, so many times (10 000 when nothing is said), and checks that nothing is lost.
set -euo pipefail
cd "$(dirname "$0")/.."
PARAVENT_CRASHES=${1:-10000} exec python3 tests/plugins/cli/test_crash.py
