"""What every test of the vault on the command line starts from: a note in a folder, and a home where a vault can be. All names are invented."""
import os
import shutil
import subprocess

import paravent
from command_line import CommandLine

NOTE = "# Séance\r\n\r\nVu Mme Brunelle Tarvic, DRH chez Vorbexia SA.\r\nB. Tarvic ira mieux le 12 mars 2021.\n"
STYLES = ("pseudonym", "fictitious")


class VaultCommand(CommandLine):
    def setUp(self):
        super().setUp()
        self.note = self.write("a/note.md", NOTE)
        self.variables = {}

    def paravent(self, *arguments, stdin=b"", locale="fr_FR.UTF-8", cwd=None):
        env = {**paravent.environment(self.home, locale), **self.variables}
        return subprocess.run([str(paravent.BINARY), *map(str, arguments)], input=stdin, capture_output=True, cwd=cwd or self.home / "a", env=env,
                              timeout=60, check=False)

    def paravent_of_a_usual_user(self, *arguments):
        """Root may write everything: then the home becomes nobody's, who runs a copy of the program in it."""
        env = {**paravent.environment(self.home, "fr_FR.UTF-8"), **self.variables}
        binary, nobody = str(paravent.BINARY), {}
        if os.geteuid() == 0:
            nobody = {"user": 65534, "group": 65534, "extra_groups": []}
            binary = shutil.copy(paravent.BINARY, self.home / "paravent")
            for path in (self.home, *self.home.rglob("*")):
                os.chown(path, 65534, 65534)
        return subprocess.run([binary, *arguments], capture_output=True, cwd=self.home / "a", env=env, check=False, timeout=60, **nobody)

    def out(self, *arguments, **options):
        done = self.paravent(*arguments, **options)
        self.assertEqual(done.returncode, 0, done.stderr.decode())
        return done.stdout

    def write_in_place(self):
        """The note with aliases, as a coach may have it who has seen the recovery key."""
        self.out("vault", "create")
        self.out("vault", "recovery-key")
        self.out("anonymise", "--write", "--style", "pseudonym", "note.md")

    def fails(self, *arguments, **options):
        done = self.paravent(*arguments, **options)
        self.assertEqual((done.returncode, done.stdout), (2, b""), done.stderr.decode())
        self.assertTrue(done.stderr)
        self.assertEqual(self.note.read_bytes(), NOTE.encode(), "the note stays as it is")
        return done.stderr.decode()

    def places(self):
        return self.home / ".local/share/paravent", self.home / "config/paravent"
