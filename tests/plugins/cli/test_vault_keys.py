#!/usr/bin/env python3
"""What opens the vault, and its copies: passphrase, recovery key, backups, export. All names are invented."""
import os
import pathlib
import pty
import subprocess
import sys
import time

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parents[2] / "support"))
import paravent
from report import run as run_tests
from vault_command import VaultCommand


class Keys(VaultCommand):
    def test_a_passphrase_opens_from_the_environment_or_a_descriptor_and_nobody_is_asked_without_a_terminal(self):
        self.variables = {"PARAVENT_NEW_PASSPHRASE": "trois petits paravents"}
        self.out("vault", "create")
        self.out("vault", "passphrase")
        self.variables = {}
        begin = time.monotonic()
        self.assertIn("PARAVENT_PASSPHRASE", self.fails("anonymise", "--style", "pseudonym", "note.md"))
        self.assertLess(time.monotonic() - begin, 2)
        looked = self.paravent("check", "note.md")
        self.assertEqual(looked.returncode, 1)
        self.variables = {"PARAVENT_PASSPHRASE": "un autre"}
        self.fails("anonymise", "--style", "pseudonym", "note.md")
        self.fails("anonymise", "--write", "--style", "pseudonym", "note.md")
        self.variables = {"PARAVENT_PASSPHRASE": "trois petits paravents"}
        self.out("anonymise", "--style", "pseudonym", "note.md")
        self.variables = {}
        self.assertIn("phrase secrète", self.out("doctor").decode())
        read, write = os.pipe()
        os.write(write, b"trois petits paravents\n")
        os.close(write)
        done = subprocess.run([str(paravent.BINARY), "vault", "check", "--passphrase-fd", str(read)], pass_fds=[read], capture_output=True,
                              env=paravent.environment(self.home), cwd=self.home / "a", timeout=60, check=False)
        os.close(read)
        self.assertEqual(done.returncode, 0, done.stderr.decode())

    def test_a_passphrase_that_is_typed_is_not_shown(self):
        self.variables = {"PARAVENT_NEW_PASSPHRASE": "trois petits paravents"}
        self.out("vault", "create")
        self.out("vault", "passphrase")
        pid, terminal = pty.fork()
        if pid == 0:
            os.chdir(self.home / "a")
            os.execve(paravent.BINARY, ["paravent", "vault", "check"], paravent.environment(self.home))
        shown, typed = b"", False
        while True:
            try:
                got = os.read(terminal, 1000)
            except OSError:
                break
            if not got:
                break
            shown += got
            if not typed and b":" in shown:
                os.write(terminal, b"trois petits paravents\n")
                typed = True
        self.assertEqual(os.waitstatus_to_exitcode(os.waitpid(pid, 0)[1]), 0, shown.decode())
        self.assertNotIn(b"petits", shown)

    def test_the_recovery_key_opens_when_the_key_file_is_gone(self):
        key = self.out_recovery_key()
        data, config = self.places()
        (config / "vault.key").unlink()
        self.assertIn("vault.key", self.fails("anonymise", "--style", "pseudonym", "note.md"))
        self.assertFalse((config / "vault.key").exists(), "never a second key")
        self.variables = {"PARAVENT_RECOVERY_KEY": key}
        self.out("vault", "use", "keyfile", "--recovery")
        self.variables = {}
        self.out("vault", "check")

    def test_a_new_recovery_key_opens_what_lies_beside_the_vault_and_the_old_one_opens_nothing(self):
        old = self.out_recovery_key()
        self.out("vault", "restore-backup", "--force")
        data, config = self.places()
        (config / "vault.key").rename(config / "vault.key.away")
        self.variables = {"PARAVENT_RECOVERY_KEY": old}
        new = self.out("vault", "recovery-key", "--recovery").decode().strip()
        aside = data / "vault-damaged.db"
        backups = sorted((data / "backups").glob("vault-*.db"))
        self.assertTrue(aside.exists() and backups)
        for copy in [data / "vault.db", aside, *backups]:
            (data / "vault.db").write_bytes(copy.read_bytes())
            self.variables = {"PARAVENT_RECOVERY_KEY": old}
            self.assertIn("n’ouvre pas ce coffre", self.fails("vault", "check", "--recovery"), copy)
            self.variables = {"PARAVENT_RECOVERY_KEY": new}
            self.out("vault", "check", "--recovery")

    def test_a_new_recovery_key_is_given_though_a_damaged_vault_cannot_follow(self):
        self.out_recovery_key()
        aside = self.places()[0] / "vault-damaged.db"
        aside.write_bytes(b"no database at all")
        done = self.paravent("vault", "recovery-key")
        self.assertEqual(done.returncode, 0)
        self.assertEqual(len(done.stdout.split(b"-")), 14)
        self.assertIn(str(aside), done.stderr.decode())
        self.assertEqual(aside.read_bytes(), b"no database at all")

    def out_recovery_key(self):
        self.out("anonymise", "--style", "pseudonym", "note.md")
        return self.out("vault", "recovery-key").decode().strip()

    def test_a_backup_takes_the_place_of_a_sound_vault_only_when_forced_and_its_aliases_stay_spent(self):
        self.out("vault", "create")
        self.out("anonymise", "--style", "pseudonym", "-", stdin="Vu Mme Brunelle Tarvic.\n".encode())
        self.assertIn("--force", self.fails("vault", "restore-backup"))
        self.assertIn("Tarvic", self.out("vault", "list").decode())
        self.out("vault", "restore-backup", "--force")
        self.assertNotIn("Tarvic", self.out("vault", "list").decode(), "the backup is older")
        self.assertIn("Personne B", self.out("anonymise", "--style", "pseudonym", "-", stdin="Vu M. Aurèle Dormasse.\n".encode()).decode())

    def test_an_export_brings_the_aliases_to_a_second_machine(self):
        once = self.out("anonymise", "--style", "pseudonym", "-", stdin="Vu Mme Brunelle Tarvic.\n".encode())
        self.variables = {"PARAVENT_EXPORT_PASSPHRASE": "voyage en train"}
        self.out("vault", "export", self.home / "a/vault.export")
        self.assertNotIn(b"Tarvic", (self.home / "a/vault.export").read_bytes())
        self.variables["XDG_DATA_HOME"] = str(self.home / "second/data")
        self.variables["XDG_CONFIG_HOME"] = str(self.home / "second/config")
        self.out("vault", "import", self.home / "a/vault.export")
        self.assertEqual(self.out("restore", "-", stdin=once).decode(), "Vu Mme Tarvic.\n")


if __name__ == "__main__":
    run_tests()
