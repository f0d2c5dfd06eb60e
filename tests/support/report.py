"""Runs the unittest cases of the calling module and ends with the line that ./dev test adds up: “N passed, N failed”."""
import sys
import unittest


def run():
    result = unittest.main(exit=False, verbosity=2).result
    failed = len(result.failures) + len(result.errors) + len(result.unexpectedSuccesses) + len(result.skipped)
    print(f"{result.testsRun - failed} passed, {failed} failed")
    sys.exit(1 if failed or not result.testsRun else 0)
