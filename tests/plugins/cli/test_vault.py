#!/usr/bin/env python3
"""The vault from the command line: aliases that last, the way back, and what happens when it cannot be opened. All names are invented."""
import fcntl
import os
import pathlib
import pty
import re
import shutil
import subprocess
import sys
import termios
import time

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parents[2] / "support"))
import paravent
from command_line import CommandLine
from report import run as run_tests

NOTE = "# Séance\r\n\r\nVu Mme Brunelle Tarvic, DRH chez Vorbexia SA.\r\nB. Tarvic ira mieux le 12 mars 2021.\n"
STYLES = ("pseudonym", "fictitious")


class Vault(CommandLine):
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

    def fails(self, *arguments, **options):
        done = self.paravent(*arguments, **options)
        self.assertEqual((done.returncode, done.stdout), (2, b""), done.stderr.decode())
        self.assertTrue(done.stderr)
        self.assertEqual(self.note.read_bytes(), NOTE.encode(), "the note stays as it is")
        return done.stderr.decode()

    def places(self):
        return self.home / ".local/share/paravent", self.home / "config/paravent"

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

    def test_a_second_write_loses_no_name(self):
        self.out("vault", "create")
        self.out("vault", "recovery-key")
        self.out("anonymise", "--write", "--style", "pseudonym", "note.md")
        with self.note.open("ab") as note:
            note.write("Vu M. Aurèle Dormasse.\n".encode())
        self.out("anonymise", "--write", "--style", "pseudonym", "note.md")
        self.assertNotIn(b"Dormasse", self.note.read_bytes())
        self.out("restore", "--write", "note.md")
        self.assertEqual(self.note.read_bytes().decode(), NOTE + "Vu M. Aurèle Dormasse.\n")

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

    def test_restore_in_place_spares_what_is_protected_and_keeps_what_it_cannot_make_exact(self):
        self.out("vault", "create")
        self.out("vault", "recovery-key")
        self.out("anonymise", "--write", "--style", "pseudonym", "note.md")
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

    def test_a_backup_takes_the_place_of_a_sound_vault_only_when_forced_and_its_aliases_stay_spent(self):
        self.out("vault", "create")
        self.out("anonymise", "--style", "pseudonym", "-", stdin="Vu Mme Brunelle Tarvic.\n".encode())
        self.assertIn("--force", self.fails("vault", "restore-backup"))
        self.assertIn("Tarvic", self.out("vault", "list").decode())
        self.out("vault", "restore-backup", "--force")
        self.assertNotIn("Tarvic", self.out("vault", "list").decode(), "the backup is older")
        self.assertIn("Personne B", self.out("anonymise", "--style", "pseudonym", "-", stdin="Vu M. Aurèle Dormasse.\n".encode()).decode())

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

    def test_what_only_looks_makes_no_key_of_a_folder(self):
        self.out("vault", "create")
        for action in ("list", "declared", "forget-folder"):
            self.out("vault", action)
        self.fails("vault", "forget", "Brunelle Tarvic")
        self.assertFalse((self.home / "a/.paravent").exists())

    def test_an_alias_is_renamed_merged_and_split(self):
        self.out("anonymise", "--style", "pseudonym", "-", stdin="Vu Mme Brunelle Tarvic et M. Aurèle Dormasse.\n".encode())
        self.fails("vault", "rename", "Personne A", "Cliente du mardi")
        self.out("vault", "rename", "Personne A", "Personne T")
        self.assertEqual(self.out("restore", "-", stdin=b"Personne T, Personne A.\n").decode(), "Brunelle Tarvic, Brunelle Tarvic.\n")
        self.out("vault", "merge", "Personne T", "Personne B")
        self.assertEqual(self.out("restore", "-", stdin=b"Personne B.\n").decode(), "Brunelle Tarvic.\n")
        self.out("vault", "split", "Personne T", "Personne S", "Aurèle Dormasse")
        self.assertEqual(self.out("restore", "-", stdin=b"Personne S.\n").decode(), "Aurèle Dormasse.\n")

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

    def out_recovery_key(self):
        self.out("anonymise", "--style", "pseudonym", "note.md")
        return self.out("vault", "recovery-key").decode().strip()

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

    def test_an_export_brings_the_aliases_to_a_second_machine(self):
        once = self.out("anonymise", "--style", "pseudonym", "-", stdin="Vu Mme Brunelle Tarvic.\n".encode())
        self.variables = {"PARAVENT_EXPORT_PASSPHRASE": "voyage en train"}
        self.out("vault", "export", self.home / "a/vault.export")
        self.assertNotIn(b"Tarvic", (self.home / "a/vault.export").read_bytes())
        self.variables["XDG_DATA_HOME"] = str(self.home / "second/data")
        self.variables["XDG_CONFIG_HOME"] = str(self.home / "second/config")
        self.out("vault", "import", self.home / "a/vault.export")
        self.assertEqual(self.out("restore", "-", stdin=once).decode(), "Vu Mme Tarvic.\n")

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
