#!/usr/bin/env python3
"""`anonymise --write` with the vault never loses a note: the vault is on disk before the note changes, and a program that is killed at any moment
leaves the note old or new, whole, with every alias in it known. All names are invented."""
import os
import pathlib
import random
import re
import subprocess
import sys
import time

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parents[2] / "support"))
import paravent
from command_line import CommandLine
from report import run as run_tests

ROUNDS = int(os.environ.get("PARAVENT_CRASHES", "40"))
GIVEN = ("Brunelle", "Aurélie", "Zoélie", "Ysaline", "Solenne", "Léocadie")
SURNAMES = ("Tarvic", "Dormasse", "Quarnon", "Borvel", "Ostrelet", "Parvenchère")


class Crash(CommandLine):
    def setUp(self):
        super().setUp()
        self.note = self.home / "notes/note.md"
        self.note.parent.mkdir()
        self.command = [str(paravent.BINARY), "anonymise", "--write", "--style", "pseudonym", str(self.note)]
        self.environment = paravent.environment(self.home)
        self.write("notes/first.md", "Vu Mme Maxence Trudaire.\n")
        self.paravent("anonymise", "--style", "pseudonym", self.home / "notes/first.md")
        # With a recovery key that was seen, the vault alone gives the note back.
        self.assertEqual(self.paravent("vault", "recovery-key").returncode, 0)
        (self.home / "notes/first.md").unlink()

    def text(self, number):
        people = [f"{GIVEN[(number + i) % 6]} {SURNAMES[(number * 5 + i * 7) % 6]}" for i in range(4)]
        return "".join(f"- Vu Mme {person}, le {number % 27 + 1} mars 20{i + 10}, de la part de {people[0]}.\n" for i, person in enumerate(people))

    def test_the_vault_is_on_disk_before_the_note_changes(self):
        self.note.write_text(self.text(1))
        trace = self.home / "trace"
        done = subprocess.run(["strace", "-f", "-y", "-e", "trace=fsync,fdatasync,rename,renameat,renameat2", "-o", str(trace), *self.command],
                              env=self.environment, capture_output=True, timeout=60, check=False)
        self.assertEqual(done.returncode, 0, done.stderr.decode())
        calls = trace.read_text().splitlines()
        moved = [i for i, call in enumerate(calls) if "rename" in call and "note.md" in call]
        self.assertEqual(len(moved), 1, calls)
        kept = [i for i, call in enumerate(calls) if re.search(r"f(data)?sync\(\d+<[^>]*vault\.db", call)]
        written = [i for i, call in enumerate(calls) if re.search(r"fsync\(\d+<[^>]*/notes/\.paravent-\d+>", call)]
        self.assertTrue(written and written[0] < moved[0], calls)
        self.assertTrue(any(i > moved[0] and re.search(r"fsync\(\d+<[^>]*/notes>", call) for i, call in enumerate(calls)), calls)
        # At the end the closing database may be put in order; before the note, both commits (aliases, way back) are on disk.
        self.assertGreaterEqual(len([i for i in kept if i < moved[0]]), 2, calls)

    def whole_run(self):
        begin = time.monotonic()
        self.note.write_text(self.text(0))
        subprocess.run(self.command, env=self.environment, capture_output=True, timeout=60, check=True)
        return time.monotonic() - begin

    def test_killed_at_any_moment_it_leaves_the_note_old_or_new_and_every_alias_known(self):
        chance = random.Random(20261126)
        duration = self.whole_run()
        seen = {"old": 0, "new": 0}
        for number in range(1, ROUNDS + 1):
            old = self.text(number)
            self.note.write_text(old)
            process = subprocess.Popen(self.command, env=self.environment, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
            time.sleep(chance.random() * duration * 1.1)
            process.kill()
            process.wait()
            now = self.note.read_text()
            if now == old:
                seen["old"] += 1
                continue
            seen["new"] += 1
            restored = self.paravent("restore", self.note)
            self.assertEqual((restored.returncode, restored.stdout.decode()), (0, old), restored.stderr.decode())
        self.assertTrue(seen["old"] and seen["new"], f"killed too early or too late: {seen}")
        # A stray file is removed once it is surely nobody's.
        for stray in self.note.parent.glob(".paravent-*"):
            os.utime(stray, (time.time() - 3600,) * 2)
        self.note.write_text(self.text(3))
        subprocess.run(self.command, env=self.environment, capture_output=True, timeout=60, check=True)
        self.assertEqual(sorted(path.name for path in self.note.parent.iterdir()), [".paravent", "note.md"])
        self.assertEqual(self.paravent("vault", "check").returncode, 0)


if __name__ == "__main__":
    run_tests()
