#!/usr/bin/env python3
"""Every note of our own, with a vault: what was anonymised comes back byte for byte, and holds nothing to mask meanwhile."""
import pathlib
import sys
import tempfile
import unittest

HERE = pathlib.Path(__file__).resolve().parent
sys.path[:0] = [str(HERE), str(HERE.parent / "support")]
import marks
import paravent
from report import run as run_tests


class RoundTrip(unittest.TestCase):
    def setUp(self):
        self.folder = tempfile.TemporaryDirectory()
        self.home = pathlib.Path(self.folder.name)

    def tearDown(self):
        self.folder.cleanup()

    def run_in(self, folder, *arguments, stdin):
        return paravent.run(self.home, *arguments, stdin=stdin, cwd=folder)

    def each_note(self, language):
        for number, note in enumerate(marks.read_all(HERE / f"notes-{language}")):
            folder = self.home / f"client-{number}"
            folder.mkdir()
            for style in ("pseudonym", "fictitious"):
                with self.subTest(note=note.name, style=style):
                    once = self.run_in(folder, "anonymise", "--style", style, "-", stdin=note.raw)
                    self.assertEqual(once.returncode, 0, once.stderr.decode())
                    self.assertNotEqual(once.stdout, note.raw)
                    self.assertEqual(self.run_in(folder, "restore", "-", stdin=once.stdout).stdout, note.raw)
                    self.assertEqual(self.run_in(folder, "anonymise", "--style", style, "-", stdin=once.stdout).stdout, once.stdout)
                    self.assertEqual(self.run_in(folder, "check", "-", stdin=once.stdout).returncode, 0)

    def test_french_notes(self):
        self.each_note("fr")

    def test_english_notes(self):
        self.each_note("en")


if __name__ == "__main__":
    run_tests()
