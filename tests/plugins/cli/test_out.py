#!/usr/bin/env python3
"""`paravent anonymise --out`: notes stay apart, nothing is replaced, and no name of a file or folder tells of a client."""
import pathlib
import sys

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parents[2] / "support"))
from command_line import NOTE, CommandLine
from report import run as run_tests

NEUTRAL = r"partage-[0-9a-f]{8}"


class Out(CommandLine):
    def out(self, *inputs, **options):
        return self.paravent("anonymise", "--out", "out", *inputs, **options)

    def written(self):
        out = self.home / "out"
        return sorted(str(path.relative_to(out)) for path in out.rglob("*") if path.is_file())

    def test_ordinary_names_are_kept_and_nothing_is_said(self):
        for name in ("seance-4.md", "Bilan de fin.md", "note_01.txt", "compte-rendu.markdown", "README.md"):
            self.write("notes/" + name, NOTE)
        done = self.out("notes")
        self.assertEqual((done.returncode, done.stdout, done.stderr), (0, b"", b""))
        self.assertEqual(self.written(), ["Bilan de fin.md", "README.md", "compte-rendu.markdown", "note_01.txt", "seance-4.md"])
        self.assertNotIn("Dupont", (self.home / "out/seance-4.md").read_text())

    def test_a_name_that_tells_of_a_client_is_changed_and_the_user_is_told(self):
        for locale, word in (("fr_FR.UTF-8", "masquer"), ("en_GB.UTF-8", "mask")):
            note = self.write(f"{locale}/claire-dupont.txt", NOTE)
            out = self.home / f"out-{locale}"
            done = self.paravent("anonymise", "--out", out, note, locale=locale)
            self.assertEqual((done.returncode, done.stdout), (0, b""))
            (only,) = out.iterdir()
            self.assertRegex(only.name, rf"^{NEUTRAL}\.txt$")
            self.assertNotIn("Dupont", only.read_text())
            (line,) = done.stderr.decode().splitlines()
            for said in (str(note), str(only), word):
                self.assertIn(said, line)

    def test_a_word_of_what_the_note_masks_is_a_name_too(self):
        self.write("n/wrandoule.md", "Vu Zoé Wrandoule hier.\n")
        self.write("m/bilan.md", "Une séance calme.\n")
        self.assertEqual(self.out("n").returncode, 0)
        self.assertRegex("\n".join(self.written()), rf"^{NEUTRAL}\.md$")
        self.paravent("anonymise", "--out", "second", "m")
        self.assertTrue((self.home / "second/bilan.md").exists())

    def test_the_names_of_folders_are_changed_once_for_all_their_notes(self):
        self.write("notes/Claire Dupont/seance-1.md", "Elle va mieux.\n")
        self.write("notes/Claire Dupont/seance-2.md", NOTE)
        self.write("notes/divers/seance-1.md", NOTE)
        self.assertEqual(self.out("notes").returncode, 0)
        written = self.written()
        self.assertEqual(written[0], "divers/seance-1.md")
        self.assertRegex(written[1], rf"^{NEUTRAL}/seance-1\.md$")
        self.assertEqual(written[2], written[1].replace("-1.md", "-2.md"))

    def test_a_folder_whose_name_only_one_of_its_notes_gives_away(self):
        self.write("notes/wrandoule/a.md", "Une séance calme.\n")
        self.write("notes/wrandoule/b.md", "Vu Zoé Wrandoule hier.\n")
        self.out("notes")
        self.assertRegex("\n".join(self.written()), rf"^{NEUTRAL}/a\.md\n{NEUTRAL}/b\.md$")

    def test_names_are_the_same_at_each_run_and_those_of_twins_and_cannot_be_guessed(self):
        note = self.write("notes/Claire Dupont.md", NOTE)
        self.out(note)
        first = self.written()
        self.paravent("anonymise", "--out", "second", "notes")
        self.assertEqual([path.name for path in (self.home / "second").iterdir()], first)
        key = self.home / "notes/.paravent"
        self.assertEqual(key.stat().st_mode & 0o777, 0o600)
        self.assertEqual(sorted(path.name for path in (self.home / "out").iterdir()), first, "the key is not shared")
        key.unlink()
        self.paravent("anonymise", "--out", "third", "notes")
        self.assertNotEqual([path.name for path in (self.home / "third").iterdir()], first)

    def test_no_key_is_made_where_no_name_is_changed(self):
        self.write("notes/seance-4.md", NOTE)
        self.out("notes")
        self.assertEqual([path.name for path in (self.home / "notes").iterdir()], ["seance-4.md"])

    def test_a_key_that_cannot_be_made_or_read_stops_it_before_anything_is_written(self):
        self.write("notes/Claire Dupont.md", NOTE)
        self.write("notes/seance.md", NOTE)
        self.write("notes/.paravent", "key = \"too short\"\n")
        done = self.out("notes")
        self.assertEqual(done.returncode, 2)
        self.assertIn(".paravent", done.stderr.decode())
        self.assertFalse((self.home / "out").exists())

    def test_copies_of_an_earlier_run_among_the_notes_are_no_notes(self):
        self.write("notes/a.md", NOTE)
        self.assertEqual(self.paravent("anonymise", "--out", "notes/out", "notes").returncode, 0)
        (self.home / "notes/out/a.md").rename(self.home / "notes/out/old.md")
        self.assertEqual(self.paravent("anonymise", "--out", "notes/out", "notes").returncode, 0)
        self.assertEqual(sorted(p.name for p in (self.home / "notes/out").rglob("*")), ["a.md", "old.md"])

    def test_subfolders_are_kept_apart(self):
        self.write("notes/a/n.md", "Un.\n")
        self.write("notes/b/n.md", "Deux.\n")
        self.write("notes/n.md", "Trois.\n")
        for given in (["notes"], ["notes/"], ["./notes/../notes"], ["notes/a/n.md", "notes/b/n.md", "notes/n.md"]):
            out = self.home / "out"
            self.assertEqual(self.out(*given).returncode, 0)
            self.assertEqual(self.written(), ["a/n.md", "b/n.md", "n.md"], given)
            self.assertEqual((out / "b/n.md").read_text(), "Deux.\n")
            for path in sorted(out.rglob("*"), reverse=True):
                path.rmdir() if path.is_dir() else path.unlink()

    def test_files_given_one_by_one_keep_their_own_names_unless_two_are_the_same(self):
        a, b, other = self.write("x/a/n.md", "Un.\n"), self.write("x/b/n.md", "Deux.\n"), self.write("y/c/m.md", "Trois.\n")
        self.assertEqual(self.out(a, b, other).returncode, 0)
        self.assertEqual(self.written(), ["a/n.md", "b/n.md", "m.md"])

    def test_two_folders_with_notes_of_one_name(self):
        self.write("x/s/n.md", "Un.\n")
        self.write("y/s/n.md", "Deux.\n")
        self.assertEqual(self.out("x", "y").returncode, 0)
        self.assertEqual(self.written(), ["x/s/n.md", "y/s/n.md"])

    def test_the_same_file_twice_is_refused_before_anything_is_written(self):
        self.write("n.md", NOTE)
        done = self.out("n.md", "./n.md")
        self.assertEqual(done.returncode, 2)
        self.assertIn("Rien n’a été écrit", done.stderr.decode())
        self.assertEqual(self.written(), [])

    def test_nothing_is_overwritten(self):
        path = self.write("out/n.md", NOTE)
        for given in (["out/n.md"], [self.write("m.md", NOTE), self.write("notes/n.md", NOTE)]):
            done = self.out(*given)
            self.assertEqual((done.returncode, path.read_text(), self.written()), (2, NOTE, ["n.md"]))
            self.assertIn("Rien n’a été écrit", done.stderr.decode())

    def test_a_second_run_into_the_same_folder_is_refused(self):
        self.write("notes/Claire Dupont.md", NOTE)
        self.assertEqual(self.out("notes").returncode, 0)
        self.assertEqual(self.out("notes").returncode, 2)
        self.assertEqual(len(self.written()), 1)

    def test_an_input_that_failed_is_told_and_the_others_are_written(self):
        self.write("notes/bad.md", b"\x00\x01\x02")
        self.write("notes/good.md", NOTE)
        done = self.out("notes", "absent.md")
        self.assertEqual((done.returncode, self.written()), (2, ["good.md"]))
        self.assertEqual(len(done.stderr.splitlines()), 2, "each once")

    def test_standard_input_has_a_name_of_its_own(self):
        self.assertEqual(self.out("-", self.write("a.md", NOTE), stdin=NOTE.encode()).returncode, 0)
        self.assertEqual(self.written(), ["a.md", "note.md"])
        self.assertNotIn("Dupont", (self.home / "out/note.md").read_text())

    def test_what_is_to_say_of_settings_is_said_once(self):
        self.write("notes/paravent.toml", "[save]\nmod = 'twin'\n")
        self.write("notes/a.md", "---\nparavent-save: sometimes\n---\n" + NOTE)
        self.assertEqual(len(self.out("notes").stderr.splitlines()), 2)

    def test_a_copy_is_as_closed_to_others_as_its_note(self):
        self.write("n.md", NOTE).chmod(0o600)
        self.out("n.md")
        self.assertEqual((self.home / "out/n.md").stat().st_mode & 0o777, 0o600)

    def test_encodings_and_styles_hold(self):
        self.write("n.md", b"\xff\xfe" + NOTE.encode("utf-16-le"))
        self.paravent("anonymise", "--style", "pseudonym", "--out", "out", "n.md")
        self.assertIn("Personne A", (self.home / "out/n.md").read_bytes().decode("utf-16"))

    def test_a_name_of_any_bytes_is_written_under_a_neutral_one(self):
        path = bytes(self.home) + b"/\xff.md"
        with open(path, "wb") as file:
            file.write(NOTE.encode())
        self.assertEqual(self.out(str(self.home)).returncode, 0)
        self.assertRegex("\n".join(self.written()), rf"^{NEUTRAL}\.md$")


if __name__ == "__main__":
    run_tests()
