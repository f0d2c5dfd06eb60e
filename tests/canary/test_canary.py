#!/usr/bin/env python3
"""DESIGN rule 6: no text of a note in any log, crash report, metric, trace or error. Names that stand nowhere else are planted in notes;
every command and a whole server session run over them, through good and bad input; then all that was written is searched."""
import json

import pathlib
import subprocess
import sys
import tempfile
import unittest

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parents[1] / "support"))
import paravent
from report import run as run_tests

# Pieces of names, mail, phone and phrase that no table and no program holds.
CANARIES = ("Zéphirine", "Quolibart", "Wrandoule", "zquolibart", "06 39 98 77 31", "parle de sa hernie")
NOTE = """---
client: Zéphirine Quolibart
---
Vu Zéphirine Quolibart, DRH chez Wrandoule. Elle parle de sa hernie.
Écrire à zquolibart@example.org ou au 06 39 98 77 31. ZÉPHIRINE dort mal.
"""


def message(body):
    raw = body if isinstance(body, bytes) else json.dumps({"jsonrpc": "2.0", **body}).encode()
    return b"Content-Length: %d\r\n\r\n" % len(raw) + raw


class Canary(unittest.TestCase):
    def setUp(self):
        self.folder = tempfile.TemporaryDirectory()
        self.home = pathlib.Path(self.folder.name)
        (self.home / "config/paravent").mkdir(parents=True)
        (self.home / "config/paravent/paravent.toml").write_text('[save]\nmode = "twin"\n')
        (self.home / "notes").mkdir()
        self.note = self.home / "notes/Zéphirine Quolibart.md"
        self.note.write_text(NOTE)

    def tearDown(self):
        self.folder.cleanup()

    def assert_silent(self, text, where, allowed=()):
        for canary in CANARIES:
            if canary not in allowed:
                self.assertNotIn(canary, text, f"{where} holds text of a note")

    def assert_files_silent(self):
        """Everything below the home but the note itself: logs, twin, settings, state."""
        seen = 0
        for path in self.home.rglob("*"):
            if path.is_file() and path != self.note:
                seen += 1
                # A twin is the text of the note, without the names: only there may the phrase stand.
                allowed = CANARIES[-1:] if path.name.startswith("partage-") else ()
                self.assert_silent(path.read_bytes().decode("utf-8", "replace"), path.name, allowed)
                self.assert_silent(path.name, "a file name")
        return seen

    def test_the_planted_note_is_found_at_all(self):
        """A control: if nothing were found, silence would prove nothing."""
        done = paravent.run(self.home, "check", "--format", "json", self.note)
        spans = [NOTE.encode()[f["start"]:f["end"]].decode() for f in json.loads(done.stdout)["findings"]]
        self.assertIn("Zéphirine Quolibart", spans)

    def test_errors_of_every_command_name_files_at_most(self):
        damaged = self.home / "notes/damaged.md"
        damaged.write_bytes(NOTE.encode() + b"\xff\xc3\x28")
        binary = self.home / "notes/binary.md"
        binary.write_bytes(b"\x00\x01" + NOTE.encode())
        for command in (["check"], ["anonymise"], ["check", "--format", "sarif"], ["doctor"], ["anonymise", "--style", "pseudonym"],
                        ["anonymise", "--style", "fictitious"], ["restore"]):
            for path in (damaged, binary, self.note):
                done = paravent.run(self.home, *command, path)
                self.assert_silent(done.stderr.decode(), f"stderr of {command}")
        self.assert_silent(paravent.run(self.home, "doctor", self.note).stdout.decode(), "doctor")
        self.assert_silent(paravent.run(self.home, "check", "--format", "sarif", "-", stdin=NOTE.encode()).stdout.decode(), "SARIF")
        damaged.unlink()
        binary.unlink()
        self.assert_files_silent()

    def session(self):
        """Every kind of message of a session, right and wrong, with canaries in texts, in broken JSON and in names of methods."""
        uri = self.note.as_uri()
        doc = {"uri": uri}
        where = {"start": {"line": 3, "character": 3}, "end": {"line": 3, "character": 22}}
        change = {"range": where, "text": "Zéphirine Quolibart"}
        return b"".join(map(message, [
            {"id": 1, "method": "initialize", "params": {"capabilities": {}, "locale": "fr", "processId": None, "rootUri": None, "trace": "verbose"}},
            {"method": "initialized", "params": {}},
            {"method": "textDocument/didOpen", "params": {"textDocument": {**doc, "languageId": "markdown", "version": 1, "text": NOTE}}},
            {"method": "textDocument/didChange", "params": {"textDocument": {**doc, "version": 2}, "contentChanges": [change]}},
            {"id": 2, "method": "textDocument/hover", "params": {"textDocument": doc, "position": where["start"]}},
            {"id": 3, "method": "textDocument/codeAction", "params": {"textDocument": doc, "range": where, "context": {"diagnostics": []}}},
            {"method": "textDocument/didSave", "params": {"textDocument": doc}},
            {"id": 4, "method": "Zéphirine/Quolibart", "params": {"text": NOTE}},
            {"id": 5, "method": "textDocument/hover", "params": NOTE},
            {"id": 6, "method": "workspace/executeCommand", "params": {"command": "Quolibart", "arguments": [NOTE]}},
            b'{"jsonrpc": "2.0", "id": 7, "method": "textDocument/hover", "params": "Quolibart parle de sa hernie',
            {"method": "textDocument/didChange", "params": {"textDocument": {**doc, "version": 3}, "contentChanges": [
                {"range": {"start": {"line": 900, "character": 0}, "end": {"line": 2, "character": 0}}, "text": "Zéphirine Wrandoule"}]}},
            {"method": "textDocument/didClose", "params": {"textDocument": doc}},
            {"id": 8, "method": "shutdown"},
            {"method": "exit"},
        ]))

    def test_a_server_session_writes_no_text_of_a_note(self):
        for arguments in (["lsp"], ["lsp", "--stdio"], ["lsp", "--log", str(self.home / "server.log")]):
            done = subprocess.run([str(paravent.BINARY), *arguments], input=self.session(), capture_output=True, timeout=60,
                                  env={**paravent.environment(self.home), "SPDLOG_LEVEL": "trace"}, check=False)
            self.assertEqual(done.returncode, 0, arguments)
            self.assert_silent(done.stderr.decode(), "stderr of the server")
        self.assertGreater((self.home / "server.log").stat().st_size, 0, "the log was written at all")
        self.assertGreaterEqual(self.assert_files_silent(), 3)
        self.assertTrue([p for p in self.note.parent.glob("*.md") if p != self.note], "the twin was written at all")

    def test_no_core_dump(self):
        """A crash leaves no memory behind: the limit is zero in the process itself."""
        process = subprocess.Popen([str(paravent.BINARY), "lsp"], stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL,
                                   env=paravent.environment(self.home))
        process.stdin.write(message({"id": 1, "method": "initialize", "params": {"capabilities": {}, "processId": None, "rootUri": None}}))
        process.stdin.flush()
        process.stdout.read(20)
        limits = subprocess.run(["cat", f"/proc/{process.pid}/limits"], capture_output=True, text=True, check=False).stdout
        process.kill()
        process.communicate()
        self.assertRegex(limits, r"Max core file size\s+0\s+0")

    def test_the_logs_of_the_other_tests_hold_no_note_either(self):
        """The suite itself, where ./dev test left its logs: our own example note must not stand in a log of the server."""
        for path in (paravent.ROOT / "build/artefacts").rglob("*.log"):
            self.assertNotIn("Castaing", path.read_text(errors="replace"), path.name)


if __name__ == "__main__":
    run_tests()
