#!/usr/bin/env python3
"""What goes wrong around the vault is told, and changes nothing. All names are invented."""
import fcntl
import os
import pathlib
import re
import subprocess
import sys
import termios
import time

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parents[2] / "support"))
import paravent
from report import run as run_tests
from vault_command import NOTE, VaultCommand


class Trouble(VaultCommand):
    def test_a_note_that_changes_while_it_is_anonymised_is_not_replaced(self):
        self.out("vault", "create")
        typed = "Vu Mme Brunelle Tarvic.\n"
        # The passphrase is read after the note: whoever gives it types into the note first.
        self.variables = {"PARAVENT_NEW_PASSPHRASE": "trois petits paravents"}
        self.out("vault", "passphrase")
        read, write = os.pipe()
        run = subprocess.Popen([str(paravent.BINARY), "anonymise", "--write", "--style", "pseudonym", "note.md", "--passphrase-fd", str(read)],
                               pass_fds=[read], stderr=subprocess.PIPE, env=paravent.environment(self.home), cwd=self.home / "a")
        os.write(write, b"trois petits ")
        for _ in range(600):
            if fcntl.ioctl(read, termios.FIONREAD, b"\0" * 4) == b"\0" * 4:
                break
            time.sleep(0.05)
        self.note.write_text(typed)
        os.write(write, b"paravents\n")
        said = run.communicate(timeout=60)[1].decode()
        os.close(read)
        os.close(write)
        self.assertEqual(run.returncode, 2, said)
        self.assertIn("note.md", said)
        self.assertEqual(self.note.read_text(), typed)
        self.assertEqual([path.name for path in self.note.parent.iterdir() if "original" in path.name], [])

    def test_a_damaged_vault_is_told_and_a_backup_brings_it_back(self):
        self.out("anonymise", "--style", "pseudonym", "note.md")
        data, _ = self.places()
        # A backup is made before the first change of a day; another vault day is not worth waiting for.
        backups = list((data / "backups").iterdir())
        (data / "vault.db").write_bytes(b"\x00" * 4096)
        told = self.fails("anonymise", "--style", "pseudonym", "note.md")
        self.assertIn("paravent vault restore-backup", told)
        if backups:
            self.out("vault", "restore-backup")
            self.out("vault", "check")

    def test_a_folder_that_may_not_be_written_is_told(self):
        if os.geteuid() == 0:
            # Root may write anywhere: a file where the folder of the vault should be has the same effect.
            data, _ = self.places()
            data.parent.mkdir(parents=True)
            data.write_text("")
        else:
            self.note.parent.chmod(0o555)
        self.fails("anonymise", "--style", "pseudonym", "note.md")
        self.note.parent.chmod(0o755)

    def test_a_full_disk_is_told_and_nothing_is_changed(self):
        self.out("anonymise", "--style", "pseudonym", "-", stdin="Vu M. Aurèle Dormasse.\n".encode())
        full = ["bash", "-c", 'ulimit -f 8; trap "" XFSZ; exec "$@"', "-", str(paravent.BINARY)]
        long = "".join(f"Vu Mme Brunelle Tarvic, le {i} mars 1987.\n\n" for i in range(1, 3000))
        note = self.write("a/long.md", long)
        done = subprocess.run([*full, "anonymise", "--write", "--style", "pseudonym", "long.md"], capture_output=True, cwd=self.home / "a",
                              env=paravent.environment(self.home), timeout=60, check=False)
        self.assertEqual(done.returncode, 2, done.stderr.decode())
        self.assertEqual(note.read_text(), long)
        self.assertEqual([path.name for path in self.note.parent.iterdir() if re.match(r"\.paravent-\d", path.name)], [])
        self.out("vault", "check")

    def test_copies_that_a_synced_folder_makes_in_a_conflict_do_no_harm(self):
        once = self.out("anonymise", "--style", "pseudonym", "note.md")
        key = self.home / "a/.paravent"
        self.write("a/.paravent (conflict copy)", key.read_bytes())
        self.write("a/note (conflict copy).md", NOTE)
        self.assertEqual(self.out("anonymise", "--style", "pseudonym", "note (conflict copy).md"), once)
        self.assertEqual(self.out("restore", "-", stdin=once).decode(), NOTE)

    def test_a_wrong_action_is_told_in_both_languages(self):
        for locale, word in (("fr_FR.UTF-8", "inconnue"), ("en_GB.UTF-8", "unknown")):
            done = self.paravent("vault", "wipe", locale=locale)
            self.assertEqual(done.returncode, 2)
            self.assertIn(word, done.stderr.decode())
        self.assertIn("ALIAS", self.fails("vault", "rename", "Personne A"))
        for action in ("list", "check", "forget-folder"):
            self.assertIn("paravent vault create", self.fails("vault", action))


if __name__ == "__main__":
    run_tests()
