#!/usr/bin/env python3
"""The notes that the tagger learns from: sound marks, enough of them, and no sentence of what is measured. Each check has a control."""
import collections
import pathlib
import subprocess
import sys
import tempfile
import unittest

ROOT = pathlib.Path(__file__).resolve().parents[2]
sys.path[:0] = [str(ROOT / "tests/support"), str(ROOT / "tests/corpus"), str(ROOT / "tests/training")]
import corpus_checks as checks
import marks
import overlap
from report import run

CORPUS = ROOT / "training/corpus"
SHARED = ROOT.parent / "shared/corpus"
MEASURED = [ROOT / "tests/corpus/notes-fr", ROOT / "tests/corpus/notes-en"]
MEASURED_WHERE_THERE = [SHARED / "dev-fr", SHARED / "dev-en", SHARED / "public"]


def wrong_in(check, texts):
    """{file: what the check says} for those of which it says something."""
    return {name: found for name, text in texts.items() if (found := check(text))}


def files_of(folder):
    return [path for path in sorted(folder.rglob("*")) if path.suffix in (".md", ".conll") and path.name != "README.md"]


class Marks(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.paths = sorted(CORPUS.rglob("*.note.md"))
        cls.texts = {path.name: path.read_text(encoding="utf-8") for path in cls.paths}

    def counts(self, language):
        notes = marks.read_all(CORPUS / language)
        found = collections.Counter(span.category for note in notes for span in note.spans)
        return len(notes), sum(len(note.raw.split()) for note in notes), found

    def test_every_mark_is_well_formed(self):
        for path in self.paths:
            marks.read(path)

    def test_control_a_mark_that_is_not_well_formed_is_refused(self):
        with tempfile.TemporaryDirectory() as folder:
            path = pathlib.Path(folder, "x.note.md")
            for text in ("Vu ⟦PERSON p1|Odile hier.", "Vu ⟦PERSONNE p1|Odile⟧.", "Vu ⟦PERSON p1|⟦PERSON p2|Odile⟧ B.⟧", "Vu ⟦PERSON p1 Odile⟧."):
                path.write_text(text, encoding="utf-8")
                with self.assertRaises(ValueError, msg=text):
                    marks.read(path)

    def test_names_of_files_are_unique(self):
        # The folds go by writer, the copies by file name.
        self.assertEqual(len(self.texts), len(self.paths))

    def test_there_is_enough_to_learn_from(self):
        notes, words, found = self.counts("fr")
        self.assertGreaterEqual(notes, 300)
        self.assertGreaterEqual(words, 90_000)
        for category, least in {"PERSON": 5_000, "ORG": 1_200, "LOC": 1_200}.items():
            self.assertGreaterEqual(found[category], least, category)
        self.assertGreaterEqual(self.counts("en")[0], 100)

    def test_an_entity_has_one_category(self):
        self.assertEqual(wrong_in(checks.entities_of_two_categories, self.texts), {})

    def test_control_an_entity_of_two_categories_is_seen(self):
        self.assertTrue(checks.entities_of_two_categories("⟦PERSON x1|Odile⟧ de ⟦ORG x1|Brunel⟧"))

    def test_titles_stand_outside_of_marks(self):
        self.assertEqual(wrong_in(checks.titles_inside, self.texts), {})

    def test_control_titles_inside_of_marks_are_seen(self):
        for title in ("M.", "Mme", "Dr", "Mr", "Mrs", "madame"):
            self.assertTrue(checks.titles_inside(f"⟦PERSON p1|{title} Brunel⟧ et ⟦PERSON p1|Odile⟧"), title)
        self.assertFalse(checks.titles_inside("M. ⟦PERSON p1|Brunel⟧"))
        self.assertFalse(checks.titles_inside("⟦PERSON p1|M. Brunel⟧, alias ⟦PERSON p1|Mathurin⟧"))

    def test_no_mark_begins_or_ends_with_a_blank_a_star_or_half_a_quote(self):
        self.assertEqual(wrong_in(checks.bad_edges, self.texts), {})

    def test_control_bad_edges_are_seen(self):
        for surface in (" Odile", "Odile ", "*Odile", "Odile**", "« Odile", "Odile »", '"Odile', "Odile”", "Odile\u00a0"):
            self.assertTrue(checks.bad_edges(f"Vu ⟦PERSON p1|{surface}⟧."), surface)
        self.assertFalse(checks.bad_edges("Vu ⟦PERSON p1|Od'⟧ et ⟦PERSON p1|Odile « la Fée »⟧."))


class Overlap(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.texts = {path.name: path.read_text(encoding="utf-8") for path in sorted(CORPUS.rglob("*.note.md"))}

    def hold_apart(self, folder):
        """Counts and the names of training files are all that a failure may print."""
        files = files_of(folder)
        self.assertTrue(files, f"{folder.name}: no text found in it")
        known = overlap.hashes_of(map(overlap.text_of, files))
        found = {name: count for name, text in self.texts.items() if (count := overlap.shared(text, known))}
        self.assertEqual(found, {}, f"sentences that stand in {folder.name}, too, by training file")

    def test_no_sentence_stands_in_the_notes_of_the_tests(self):
        for folder in MEASURED:
            self.hold_apart(folder)

    def test_no_sentence_stands_in_the_shared_corpora_where_they_are(self):
        for folder in MEASURED_WHERE_THERE:
            if folder.is_dir():
                self.hold_apart(folder)
            else:
                print(f"{folder.name}: absent from this checkout, not compared")

    def test_the_sentences_of_the_corpus_are_looked_at(self):
        self.assertGreater(sum(len(overlap.sentences(text)) for text in self.texts.values()), 10_000)

    def test_control_a_copied_sentence_is_seen(self):
        known = overlap.hashes_of(["Le four était déjà éteint quand ⟦PERSON p1|Odile⟧ a rangé les moules. Rien de neuf. Il a plu tout le jour."])
        self.assertEqual(overlap.shared("- LE FOUR etait deja éteint, quand **⟦PERSON p9|Odile⟧** a rangé ses outils.", known), 1)
        self.assertEqual(overlap.shared("Il a plu tout le jour !", known), 1)  # six words
        self.assertEqual(overlap.shared("Rien de neuf. Le four était éteint.", known), 0)

    def test_control_a_sentence_of_a_note_of_the_tests_is_seen(self):
        own = files_of(MEASURED[0])
        known = overlap.hashes_of(map(overlap.text_of, own))
        self.assertGreater(overlap.shared(overlap.text_of(own[0]), known), 0)

    def test_control_files_of_tokens_are_read(self):
        with tempfile.TemporaryDirectory() as folder:
            path = pathlib.Path(folder, "x.conll")
            path.write_text("".join(f"{i}\t{word}\tO\n" for i, word in enumerate("Elle rentre par le dernier train".split())), encoding="utf-8")
            known = overlap.hashes_of([overlap.text_of(path)])
        self.assertEqual(overlap.shared("Elle rentre par le dernier train.", known), 1)


class Card(unittest.TestCase):
    def check(self, *arguments):
        return subprocess.run([sys.executable, ROOT / "training/card.py", *arguments], capture_output=True, text=True, check=False)

    def test_the_figures_of_the_data_card_are_those_of_the_corpus(self):
        done = self.check()
        self.assertEqual(done.returncode, 0, done.stdout + done.stderr)

    def test_control_stale_figures_are_refused(self):
        text = (ROOT / "training/README.md").read_text(encoding="utf-8")
        with tempfile.TemporaryDirectory() as folder:
            path = pathlib.Path(folder, "README.md")
            path.write_text(text.replace("| PERSON | ", "| PERSON | 1"), encoding="utf-8")
            self.assertEqual(self.check(path).returncode, 1)


if __name__ == "__main__":
    run()
