#!/usr/bin/env python3
"""What the coach says of people and aliases: declared, ignored, forgotten, renamed, merged, split. All names are invented."""
import pathlib
import sys

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parents[2] / "support"))
from report import run as run_tests
from vault_command import VaultCommand


class People(VaultCommand):
    def test_a_name_that_is_declared_is_masked_and_one_that_is_ignored_is_not(self):
        line = "rivage aubain vient demain.\n".encode()
        self.assertEqual(self.paravent("check", "-", stdin=line).returncode, 0)
        self.out("vault", "declare", "-", stdin="# clients\n- Rivage Aubain\n".encode())
        self.assertEqual(self.out("vault", "declared").decode(), "Rivage Aubain\n")
        self.assertEqual(self.paravent("check", "-", stdin=line).returncode, 1, "what only looks at notes knows it too")
        self.assertNotIn(b"aubain", self.out("anonymise", "--style", "pseudonym", "-", stdin=line))
        self.out("vault", "ignore", "PERSON", "Brunelle Tarvic")
        self.assertIn(b"Brunelle Tarvic", self.out("anonymise", "--style", "pseudonym", "note.md"))
        self.assertNotIn("Brunelle Tarvic", self.paravent("check", "note.md").stdout.decode())
        self.out("vault", "stop-ignoring", "PERSON", "Brunelle Tarvic")
        self.assertNotIn(b"Tarvic", self.out("anonymise", "--style", "pseudonym", "note.md"))

    def test_declared_people_are_masked_in_the_default_style_too(self):
        line = "rivage aubain vient demain.\n".encode()
        self.out("vault", "declare", "-", stdin=b"Rivage Aubain\n")
        self.assertNotIn(b"aubain", self.out("anonymise", "-", stdin=line))
        self.assertNotIn(b"aubain", self.out("anonymise", "--ephemeral", "--style", "pseudonym", "-", stdin=line))
        (self.places()[1] / "vault.key").unlink()
        for name in ("x.md", "y.md"):
            self.write(f"a/{name}", line)
        done = self.paravent("anonymise", "--out", self.home / "out", "x.md", "y.md")
        self.assertEqual((done.returncode, done.stderr.decode().count("vault.key")), (0, 1), "said once")

    def test_who_is_forgotten_does_not_come_back_and_the_alias_is_not_given_again(self):
        once = self.out("anonymise", "--style", "pseudonym", "note.md")
        self.out("vault", "forget", "Brunelle Tarvic")
        self.assertNotIn(b"Tarvic", self.out("restore", "-", stdin=once))
        self.assertNotIn("Tarvic", self.out("vault", "list").decode())
        self.assertIn("Personne B", self.out("anonymise", "--style", "pseudonym", "note.md").decode())
        self.fails("vault", "forget", "Brunelle Quidam")
        self.out("vault", "forget-folder")
        self.assertNotIn("Personne", self.out("vault", "list").decode())

    def test_what_bears_the_name_of_who_is_forgotten_goes_too(self):
        note = "Vu Mme Brunelle Tarvic, son adresse : brunelle.tarvic@vorbexia.example. Voir [[Brunelle Tarvic]] et [fiche](clients/brunelle-tarvic.md).\n"
        once = self.out("anonymise", "--style", "pseudonym", "-", stdin=note.encode())
        self.assertIn("vorbexia.example", self.out("vault", "list").decode())
        self.assertIn("Courriel A", self.out("vault", "forget", "Brunelle Tarvic").decode())
        for said in (self.out("vault", "list"), self.out("restore", "-", stdin=once)):
            self.assertNotIn("tarvic", said.decode().lower())

    def test_forgetting_a_name_of_two_asks_for_the_alias(self):
        self.out("anonymise", "--style", "pseudonym", "-", stdin="Vu Mme Brunelle Tarvic. Brunelle rit.\n".encode())
        self.out("anonymise", "--style", "pseudonym", "-", stdin="Vu Mme Brunelle Dormasse. Brunelle rit.\n".encode())
        before = self.out("vault", "list")
        told = self.fails("vault", "forget", "Brunelle")
        for alias in ("Personne A", "Personne B"):
            self.assertIn(alias, told)
        self.assertNotIn("Tarvic", told)
        self.assertEqual(self.out("vault", "list"), before)
        gone = self.out("vault", "forget", "Personne B").decode()
        self.assertIn("Personne B", gone)
        self.assertNotIn("Personne A", gone)
        self.assertIn("Tarvic", self.out("vault", "list").decode())

    def test_an_alias_is_renamed_merged_and_split(self):
        self.out("anonymise", "--style", "pseudonym", "-", stdin="Vu Mme Brunelle Tarvic et M. Aurèle Dormasse.\n".encode())
        self.fails("vault", "rename", "Personne A", "Cliente du mardi")
        self.out("vault", "rename", "Personne A", "Personne T")
        self.assertEqual(self.out("restore", "-", stdin=b"Personne T, Personne A.\n").decode(), "Brunelle Tarvic, Brunelle Tarvic.\n")
        self.out("vault", "merge", "Personne T", "Personne B")
        self.assertEqual(self.out("restore", "-", stdin=b"Personne B.\n").decode(), "Brunelle Tarvic.\n")
        self.out("vault", "split", "Personne T", "Personne S", "Aurèle Dormasse")
        self.assertEqual(self.out("restore", "-", stdin=b"Personne S.\n").decode(), "Aurèle Dormasse.\n")

    def test_an_invented_name_that_tells_of_somebody_is_refused(self):
        self.out("anonymise", "--style", "fictitious", "-", stdin="Vu Mme Lucie Tarvic et M. Aurèle Dormasse.\n".encode())
        first, second = (line.split(" = ")[0] for line in self.out("vault", "list").decode().splitlines())
        for refused in ("Lucie Vauremelle", "Isabelle " + second.split(" ")[1], "Isabelle Martin"):
            self.fails("vault", "rename", first, refused)
        self.out("vault", "rename", first, "Isabelle Vauremelle")
        self.assertEqual(self.out("restore", "-", stdin=f"Isabelle Vauremelle, {first}.\n".encode()).decode(), "Lucie Tarvic, Lucie Tarvic.\n")


if __name__ == "__main__":
    run_tests()
