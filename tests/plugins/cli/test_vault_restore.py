#!/usr/bin/env python3
"""The way back: what was anonymised with the vault becomes what it was, as far as it can. All names are invented."""
import pathlib
import sys

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parents[2] / "support"))
from report import run as run_tests
from vault_command import NOTE, STYLES, VaultCommand


class Restore(VaultCommand):
    def test_what_was_anonymised_comes_back_byte_for_byte_in_every_encoding(self):
        for style in STYLES:
            for encoding, bom in (("utf-8", b""), ("utf-8", b"\xef\xbb\xbf"), ("utf-16-le", b"\xff\xfe"), ("cp1252", b"")):
                raw = bom + NOTE.encode(encoding)
                once = self.out("anonymise", "--style", style, "-", stdin=raw)
                self.assertNotIn("Tarvic".encode(encoding), once)
                self.assertEqual(self.out("restore", "-", stdin=once), raw, (style, encoding))

    def test_write_and_restore_write(self):
        for style in STYLES:
            self.out("anonymise", "--write", "--style", style, "note.md")
            self.assertNotIn(b"Tarvic", self.note.read_bytes())
            self.out("restore", "--write", "note.md")
            self.assertEqual(self.note.read_bytes(), NOTE.encode())

    def test_the_original_is_kept_beside_until_the_recovery_key_has_been_seen(self):
        self.out("anonymise", "--write", "--style", "pseudonym", "note.md")
        original = self.home / "a/.note.md.paravent-original"
        self.assertEqual(original.read_bytes(), NOTE.encode())
        self.out("restore", "--write", "note.md")
        original.unlink()
        self.assertRegex(self.out("vault", "recovery-key").decode(), r"^(\w{4}-){13}\w{4}\n$")
        self.out("anonymise", "--write", "--style", "pseudonym", "note.md")
        self.assertFalse(original.exists())

    def test_a_text_that_was_rewritten_comes_back_as_far_as_it_can_and_the_rest_is_told(self):
        self.out("anonymise", "--write", "--style", "pseudonym", "note.md")
        with self.note.open("a") as note:
            note.write("Merci à Personne A, à Personne Q.\n")
        done = self.paravent("restore", "note.md")
        self.assertEqual(done.stdout.decode(), NOTE + "Merci à Brunelle Tarvic, à Personne Q.\n")
        self.assertIn("Personne Q", done.stderr.decode())
        self.assertNotIn("Personne A", done.stderr.decode())

    def test_restore_without_a_vault_prints_the_text_and_tells_its_aliases(self):
        text = "Personne A chez Entreprise B.\n"
        for locale, word in (("fr_FR.UTF-8", "alias"), ("en_GB.UTF-8", "aliases")):
            done = self.paravent("restore", "-", stdin=text.encode(), locale=locale)
            self.assertEqual((done.returncode, done.stdout.decode()), (0, text))
            for said in ("Personne A", "Entreprise B", word):
                self.assertIn(said, done.stderr.decode())
        self.assertFalse((self.home / "a/.paravent").exists(), "nothing is made to restore")

    def test_restore_takes_the_aliases_of_another_folder_when_asked(self):
        self.out("anonymise", "--style", "pseudonym", "note.md")
        answer = self.write("downloads/answer.md", "Bonjour Personne A.\n")
        self.assertEqual(self.out("restore", answer).decode(), "Bonjour Personne A.\n")
        self.assertEqual(self.out("restore", "--folder", self.home / "a", answer).decode(), "Bonjour Brunelle Tarvic.\n")

    def test_a_second_write_loses_no_name(self):
        self.write_in_place()
        with self.note.open("ab") as note:
            note.write("Vu M. Aurèle Dormasse.\n".encode())
        self.out("anonymise", "--write", "--style", "pseudonym", "note.md")
        self.assertNotIn(b"Dormasse", self.note.read_bytes())
        self.out("restore", "--write", "note.md")
        self.assertEqual(self.note.read_bytes().decode(), NOTE + "Vu M. Aurèle Dormasse.\n")

    def test_restore_in_place_spares_what_is_protected_and_keeps_what_it_cannot_make_exact(self):
        self.write_in_place()
        with self.note.open("ab") as note:
            note.write("Merci à Personne A.\n".encode())
        edited = self.note.read_bytes()
        self.out("restore", "--write", "note.md")
        self.assertEqual(self.note.read_bytes().decode(), NOTE + "Merci à Brunelle Tarvic.\n")
        self.assertEqual((self.home / "a/.note.md.paravent-original").read_bytes(), edited)
        self.note.write_bytes(edited)
        self.note.chmod(0o444)
        done = self.paravent_of_a_usual_user("restore", "--write", "note.md")
        self.assertEqual(done.returncode, 2)
        self.assertIn("protégé", done.stderr.decode())
        self.assertEqual(self.note.read_bytes(), edited)

    def test_a_note_moved_to_another_folder_is_not_given_other_people(self):
        once = self.out("anonymise", "--style", "pseudonym", "-", stdin="Vu Mme Brunelle Tarvic.\n".encode())
        self.write("b/note.md", "Appel de M. Aurèle Dormasse.\n")
        self.out("anonymise", "--style", "pseudonym", self.home / "b/note.md")
        moved = self.write("b/moved.md", once)
        told = self.fails("restore", moved)
        self.assertIn("--folder", told)
        self.assertNotIn("Dormasse", told)
        self.assertEqual(self.out("restore", "--folder", self.home / "a", moved).decode(), "Vu Mme Brunelle Tarvic.\n")
        self.assertIn("Dormasse", self.out("restore", "--folder", self.home / "b", moved).decode())


if __name__ == "__main__":
    run_tests()
