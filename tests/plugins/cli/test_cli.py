#!/usr/bin/env python3
"""The command line as other programs rely on it (DESIGN.md, Command line), on the real binary and real files."""
import json
import os
import pathlib
import pty
import select
import shutil
import signal
import subprocess
import sys
import tempfile
import time
import unittest

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parents[2] / "support"))
import paravent
from command_line import NOTE, CommandLine
from report import run as run_tests


class Check(CommandLine):
    def test_one_json_line_per_input_in_the_order_given_even_without_findings(self):
        second = self.write("b.md", "Rien de personnel ici.\n")
        first = self.write("a.md", NOTE)
        done, rows = self.findings(second, first)
        self.assertEqual([row["file"] for row in rows], [str(second), str(first)])
        self.assertEqual(rows[0]["findings"], [])
        self.assertEqual(done.returncode, 1)
        person = rows[1]["findings"][0]
        self.assertEqual(NOTE.encode()[person["start"]:person["end"]].decode(), "Claire Dupont")
        self.assertEqual(set(person), {"category", "rule", "start", "end", "score", "hint", "entity", "replacement", "message"})

    def test_the_front_matter_of_a_note_tightens_for_that_note_alone_and_a_bad_switch_is_told(self):
        self.write("config/paravent/paravent.toml", "[detect]\nthreshold = 1000\n")
        loose = self.write("a.md", NOTE)
        tight = self.write("b.md", "---\nparavent: {threshold: 0}\n---\n" + NOTE)
        wrong = self.write("c.md", "---\nparavent-threshold: many\n---\n" + NOTE)
        done, rows = self.findings("--hints", tight, loose, wrong)
        hints = [any(finding["hint"] for finding in row["findings"]) for row in rows]
        self.assertEqual(hints, [False, True, True])
        self.assertIn("c.md:2", done.stderr.decode())

    def test_exit_code_tells_nothing_something_or_failure(self):
        clean, personal = self.write("c.md", "Une séance calme.\n"), self.write("p.md", NOTE)
        self.assertEqual(self.paravent("check", clean).returncode, 0)
        self.assertEqual(self.paravent("check", clean, personal).returncode, 1)
        done = self.paravent("check", "--format", "json", self.home / "absent.md", personal)
        self.assertEqual(done.returncode, 2)
        self.assertIn("n’existe pas", done.stderr.decode())
        self.assertEqual(len(done.stdout.splitlines()), 1, "the other input is still printed")

    def test_offsets_count_the_bytes_of_the_file_as_it_is(self):
        for encoding, bom in (("utf-8", b"\xef\xbb\xbf"), ("utf-16-le", b"\xff\xfe"), ("utf-16-be", b"\xfe\xff"), ("cp1252", b"")):
            text = "Hélène reçoit Claire Dupont mardi.\n"
            raw = bom + text.encode(encoding)
            done, rows = self.findings(self.write(f"{encoding}.md", raw))
            spans = [raw[f["start"]:f["end"]].decode(encoding) for f in rows[0]["findings"]]
            self.assertIn("Claire Dupont", spans, encoding)

    def test_masking_findings_are_sorted_and_never_overlap(self):
        _, rows = self.findings(self.write("n.md", NOTE * 50))
        spans = [(f["start"], f["end"]) for f in rows[0]["findings"] if f["category"] not in ("SENSITIVE", "PUBLIC")]
        self.assertEqual(spans, sorted(spans))
        self.assertTrue(all(a[1] <= b[0] for a, b in zip(spans, spans[1:])))

    def test_a_folder_gives_its_notes_and_leaves_hidden_ones(self):
        self.write("notes/un.md", NOTE)
        self.write("notes/sous/deux.md", NOTE)
        self.write("notes/.obsidian/trois.md", NOTE)
        _, rows = self.findings(self.home / "notes")
        self.assertEqual([pathlib.Path(row["file"]).name for row in rows], ["deux.md", "un.md"])

    def test_standard_input(self):
        done, rows = self.findings("-", stdin=NOTE.encode())
        self.assertEqual((rows[0]["file"], done.returncode), ("-", 1))

    def test_sarif_names_places_without_quoting_the_note(self):
        done = self.paravent("check", "--format", "sarif", self.write("n.md", NOTE))
        log = json.loads(done.stdout)
        self.assertEqual(log["version"], "2.1.0")
        self.assertTrue(log["runs"][0]["results"])
        self.assertNotIn("Dupont", done.stdout.decode())

    def test_sarif_uris_are_percent_encoded_and_relative_where_the_path_is(self):
        for name, uri in (("séance 4#é.md", "s%C3%A9ance%204%23%C3%A9.md"), ("a:b?.md", "a%3Ab%3F.md")):
            path = self.write(name, NOTE)
            for given, expected in ((name, uri), (path, "file://" + str(self.home) + "/" + uri)):
                log = json.loads(self.paravent("check", "--format", "sarif", given).stdout)
                places = {r["locations"][0]["physicalLocation"]["artifactLocation"]["uri"] for r in log["runs"][0]["results"]}
                self.assertEqual(places, {expected})

    def test_a_name_of_any_bytes_gives_valid_json_and_leaves_the_terminal_alone(self):
        for name, exact in ((b"a\x1b[31m\nb.md", "a\x1b[31m\nb.md"), (b"a\xff.md", "a\ufffd.md"), ("a\u202eb\u009b.md".encode(), "a\u202eb\u009b.md")):
            (self.home / "n").mkdir(exist_ok=True)
            path = os.fsencode(self.home / "n") + b"/" + name
            with open(path, "wb") as file:
                file.write(NOTE.encode())
            done, rows = self.findings("n")
            self.assertEqual(rows[0]["file"], "n/" + exact)
            self.assertEqual(len(rows[0]["findings"]), 3, "found in it what is found in any other")
            text = self.paravent("check", "n").stdout
            os.remove(path)
            os.mkfifo(path)
            told = self.paravent("check", self.home / "n" / os.fsdecode(name))
            self.assertEqual(told.returncode, 2)
            os.remove(path)
            for shown in (text, told.stderr):
                self.assertIn(b"/a", shown)
                self.assertFalse(set(shown.decode()) & set("\x1b\x7f\r\u009b\u202e"), shown)
                self.assertNotIn(b"\nb.md", shown)

    def test_a_note_reached_through_a_link_has_the_policy_of_both_folders(self):
        self.write("config/paravent/paravent.toml", "[detect]\nthreshold = 1000\n")
        self.write("real/paravent.toml", "[detect]\nthreshold = 0\n")
        self.write("real/a.md", NOTE)
        self.write("notes/plain.md", NOTE)
        (self.home / "notes/link.md").symlink_to(self.home / "real/a.md")
        for given in (["notes"], ["notes/link.md", "notes/plain.md"]):
            _, (link, plain) = self.findings("--hints", *given)
            self.assertFalse(any(f["hint"] for f in link["findings"]), given)
            self.assertTrue(any(f["hint"] for f in plain["findings"]), given)

    def test_explain_says_the_rule_the_score_and_what_weighed(self):
        note = self.write("n.md", NOTE)
        _, plain = self.findings(note)
        _, told = self.findings("--explain", note)
        for finding in told[0]["findings"]:
            explanation = finding.pop("explanation")
            weights = [reason["weight"] for reason in explanation["reasons"]]
            self.assertEqual(weights, sorted(weights, reverse=True))
            self.assertEqual(len(weights) > 0, finding["rule"].endswith(".name"), finding["rule"])
            self.assertLessEqual(len(weights), 3)
            self.assertIn(f"Règle {finding['rule']}, score ", explanation["message"])
            self.assertTrue(all(reason["message"] in explanation["message"] for reason in explanation["reasons"]))
            self.assertFalse(any(word in explanation["message"] for word in ("Claire", "Dupont", "LVMH", "98")))
        self.assertEqual(told, plain, "the rest is as without it")

    def test_explain_adds_a_line_to_each_finding_in_the_language_of_the_system(self):
        note = self.write("n.md", NOTE)
        for locale, rule in (("fr_FR.UTF-8", "Règle "), ("en_GB.UTF-8", "Rule ")):
            plain = self.paravent("check", note, locale=locale).stdout.decode().splitlines()
            told = self.paravent("check", "--explain", note, locale=locale).stdout.decode().splitlines()
            self.assertEqual([line for line in told if not line.strip().startswith(rule)], plain)
            self.assertEqual(len(told), 2 * len(plain) - 1, "but for the name of the note")

    def test_messages_follow_the_language_of_the_system(self):
        note = self.write("n.md", NOTE)
        messages = {}
        for locale in ("fr_FR.UTF-8", "en_GB.UTF-8", "ja_JP.UTF-8", "C"):
            _, rows = self.findings(note, locale=locale)
            messages[locale] = rows[0]["findings"][0]["message"]
        self.assertNotEqual(messages["fr_FR.UTF-8"], messages["en_GB.UTF-8"])
        self.assertEqual(messages["fr_FR.UTF-8"], messages["ja_JP.UTF-8"])
        self.assertEqual(messages["fr_FR.UTF-8"], messages["C"])

    def test_files_given_in_one_call_never_influence_each_other(self):
        full, short = self.write("a/a.md", "Vu Maëlys Kerbrat hier.\n"), self.write("b/b.md", "MAËLYS dort mal. m. k. aussi.\n")
        _, alone = self.findings(short)
        _, together = self.findings(full, short)
        self.assertEqual(alone[0], together[1])


class Folder(CommandLine):
    def words_found(self, name):
        _, rows = self.findings(self.home / name)
        raw = (self.home / name).read_bytes()
        return [raw[f["start"]:f["end"]].decode() for f in rows[0]["findings"]]

    def test_notes_of_one_folder_tell_each_other_names_and_those_of_another_nothing(self):
        self.write("one/a.md", "Vu Hélène Marchand.\n")
        for folder in ("one", "two"):
            self.write(f"{folder}/b.md", "Je vois marchand lundi.\n")
        self.assertEqual(self.words_found("one/b.md"), ["marchand"])
        self.assertEqual(self.words_found("two/b.md"), [])

    def test_what_is_rewritten_first_still_tells_its_names_to_what_is_rewritten_later(self):
        first = self.write("a.md", "Séance avec Solenne Dubreuilh.\n")
        later = self.write("b.md", "dubreuilh rappelle.\n")
        self.assertEqual(self.paravent("anonymise", "--write", first, later).returncode, 0)
        self.assertNotIn("dubreuilh", later.read_text().lower())


class BadInput(CommandLine):
    def refused(self, *arguments, says, **options):
        done = self.paravent(*arguments, **options)
        self.assertEqual(done.returncode, 2, done.stderr)
        self.assertIn(says, done.stderr.decode())
        self.assertNotIn("Dupont", done.stderr.decode())
        return done

    def test_binary_file(self):
        self.refused("check", self.write("photo.md", bytes(range(256)) * 20), says="pas du texte")

    def test_an_empty_name_is_not_standard_input(self):
        self.refused("check", "", stdin=NOTE.encode(), says="vide")
        done = self.refused("anonymise", "", stdin=NOTE.encode(), says="vide")
        self.assertEqual(done.stdout, b"")

    def test_damaged_utf8(self):
        self.refused("check", self.write("n.md", "Été avec Claire Dupont".encode() + b"\xff\xc3 fin"), says="UTF-8")

    def test_a_file_over_the_limit(self):
        path = self.home / "gros.md"
        with open(path, "wb") as file:
            file.truncate((64 << 20) + 1)
        self.refused("check", path, says="64 Mo")

    def test_a_folder_without_rights(self):
        """Root may read everything: then the program is run as nobody, from a copy that nobody can reach."""
        with tempfile.TemporaryDirectory() as folder:
            open_to_all = pathlib.Path(folder)
            open_to_all.chmod(0o755)
            binary = shutil.copy(paravent.BINARY, open_to_all / "paravent")
            locked = open_to_all / "notes"
            locked.mkdir()
            (locked / "n.md").write_text(NOTE)
            locked.chmod(0)
            nobody = {"user": 65534, "group": 65534, "extra_groups": []} if os.geteuid() == 0 else {}
            for path, says in ((locked, "dossier illisible"), (locked / "n.md", "pas le droit")):
                done = subprocess.run([binary, "check", str(path)], capture_output=True, cwd=folder, check=False,
                                      env=paravent.environment(folder), **nobody)
                self.assertEqual(done.returncode, 2)
                self.assertIn(says, done.stderr.decode())
            locked.chmod(0o755)

    def test_a_broken_policy_names_its_file_and_line(self):
        self.write("paravent.toml", "[save\nmode = 'twin'\n")
        self.refused("check", self.write("n.md", NOTE), says="paravent.toml")
        self.refused("anonymise", self.home / "n.md", says="paravent.toml")

    def test_an_unknown_key_is_told_with_the_nearest_one(self):
        self.write("paravent.toml", "[save]\nmod = 'twin'\n")
        done = self.paravent("check", self.write("n.md", NOTE))
        self.assertEqual(done.returncode, 1)
        self.assertIn("mode", done.stderr.decode())

    def test_nothing_on_stdout_when_anonymise_fails(self):
        done = self.refused("anonymise", "-", stdin=b"\x00\x01\x02", says="pas du texte")
        self.assertEqual(done.stdout, b"")

    def test_huge_monotonous_inputs_are_checked_like_any_other(self):
        for content in (b"A" * 5_000_000, b"CLAIRE " * 1_400_000, b"." * 10_000_000, b"[" * 10_000_000, b"(" * 10_000_000, b"1 " * 500_000,
                        b"Claire Dupont dit " * 280_000):
            done = self.paravent("check", "--format", "json", "-", stdin=content)
            self.assertIn(done.returncode, (0, 1), done.stderr[:200])

    def test_a_reader_that_closes_the_pipe_ends_the_program_without_a_crash(self):
        notes = [str(self.write(f"n{i}.md", NOTE * 200)) for i in range(20)]
        command = [str(paravent.BINARY), "check", *notes]
        process = subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, env=paravent.environment(self.home))
        process.stdout.read(10)
        process.stdout.close()
        process.stderr.read()
        process.stderr.close()
        self.assertIn(process.wait(timeout=60), (2, -signal.SIGPIPE))


class Anonymise(CommandLine):
    def test_prints_the_note_without_its_names_and_leaves_the_file(self):
        path = self.write("n.md", NOTE)
        done = self.paravent("anonymise", path)
        self.assertEqual(done.returncode, 0)
        for name in (b"Claire", b"Dupont", b"LVMH", b"98"):
            self.assertNotIn(name, done.stdout)
        self.assertEqual(path.read_text(), NOTE)

    def test_output_is_its_own_fixpoint(self):
        for style in ("generalise", "pseudonym", "fictitious"):
            once = self.paravent("anonymise", "--style", style, "-", stdin=NOTE.encode()).stdout
            twice = self.paravent("anonymise", "--style", style, "-", stdin=once)
            self.assertEqual((twice.returncode, twice.stdout), (0, once), style)
            self.assertEqual(self.paravent("check", "-", stdin=once).returncode, 0, style)

    def test_several_files_need_a_place(self):
        notes = [self.write("a.md", NOTE), self.write("b.md", NOTE)]
        self.assertEqual(self.paravent("anonymise", *notes).returncode, 2)
        (self.home / "out").mkdir()
        self.assertEqual(self.paravent("anonymise", "--out", self.home / "out", *notes).returncode, 0)
        self.assertEqual(sorted(p.name for p in (self.home / "out").iterdir()), ["a.md", "b.md"])
        self.assertNotIn("Dupont", (self.home / "out/a.md").read_text())

    def test_write_replaces_in_one_step_and_keeps_encoding_and_mode(self):
        path = self.write("n.md", b"\xff\xfe" + NOTE.encode("utf-16-le"))
        path.chmod(0o640)
        self.assertEqual(self.paravent("anonymise", "--write", path).returncode, 0)
        raw = path.read_bytes()
        self.assertTrue(raw.startswith(b"\xff\xfe"))
        self.assertNotIn("Dupont", raw.decode("utf-16"))
        self.assertEqual(path.stat().st_mode & 0o777, 0o640)
        kept = self.home / ".n.md.paravent-original"
        self.assertEqual(sorted(self.home.iterdir()), [kept, path], "no temporary file stays, the original does")
        self.assertEqual(kept.read_bytes(), b"\xff\xfe" + NOTE.encode("utf-16-le"))
        self.assertEqual(kept.stat().st_mode & 0o777, 0o600)

    def test_line_ends_are_kept(self):
        done = self.paravent("anonymise", "-", stdin=NOTE.replace("\n", "\r\n").encode())
        self.assertTrue(done.stdout.endswith(b".\r\n"))

    def test_write_never_loses_the_first_original(self):
        path = self.write("n.md", NOTE)
        self.paravent("anonymise", "--write", path)
        path.write_text(path.read_text() + "Revu Claire Dupont.\n")
        self.paravent("anonymise", "--write", path)
        self.assertEqual((self.home / ".n.md.paravent-original").read_text(), NOTE)

    def test_write_loses_nothing_of_what_was_typed_in_between(self):
        path = self.write("n.md", NOTE)
        self.paravent("anonymise", "--write", path)
        typed = path.read_text() + "Revu Sophie Delatour.\n"
        path.write_text(typed)
        self.assertEqual(self.paravent("anonymise", "--write", path).returncode, 0)
        self.assertNotIn("Delatour", path.read_text())
        self.assertEqual((self.home / ".n.md.paravent-original-2").read_text(), typed)
        self.assertEqual(self.paravent("anonymise", "--write", path).returncode, 0)
        self.assertFalse((self.home / ".n.md.paravent-original-3").exists(), "nothing to replace, nothing to keep")

    def test_an_input_that_failed_leaves_stdout_empty(self):
        done = self.paravent("anonymise", self.home / "absent.md")
        self.assertEqual((done.returncode, done.stdout), (2, b""))

    def test_a_full_disk_is_said_and_leaves_no_half_file(self):
        done = subprocess.run(f'ulimit -f 1; "{paravent.BINARY}" anonymise --write n.md', shell=True, cwd=self.home, capture_output=True,
                              env=paravent.environment(self.home), executable="/bin/bash") if self.write("n.md", NOTE * 2000) else None
        self.assertNotEqual(done.returncode, 0)
        self.assertEqual((self.home / "n.md").read_text(), NOTE * 2000)

    def test_ctrl_c_leaves_no_half_file(self):
        for i in range(60):
            self.write(f"notes/n{i}.md", NOTE * 300)
        process = subprocess.Popen([str(paravent.BINARY), "anonymise", "--write", "notes"], cwd=self.home, stderr=subprocess.DEVNULL,
                                   env=paravent.environment(self.home))
        changed = lambda: any("Dupont" not in p.read_text() for p in (self.home / "notes").glob("*.md"))
        end = time.monotonic() + 20
        while not changed() and time.monotonic() < end and process.poll() is None:
            time.sleep(0.005)
        process.send_signal(signal.SIGINT)
        process.wait(timeout=20)
        names = [p.name for p in (self.home / "notes").iterdir()]
        self.assertTrue(all(name.endswith((".md", ".md.paravent-original")) for name in names), names)
        for path in (self.home / "notes").glob("*.md"):
            text = path.read_text()
            self.assertTrue(text == NOTE * 300 or "Dupont" not in text, "a note is whole or anonymised, nothing between")


class Others(CommandLine):
    def test_version(self):
        self.assertRegex(self.paravent("version").stdout.decode(), r"^paravent \d+\.\d+\.\d+\n$")

    def test_init_writes_a_policy_once(self):
        self.assertEqual(self.paravent("init").returncode, 0)
        written = self.home / "config/paravent/paravent.toml"
        before = written.read_bytes()
        done = self.paravent("init")
        self.assertEqual((done.returncode, written.read_bytes()), (2, before))
        self.assertEqual(self.paravent("check", "-", stdin=b"Calme.\n").stderr, b"")

    def test_init_in_a_folder_writes_what_a_folder_may_ask_for_and_asks_for_nothing(self):
        self.write("config/paravent/paravent.toml", "[save]\nmode = 'strict'\n[detect]\nthreshold = 100\n")
        note = self.write("notes/n.md", NOTE)
        before = self.findings("--hints", note)[1]
        for locale, word in (("fr_FR.UTF-8", "pour ce dossier"), ("en_GB.UTF-8", "for this folder")):
            self.assertEqual(self.paravent("init", "notes", locale=locale).returncode, 0)
            written = (self.home / "notes/paravent.toml").read_text()
            self.assertIn(word, written)
            self.assertNotIn("ignore", written, "a folder may not set it")
            self.assertTrue(all(line.startswith("#") or not line for line in written.splitlines()))
            done, after = self.findings("--hints", note)
            self.assertEqual((after, done.stderr), (before, b""))
            os.remove(self.home / "notes/paravent.toml")

    def test_init_in_a_folder_replaces_nothing_and_makes_no_folder(self):
        self.write("notes/paravent.toml", "root = true\n")
        self.assertEqual(self.paravent("init", "notes").returncode, 2)
        self.assertEqual((self.home / "notes/paravent.toml").read_text(), "root = true\n")
        self.assertEqual(self.paravent("init", "absent").returncode, 2)
        self.assertFalse((self.home / "absent").exists())

    def test_init_in_the_folder_of_the_users_own_settings_writes_those(self):
        (self.home / "config/paravent").mkdir(parents=True)
        self.assertEqual(self.paravent("init", self.home / "config/paravent").returncode, 0)
        self.assertIn("ignore", (self.home / "config/paravent/paravent.toml").read_text())

    def test_doctor_says_that_all_is_well_and_quotes_no_note(self):
        done = self.paravent("doctor", self.write("Claire Dupont.md", NOTE))
        self.assertEqual(done.returncode, 0, done.stdout.decode())
        self.assertNotIn("Dupont", done.stdout.decode() + done.stderr.decode())

    def test_doctor_names_the_settings_of_editors_that_keep_text_and_safe_values_in_both_languages(self):
        for locale, safe in (("fr_FR.UTF-8", "décochez les deux"), ("en_GB.UTF-8", "clear both boxes")):
            advice = self.paravent("doctor", locale=locale).stdout.decode().partition("  --  ")[2]
            for word in ("Neovim", "noswapfile", "noundofile", "nobackup", "shada='0,<0", "VS Code", '"workbench.localHistory.enabled": false',
                         '"files.hotExit": "off"', "Obsidian", "LibreOffice", safe):
                self.assertIn(word, advice, locale)

    def test_a_progress_bar_only_for_a_terminal(self):
        notes = [str(self.write(f"n{i}.md", NOTE)) for i in range(40)]
        self.assertEqual(self.paravent("check", *notes).stderr, b"")
        main, side = pty.openpty()
        process = subprocess.Popen([str(paravent.BINARY), "check", *notes], stdout=subprocess.DEVNULL, stderr=side,
                                   env=paravent.environment(self.home))
        os.close(side)
        drawn = b""
        while select.select([main], [], [], 10)[0]:
            try:
                part = os.read(main, 4096)
            except OSError:
                break
            if not part:
                break
            drawn += part
        self.assertEqual(process.wait(timeout=20), 1)
        os.close(main)
        self.assertIn(b"40/40", drawn)


if __name__ == "__main__":
    run_tests()
