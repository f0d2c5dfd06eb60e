#!/usr/bin/env python3
"""The vault from the command line: when it is made, and aliases that last, in all notes of a folder and in no other. All names are invented."""
import pathlib
import subprocess
import sys

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parents[2] / "support"))
import paravent
from report import run as run_tests
from vault_command import STYLES, VaultCommand


class Vault(VaultCommand):
    def test_generalise_and_ephemeral_open_no_vault(self):
        self.out("anonymise", "note.md")
        self.out("anonymise", "--ephemeral", "--style", "pseudonym", "note.md")
        self.assertEqual([path.exists() for path in self.places()], [False, False])
        self.assertEqual(sorted(path.name for path in self.note.parent.iterdir()), ["note.md"])

    def test_the_first_use_says_once_where_the_key_is_and_never_shows_the_recovery_key(self):
        first = self.paravent("anonymise", "--style", "pseudonym", "note.md")
        self.assertIn("vault.key", first.stderr.decode())
        self.assertNotRegex((first.stdout + first.stderr).decode(), r"(\w{4}-){5}")
        second = self.paravent("anonymise", "--style", "pseudonym", "note.md")
        self.assertEqual((second.stdout, second.stderr), (first.stdout, b""))
        data, config = self.places()
        self.assertEqual((config / "vault.key").stat().st_mode & 0o777, 0o600)
        self.assertFalse(list(data.glob("*.key")))

    def test_an_alias_stays_the_same_in_all_notes_of_a_folder_and_in_no_other(self):
        self.out("anonymise", "--style", "pseudonym", "note.md")
        other = self.write("a/other.md", "Vu M. Aurèle Dormasse, puis Mme Tarvic.\n")
        self.assertEqual(self.out("anonymise", "--style", "pseudonym", other).decode(), "Vu M. Personne B, puis Mme Personne A.\n")
        apart = self.write("b/note.md", "Vu M. Aurèle Dormasse.\n")
        self.assertIn("Personne A", self.out("anonymise", "--style", "pseudonym", apart).decode())
        listed = self.out("vault", "list", self.home / "b").decode()
        self.assertIn("Personne A = Aurèle Dormasse", listed)
        self.assertNotIn("Tarvic", listed)

    def test_the_folder_of_a_root_is_one_with_the_folders_below_it(self):
        self.write("c/paravent.toml", "root = true\n")
        one, two = self.write("c/x/n.md", "Vu Mme Brunelle Tarvic.\n"), self.write("c/y/n.md", "Vu M. Aurèle Dormasse et Mme Tarvic.\n")
        self.out("anonymise", "--style", "pseudonym", one)
        self.assertIn("Mme Personne A", self.out("anonymise", "--style", "pseudonym", two).decode())
        self.assertEqual(sorted(path.parent.name for path in (self.home / "c").rglob(".paravent")), ["c"])

    def test_the_output_holds_nothing_to_mask_and_stays_as_it_is_with_the_vault_and_without(self):
        for style in ("generalise", *STYLES):
            once = self.out("anonymise", "--style", style, "note.md")
            self.assertEqual(self.paravent("check", "-", stdin=once).returncode, 0, style)
            for more in ((), ("--ephemeral",)):
                self.assertEqual(self.out("anonymise", "--style", style, *more, "-", stdin=once), once, style)

    def test_two_at_once_agree(self):
        notes = [self.write(f"a/n{i}.md", f"Vu Mme {name} Tarvic, puis Mme Ysaline Borvel.\n")
                 for i, name in enumerate(("Brunelle", "Zoélie", "Aurélie", "Solenne"))]
        env = paravent.environment(self.home)
        runs = [subprocess.Popen([str(paravent.BINARY), "anonymise", "--style", "pseudonym", str(note)], stdout=subprocess.PIPE, stderr=subprocess.PIPE, env=env)
                for note in notes]
        outs = []
        for run in runs:
            out, error = run.communicate(timeout=60)
            self.assertEqual(run.returncode, 0, error.decode())
            outs.append(out)
        listed = self.out("vault", "list").decode().splitlines()
        aliases = [line.split(" = ")[0] for line in listed]
        self.assertEqual(len(aliases), len(set(aliases)))
        self.assertEqual(len([line for line in listed if "= Ysaline Borvel" in line]), 1, listed)
        for note, out in zip(notes, outs):
            self.assertEqual(self.out("restore", "-", stdin=out), note.read_bytes())

    def test_what_only_looks_makes_no_key_of_a_folder(self):
        self.out("vault", "create")
        for action in ("list", "declared", "forget-folder"):
            self.out("vault", action)
        self.fails("vault", "forget", "Brunelle Tarvic")
        self.assertFalse((self.home / "a/.paravent").exists())

    def test_no_name_stands_in_any_file_or_message(self):
        said = b""
        for arguments in (("anonymise", "--write", "--style", "pseudonym", "note.md"), ("restore", "note.md"), ("vault", "check"),
                          ("vault", "status"), ("vault", "forget", "Personne Q"), ("doctor", "note.md")):
            done = self.paravent(*arguments)
            said += done.stderr + (done.stdout if arguments[0] in ("vault", "doctor") else b"")
        self.assertNotIn(b"Tarvic", said)
        kept = [*self.places()[0].rglob("*"), *self.places()[1].rglob("*"), self.home / "a/.paravent"]
        self.assertGreaterEqual(len([path for path in kept if path.is_file()]), 3)
        for path in kept:
            if path.is_file():
                for name in (b"Tarvic", b"Vorbexia", "Tarvic".encode("utf-16-le")):
                    self.assertNotIn(name, path.read_bytes(), path)


if __name__ == "__main__":
    run_tests()
