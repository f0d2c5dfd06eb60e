#!/usr/bin/env python3
"""What a command line may look like, and what is said of a wrong one, in French and in English."""
import pathlib
import re
import sys

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parents[2] / "support"))
from command_line import NOTE, CommandLine
from report import run as run_tests

COMMANDS = ("check", "anonymise", "restore", "vault", "risk", "init", "lsp", "doctor", "help", "version")
LOCALES = ("fr_FR.UTF-8", "en_GB.UTF-8")
# Words of one language that stand in no word of the other's help or errors.
FRENCH = re.compile(r"\b(la|les|des|ou|inconnue?|attend|fichiers?|dossier|cette|vouliez|donnée?s?|ensemble|écrire)\b")
ENGLISH = re.compile(r"\b(the|or|unknown|needs|files?|folders?|this|did|given|together|how to|required|expected)\b", re.I)


class Usage(CommandLine):
    def assert_speaks(self, words, locale):
        # Names of options and actions are the same in both languages.
        words = re.sub(r"--[a-z-]+|\bforget-folder\b", "", words)
        wanted, other = (FRENCH, ENGLISH) if locale.startswith("fr") else (ENGLISH, FRENCH)
        self.assertRegex(words, wanted)
        self.assertNotRegex(words, other)

    def refused(self, *arguments, says=()):
        for locale, said in zip(LOCALES, says if isinstance(says, tuple) and says else (says, says)):
            done = self.paravent(*arguments, locale=locale)
            words = done.stderr.decode()
            self.assertEqual((done.returncode, done.stdout), (2, b""), words)
            self.assertIn("paravent --help", words)
            self.assertTrue(all(line.startswith("paravent: ") for line in words.splitlines()), words)
            self.assert_speaks(words, locale)
            if said:
                self.assertIn(said, words)

    def test_help_is_understood_in_every_usual_form(self):
        for locale in LOCALES:
            forms = [self.paravent(*form, locale=locale) for form in (["--help"], ["-h"], ["help"])]
            self.assertEqual({(done.returncode, done.stderr) for done in forms}, {(0, b"")})
            self.assertEqual(len({done.stdout for done in forms}), 1)
            for command in COMMANDS:
                self.assertIn(f"\n  {command} ", forms[0].stdout.decode())
            self.assert_speaks(forms[0].stdout.decode(), locale)

    def test_help_of_each_command_in_both_languages(self):
        for locale in LOCALES:
            for command in COMMANDS:
                forms = [self.paravent(*form, locale=locale)
                         for form in (["help", command], [command, "--help"], [command, "-h"], ["--help", command])]
                self.assertEqual({(done.returncode, done.stderr) for done in forms}, {(0, b"")}, command)
                self.assertEqual(len({done.stdout for done in forms}), 1, command)
                self.assertIn(f"paravent {command}", forms[0].stdout.decode())
                self.assert_speaks(forms[0].stdout.decode(), locale)

    def test_the_help_names_every_option(self):
        for command, options in (("check", ("--format", "--hints", "--explain", "sarif")), ("risk", ("--format", "--anonymised")), ("lsp", ("--log", "--stdio", "--position-encoding")),
                                 ("anonymise", ("--style", "--out", "--write", "--ephemeral", "--passphrase-fd", "pseudonym")), ("restore", ("--write", "--folder")),
                                 ("vault", ("--folder", "--everywhere", "--recovery", "recovery-key", "restore-backup", "stop-ignoring"))):
            words = self.paravent("help", command).stdout.decode()
            for option in (*options, "-h, --help"):
                self.assertIn(option, words)

    def test_french_where_the_language_is_not_known(self):
        french = self.paravent("--help").stdout
        for locale in ("", "C", "ja_JP.UTF-8"):
            self.assertEqual(self.paravent("--help", locale=locale).stdout, french)

    def test_the_version_in_every_usual_form(self):
        forms = {self.paravent(form).stdout for form in ("version", "--version", "-V")}
        self.assertEqual(len(forms), 1)
        self.assertRegex(forms.pop().decode(), r"^paravent \d+\.\d+\.\d+\n$")

    def test_an_unknown_command_is_told_with_the_nearest_one(self):
        self.refused("chekc", says=("Vouliez-vous dire « check »", "Did you mean “check”"))
        self.refused("anonymize", "n.md", says="anonymise")
        self.refused("help", "docteur", says="doctor")
        self.refused("xyzzy", says="xyzzy")
        self.refused("--versoin", says="--versoin")

    def test_nothing_to_do_is_told(self):
        self.refused(says="paravent check")
        self.refused("check", says=("FICHIER", "FILE"))
        self.refused("anonymise", "--out", "x", says=("FICHIER", "FILE"))

    def test_an_unknown_option_is_told_with_the_nearest_one(self):
        self.refused("check", "--fromat", "json", "n.md", says="--format")
        self.refused("check", "-x", "n.md", says="-x")

    def test_values_of_options(self):
        self.refused("check", "--format", "xml", "n.md", says="text, json, sarif")
        self.refused("check", "n.md", "--format", says=("--format FORME", "--format FORMAT"))
        self.refused("check", "--format=", "n.md", says="--format")
        self.refused("check", "--hints=yes", "n.md", says="--hints")
        self.refused("check", "--format", "json", "--format", "text", "n.md", says=("deux fois", "twice"))
        self.refused("anonymise", "--style", "secret", "n.md", says="generalise, pseudonym")
        self.refused("lsp", "--position-encoding", "latin-1", says="utf-8, utf-16, utf-32")

    def test_out_and_write_exclude_each_other_and_nothing_is_touched(self):
        path = self.write("n.md", NOTE)
        self.refused("anonymise", "--write", "--out", "out", path, says="--out")
        self.assertEqual(path.read_text(), NOTE)
        self.assertFalse((self.home / "out").exists())

    def test_too_much_is_told(self):
        for arguments in (("init", "a", "b"), ("version", "b"), ("lsp", "b")):
            done = self.paravent(*arguments)
            self.assertEqual((done.returncode, done.stdout), (2, b""))
            self.assertIn("« b »", done.stderr.decode())

    def test_options_may_stand_anywhere_and_be_joined_to_their_value(self):
        note = self.write("n.md", NOTE)
        usual = self.paravent("check", "--format", "json", note).stdout
        for form in (("check", note, "--format", "json"), ("check", "--format=json", note), ("check", "--format=json", "--", note)):
            self.assertEqual(self.paravent(*form).stdout, usual)

    def test_behind_two_hyphens_everything_is_a_file(self):
        self.write("--hints", NOTE)
        _, rows = self.findings("--", "--hints")
        self.assertEqual(rows[0]["file"], "--hints")

    def test_a_wrong_word_does_nothing_to_the_terminal(self):
        done = self.paravent("ch\x1b[2Jeck")
        self.assertNotIn(b"\x1b", done.stderr)


if __name__ == "__main__":
    run_tests()
