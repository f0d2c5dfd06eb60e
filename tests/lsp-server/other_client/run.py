#!/usr/bin/env python3
"""The server as a program, driven by a language client of others (pytest-lsp), as three editors that it has recorded. Ends with
the line that ./dev test adds up: “N passed, N failed”; a skipped test has failed."""
import pathlib
import sys

import pytest

HERE = pathlib.Path(__file__).resolve().parent


class Count:
    passed = failed = 0

    def pytest_runtest_logreport(self, report):
        if report.when == "call" and report.passed:
            self.passed += 1
        elif not report.passed:
            self.failed += 1

    def pytest_collectreport(self, report):
        self.failed += not report.passed


def main():
    count = Count()
    status = pytest.main(["-q", "-p", "no:cacheprovider", "--rootdir", str(HERE), "-c", str(HERE / "pytest.ini"), str(HERE), *sys.argv[1:]],
                         plugins=[count])
    print(f"{count.passed} passed, {count.failed} failed")
    return 1 if status or count.failed or not count.passed else 0


if __name__ == "__main__":
    sys.exit(main())
