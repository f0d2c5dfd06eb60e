#!/usr/bin/env python3
"""The same notes give the same copies and the same weights, byte for byte."""
import hashlib
import os
import pathlib
import subprocess
import sys
import tempfile
import unittest

ROOT = pathlib.Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT / "tests/support"))
from report import run

CORPUS = ROOT / "training/corpus"
TRAINER = ROOT / "build/release/bin/paravent_train"


def notes(count):
    """Notes of several writers, so that each fold has some."""
    paths = sorted(CORPUS.rglob("*.note.md"), key=lambda path: hashlib.sha256(path.name.encode()).digest())
    return sorted(paths[:count])


class Copies(unittest.TestCase):
    def copies(self, folder, paths, seed):
        # Another seed of Python's hashes: the order of a set must not decide which name is drawn.
        command = [sys.executable, ROOT / "training/make_copies.py", folder, "3", *paths]
        subprocess.run(command, check=True, env={**os.environ, "PYTHONHASHSEED": str(seed)})
        return {path.name: path.read_bytes() for path in pathlib.Path(folder).iterdir()}

    def test_the_same_notes_give_the_same_copies(self):
        with tempfile.TemporaryDirectory() as one, tempfile.TemporaryDirectory() as two:
            first, second = self.copies(one, notes(3), 1), self.copies(two, notes(3), 2)
        self.assertEqual(len(first), 9)
        self.assertEqual(first, second)

    def test_short_forms_that_several_names_could_have_give_the_same_copies(self):
        text = "".join(f"Vu ⟦PERSON {p}|{a}-{b} Brunel⟧, dite ⟦PERSON {p}|{short}⟧.\n" for p, a, b, short in (
            ("p1", "Marie", "Marine", "Mariz"), ("p2", "Marie", "Marine", "Marin"), ("p3", "Clara", "Clarisse", "Claris"),
            ("p4", "Jean", "Jeannot", "Jeann"), ("p5", "Anna", "Annabelle", "Annab")))
        with tempfile.TemporaryDirectory() as folder:
            path = pathlib.Path(folder, "odile-01.note.md")
            path.write_text(text, encoding="utf-8")
            made = [self.copies(pathlib.Path(folder, "out"), [path], seed) for seed in range(1, 6)]
        for other in made[1:]:
            self.assertEqual(other, made[0])

    def test_control_another_note_gives_another_copy(self):
        with tempfile.TemporaryDirectory() as folder:
            texts = ("Vu ⟦PERSON p1|Odile Brunel⟧ ce matin.", "Vu ⟦PERSON p1|Odile Brunel⟧ ce soir.")
            made = []
            for text in texts:
                path = pathlib.Path(folder, "odile-01.note.md")
                path.write_text(text, encoding="utf-8")
                made.append(self.copies(pathlib.Path(folder, "out"), [path], 1))
        self.assertEqual(made[0].keys(), made[1].keys())
        self.assertNotEqual(made[0], made[1])


class Weights(unittest.TestCase):
    def trained(self, folder, paths):
        out = pathlib.Path(folder, "tagger.bin")
        done = subprocess.run([TRAINER, out, "2", *paths], capture_output=True, text=True, errors="replace", check=False)
        self.assertEqual(done.returncode, 0, done.stderr[-500:])
        self.assertIn("all: leak-free ", done.stdout)
        return out.read_bytes()

    def test_the_same_notes_give_the_same_weights(self):
        with tempfile.TemporaryDirectory() as folder:
            self.assertEqual(self.trained(folder, notes(12)), self.trained(folder, notes(12)))

    def test_control_other_notes_give_other_weights(self):
        with tempfile.TemporaryDirectory() as folder:
            self.assertNotEqual(self.trained(folder, notes(12)), self.trained(folder, notes(11)))

    def test_a_note_that_is_not_well_formed_stops_the_trainer(self):
        with tempfile.TemporaryDirectory() as folder:
            path = pathlib.Path(folder, "odile-01.note.md")
            path.write_text("Vu ⟦PERSON p1|Odile", encoding="utf-8")
            done = subprocess.run([TRAINER, "-", "2", path], capture_output=True, text=True, errors="replace", check=False)
        self.assertEqual(done.returncode, 1)
        self.assertIn("odile-01.note.md", done.stderr)


if __name__ == "__main__":
    run()
