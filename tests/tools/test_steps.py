#!/usr/bin/env python3
"""The test runner itself: a program that crashes, prints no summary or fails must fail the run."""
import os
import pathlib
import subprocess
import sys
import tempfile
import unittest

ROOT = pathlib.Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT / "tests/support"))
from report import run

GOOD = 'echo "[  PASSED  ] 4 tests."'
BAD = 'echo "[  PASSED  ] 3 tests."; echo "[  FAILED  ] 2 tests, listed below:"; exit 1'
CRASH = 'echo "ERROR: AddressSanitizer"; exit 134'


class Steps(unittest.TestCase):
    def run_programs(self, **programs):
        """The exit code of a step over fake test programs, and what it printed."""
        with tempfile.TemporaryDirectory() as folder:
            bin_folder = pathlib.Path(folder, "build/fake/bin")
            bin_folder.mkdir(parents=True)
            for name, body in programs.items():
                path = bin_folder / f"{name}_tests"
                path.write_text(f"#!/bin/bash\n{body}\n")
                path.chmod(0o755)
            script = f'set -e; . {ROOT}/tools/steps.sh; . {ROOT}/tools/gtests.sh; step "test fake" run_gtests fake; echo went on'
            done = subprocess.run(["bash", "-c", script], cwd=folder, capture_output=True, text=True, check=False)
            log = pathlib.Path(folder, "build/logs/test-fake.log").read_text()
        return done, log

    def test_programs_that_pass_are_added_up(self):
        done, log = self.run_programs(a=GOOD, b=GOOD)
        self.assertEqual(done.returncode, 0)
        self.assertIn("went on", done.stdout)
        self.assertTrue(log.endswith("8 passed, 0 failed\n"))

    def test_a_failing_test_stops_everything(self):
        done, log = self.run_programs(a=BAD, b=GOOD)
        self.assertEqual(done.returncode, 1)
        self.assertNotIn("went on", done.stdout)
        self.assertTrue(log.endswith("7 passed, 2 failed\n"))

    def test_a_crash_without_summary_stops_everything(self):
        for body in (CRASH, "exit 0"):
            done, _ = self.run_programs(a=body, b=GOOD)
            self.assertEqual(done.returncode, 1)
            self.assertNotIn("went on", done.stdout)
            self.assertIn("test fake", done.stderr)

    def test_an_error_of_the_shell_itself_fails_the_step(self):
        with tempfile.TemporaryDirectory() as folder:
            script = f'set -e; . {ROOT}/tools/steps.sh; broken() {{ n=; echo $((n + )); }}; export -f broken; step "broken" broken; echo went on'
            done = subprocess.run(["bash", "-c", script], cwd=folder, capture_output=True, text=True, check=False)
        self.assertNotEqual(done.returncode, 0)
        self.assertNotIn("went on", done.stdout)

    def other_client(self, *arguments, **environment):
        command = [ROOT / "build/tools/python/bin/python", ROOT / "tests/lsp-server/other_client/run.py", *arguments]
        return subprocess.run([*map(str, command)], env={**os.environ, **environment}, capture_output=True, text=True, check=False)

    def test_the_other_client_without_a_test_fails(self):
        done = self.other_client("-k", "no_test_has_this_name")
        self.assertNotEqual(done.returncode, 0)
        self.assertTrue(done.stdout.endswith("\n0 passed, 0 failed\n"))

    def test_the_other_client_without_a_server_fails(self):
        done = self.other_client("-k", "before_initialize", PARAVENT_BINARY="/no/such/server")
        self.assertNotEqual(done.returncode, 0)
        self.assertTrue(done.stdout.endswith("\n0 passed, 1 failed\n"))


if __name__ == "__main__":
    run()
