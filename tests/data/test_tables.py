#!/usr/bin/env python3
"""The committed tables: sound, small enough, each with its source and licence in its first lines, each named in NOTICE."""
import pathlib
import subprocess
import sys
import tempfile
import unittest

ROOT = pathlib.Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT / "tests/support"))
from report import run

TABLES = ROOT / "data/tables"


class Tables(unittest.TestCase):
    def check(self, *arguments):
        return subprocess.run([sys.executable, str(ROOT / "data/check_tables.py"), *arguments], capture_output=True, text=True, check=False)

    def test_tables_written_by_hand_are_sound(self):
        done = self.check()
        self.assertEqual(done.returncode, 0, done.stdout + done.stderr)

    def test_control_a_broken_table_is_refused(self):
        with tempfile.TemporaryDirectory() as folder:
            for path in TABLES.glob("*.tsv"):
                text = path.read_text()
                pathlib.Path(folder, path.name).write_text(text + "zz\tone column too few\n" if path.name == "sectors.tsv" else text)
            self.assertEqual(self.check(folder).returncode, 1)

    def test_committed_text_is_at_most_8_megabytes(self):
        listed = subprocess.check_output(["git", "ls-files", "data"], cwd=ROOT, text=True).split()
        self.assertLessEqual(sum((ROOT / name).stat().st_size for name in listed if not name.endswith(".bin")), 8_000_000)

    def test_every_table_says_source_and_licence_in_its_first_lines(self):
        files = [path for path in sorted(TABLES.iterdir()) if path.is_file()]
        self.assertGreater(len(files), 12)
        for path in files:
            head = "".join(line for line in path.read_text().splitlines(keepends=True)[:12] if line.startswith("#")).lower()
            self.assertRegex(head, r"licen[cs]e|apache-2\.0|public domain|domaine public", path.name)

    def test_notice_names_the_packages_of_the_tables(self):
        notice = (ROOT / "NOTICE").read_text()
        for source in ("Insee", "Etalab", "Statbel", "GeoNames", "Open Government Licence", "Dicollecte", "OpenSubtitles", "SCOWL", "Unicode",
                       "Faker", "name-suggestion-index", "Wikidata"):
            self.assertIn(source, notice)


if __name__ == "__main__":
    run()
