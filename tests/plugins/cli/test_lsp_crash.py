#!/usr/bin/env python3
"""A server that is killed between its answer to a save and the save loses nothing: the edits that an editor was given come back, byte
for byte, from the vault alone. All names are invented."""
import json
import os
import pathlib
import signal
import subprocess
import sys

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parents[2] / "support"))
import paravent
from command_line import CommandLine
from report import run as run_tests

ROUNDS = int(os.environ.get("PARAVENT_SERVER_CRASHES", "20"))
GIVEN = ("Brunelle", "Aurélie", "Zoélie", "Ysaline", "Solenne", "Léocadie")
SURNAMES = ("Tarvic", "Dormasse", "Quarnon", "Borvel", "Ostrelet", "Parvenchère")


class Server:
    """`paravent lsp`, asked and answered over pipes. Columns are bytes of UTF-8."""

    def __init__(self, environment):
        self.process = subprocess.Popen([str(paravent.BINARY), "lsp"], env=environment, stdin=subprocess.PIPE, stdout=subprocess.PIPE)
        self.number = 0
        capabilities = {"general": {"positionEncodings": ["utf-8"]}, "textDocument": {"synchronization": {"willSaveWaitUntil": True}}}
        self.ask("initialize", {"processId": None, "rootUri": None, "capabilities": capabilities})
        self.tell("initialized", {})

    def send(self, message):
        body = json.dumps({"jsonrpc": "2.0", **message}).encode()
        self.process.stdin.write(b"Content-Length: %d\r\n\r\n" % len(body) + body)
        self.process.stdin.flush()

    def tell(self, method, params):
        self.send({"method": method, "params": params})

    def receive(self):
        size = 0
        while (line := self.process.stdout.readline().strip()):
            name, _, value = line.partition(b":")
            size = int(value) if name.lower() == b"content-length" else size
        return json.loads(self.process.stdout.read(size))

    def ask(self, method, params):
        self.number += 1
        self.send({"id": self.number, "method": method, "params": params})
        while (message := self.receive()).get("id") != self.number or "method" in message:
            pass
        return message["result"]

    def kill(self):
        self.process.send_signal(signal.SIGKILL)
        self.process.wait()
        self.process.stdin.close()
        self.process.stdout.close()


def edited(text, edits):
    lines = text.encode().splitlines(keepends=True)
    starts = [sum(map(len, lines[:i])) for i in range(len(lines) + 1)]
    out = text.encode()
    for edit in sorted(edits, key=lambda one: (one["range"]["start"]["line"], one["range"]["start"]["character"]), reverse=True):
        begin, end = (starts[edit["range"][side]["line"]] + edit["range"][side]["character"] for side in ("start", "end"))
        out = out[:begin] + edit["newText"].encode() + out[end:]
    return out


class Crash(CommandLine):
    def setUp(self):
        super().setUp()
        self.write("config/paravent/paravent.toml", '[save]\nmode = "in-place"\n')
        self.assertEqual(self.paravent("vault", "create").returncode, 0)
        self.assertEqual(self.paravent("vault", "recovery-key").returncode, 0)

    def text(self, number):
        people = [f"{GIVEN[(number + i) % 6]} {SURNAMES[(number * 5 + i * 7) % 6]}" for i in range(3)]
        return "".join(f"- Vu Mme {person}, de la part de Mme {people[0]}.\n" for person in people)

    def test_what_was_answered_is_in_the_vault(self):
        for number in range(ROUNDS):
            note = self.home / f"notes/n{number}.md"
            text = self.text(number)
            self.write(f"notes/n{number}.md", text)
            server = Server(paravent.environment(self.home))
            document = {"uri": note.as_uri()}
            server.tell("textDocument/didOpen", {"textDocument": {**document, "languageId": "markdown", "version": 1, "text": text}})
            edits = server.ask("textDocument/willSaveWaitUntil", {"textDocument": document, "reason": 1})
            server.kill()
            self.assertTrue(edits, "the server had nothing to replace")
            note.write_bytes(edited(text, edits))
            self.assertNotIn(text.split()[3].encode(), note.read_bytes())
            back = self.paravent("restore", note)
            self.assertEqual(back.returncode, 0, back.stderr)
            self.assertEqual(back.stdout.decode(), text)


if __name__ == "__main__":
    run_tests()
