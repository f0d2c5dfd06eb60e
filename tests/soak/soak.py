#!/usr/bin/env python3
"""Random editing of twenty notes through the server at its pipes: typing, pastes, saves, renames on disk, policies that change,
servers that are restarted or killed. Every so often: what the server says is what `paravent check` says of the text that the
client believes in, twins are what `paravent anonymise` gives and hold nothing to mask, every request was answered once, memory
is flat. The same seed gives the same edits.

--sabotage makes the client forget one of its edits: the run must fail.
"""
import argparse
import collections
import json
import pathlib
import random
import re
import sys
import tempfile
import time

HERE = pathlib.Path(__file__).resolve().parent
sys.path[:0] = [str(HERE.parent / "corpus"), str(HERE.parent / "support"), str(HERE)]
import lsp_client
import marks
import paravent
import positions
import twins

NOTES = 20
USER_POLICY = '[save]\nmode = "twin"\n'
POLICIES = ["root = true\n", "root = true\n[detect]\nthreshold = 300\n", 'root = true\n[anonymise]\nstyle = "pseudonym"\n']
BROKEN_POLICY = "root = tru\n[save\n"
PIECES = ["Hélène Vasseur", "M. Castaing", "HV", "chez Boréalys", "06 12 34 56 78", "b.castaing@borealys.example", "née le 12 mai 1969",
          "FR76 3000 6000 0112 3456 7890 189", "selon Rogers (1961, p. 12)", "Personne A", "d’Aubigny", "la DRH", "à Saint-Nazaire",
          "```\n", "~~~", "> ", "- [ ] ", "\n\n", "\r\n", "\r", "---\n", "| a | b |\n", "[[Hélène Vasseur|H.]]", "`", "**", "# ",
          "<!-- ", " -->", "😀", "e\u0301", "\u202f", "\u00ad", "👩\u200d💼", " ", ", ", ". ", "\t", "$$", "[^1]: ", "](", "Bruno"]
FRONT_MATTER = "---\nparavent: {threshold: 300}\n---\n"


class Note:
    def __init__(self, number, path, text):
        self.number, self.path, self.original, self.text = number, path, text, text
        self.version, self.caret, self.typing = 0, 0, ""

    @property
    def uri(self):
        return self.path.as_uri()


class Soak:
    def __init__(self, options, home):
        self.options, self.home = options, pathlib.Path(home)
        self.random = random.Random(options.seed)
        self.passed, self.failed, self.done = 0, 0, collections.Counter()
        self.encoding, self.pulls, self.client = "utf-16", False, None
        self.policies = {}
        pathlib.Path(self.home, "config/paravent").mkdir(parents=True)
        pathlib.Path(self.home, "config/paravent/paravent.toml").write_text(USER_POLICY, encoding="utf-8")
        texts = [note.raw.decode() for note in marks.read_all(HERE.parent / "corpus/notes-fr")[:NOTES]]
        self.notes = [Note(i, self.home / f"clients/{i}/Séance {i}.md", text) for i, text in enumerate(texts)]
        for folder in {note.path.parent for note in self.notes}:
            folder.mkdir(parents=True)
            self.shadow(folder).mkdir(parents=True)
            self.write_policy(folder, POLICIES[0])

    def shadow(self, path):
        """Where the command line reads what the client believes: the same name, another folder."""
        return self.home / "shadow" / path.relative_to(self.home / "clients")

    def write_policy(self, folder, toml):
        self.policies[folder] = toml
        for place in (folder, self.shadow(folder)):
            pathlib.Path(place, "paravent.toml").write_text(toml, encoding="utf-8")

    def verdict(self, holds, what, note=None):
        if holds:
            self.passed += 1
            return
        self.failed += 1
        if note and self.options.keep:
            twin = twins.twin_of(note.path)
            folder = pathlib.Path(self.options.keep, f"{self.options.seed}-{self.done['edits']}")
            folder.mkdir(parents=True, exist_ok=True)
            pathlib.Path(folder, note.path.name).write_bytes(note.text.encode())
            pathlib.Path(folder, "paravent.toml").write_text(self.policies[note.path.parent], encoding="utf-8")
            if twin and twin.is_file():
                pathlib.Path(folder, twin.name).write_bytes(twin.read_bytes())
        if self.failed <= 20:
            print(f"edit {self.done['edits']}, seed {self.options.seed}: {what}", flush=True)

    # The life of a server

    def start(self):
        self.encoding = self.random.choice(["utf-16", "utf-16", "utf-8", "utf-32"])
        self.pulls = self.random.random() < 0.4
        capabilities = {"general": {"positionEncodings": [self.encoding]}, "textDocument": {}, "workspace": {}}
        if self.pulls:
            capabilities["textDocument"]["diagnostic"] = {}
        self.client = lsp_client.Client([str(paravent.BINARY), "lsp"], paravent.environment(self.home))
        self.client.initialize(capabilities)
        for note in self.notes:
            self.open(note)

    def restart(self):
        if self.random.random() < 0.5:
            self.done["kills"] += 1
            self.client.kill()
        else:
            self.done["clean ends"] += 1
            self.verdict(self.client.shut_down() == 0, "a clean end does not give 0")
            self.verdict(self.client.unanswered() == 0, "requests were left without an answer at the end")
        self.start()

    def open(self, note):
        note.version += 1
        self.client.notify("textDocument/didOpen", {"textDocument": {"uri": note.uri, "languageId": "markdown",
                                                                     "version": note.version, "text": note.text}})

    # What a coach does

    def caret_at(self, note, index):
        index = max(0, min(index, len(note.text)))
        return index + 1 if note.text[index - 1:index + 1] == "\r\n" else index

    def next_edit(self, note):
        """(begin, end, text) in Python indices."""
        if note.typing:
            text, note.typing = note.typing[0], note.typing[1:]
            at = self.caret_at(note, note.caret)
            return at, at, text
        pick, here = self.random.random(), self.caret_at(note, self.random.randrange(len(note.text) + 1))
        if pick < 0.35:
            note.caret, note.typing = here, self.random.choice(PIECES) + self.random.choice(["", " ", "\n"])
            return self.next_edit(note)
        if pick < 0.60:
            return here, here, self.random.choice(PIECES)
        if pick < 0.85:
            return here, self.caret_at(note, here + self.random.choice([1, 1, 1, 2, 5, 40])), ""
        if pick < 0.93:
            return here, self.caret_at(note, here + self.random.randrange(30)), self.random.choice(PIECES)
        if pick < 0.94:
            return 0, 0, FRONT_MATTER
        other = self.random.choice(self.notes).original
        begin = self.random.randrange(len(other))
        return here, here, other[begin:begin + self.random.randrange(300)]

    def edit(self, forget=False):
        note = self.random.choice(self.notes) if self.random.random() < 0.1 else self.notes[self.done["edits"] // 40 % NOTES]
        changes = []
        before = note.text
        if not 0.5 < len(note.text) / len(note.original) < 2:
            note.text, note.typing = note.original, ""
            changes.append({"text": note.text})
        for _ in range(self.random.choice([1, 1, 1, 1, 1, 1, 1, 3])):
            begin, end, text = self.next_edit(note)
            changes.append({"range": {"start": positions.position(note.text, begin, self.encoding),
                                      "end": positions.position(note.text, end, self.encoding)}, "text": text})
            note.text = note.text[:begin] + text + note.text[end:]
            note.caret = begin + len(text)
        note.version += 1
        self.client.notify("textDocument/didChange", {"textDocument": {"uri": note.uri, "version": note.version},
                                                      "contentChanges": changes})
        self.done["edits"] += 1
        if forget:
            note.text, note.typing = before, ""

    def save(self, note):
        note.path.write_bytes(note.text.encode())
        self.client.notify("textDocument/didSave", {"textDocument": {"uri": note.uri}})
        self.done["saves"] += 1

    def rename(self, note):
        self.save(note)
        self.sync(note)
        old, note.path = note.path, note.path.with_name(f"Séance {note.number} {self.random.choice(['bis', 'ter', 'Dupont'])}.md")
        self.client.notify("textDocument/didClose", {"textDocument": {"uri": old.as_uri()}})
        old.rename(note.path)
        self.shadow(old).unlink(missing_ok=True)  # it would go on telling names to the folder
        self.open(note)
        self.done["renames"] += 1

    def change_policy(self, toml):
        folder = self.random.choice(self.notes).path.parent if toml != POLICIES[0] else None
        for place in [folder] if folder else list(self.policies):
            self.write_policy(place, toml)
            self.client.notify("workspace/didChangeWatchedFiles",
                               {"changes": [{"uri": pathlib.Path(place, "paravent.toml").as_uri(), "type": 2}]})
            for note in self.notes:
                if note.path.parent == place:
                    self.save(note)
        self.done["policies"] += 1

    def ask_in_a_hurry(self):
        note = self.random.choice(self.notes)
        place = {"line": self.random.randrange(40), "character": self.random.randrange(60)}
        for method in self.random.sample(["hover", "codeAction", "documentSymbol", "codeLens", "documentHighlight", "inlayHint"], 3):
            number = self.client.ask(f"textDocument/{method}",
                                     {"textDocument": {"uri": note.uri}, "position": place, "range": {"start": place, "end": place},
                                      "context": {"diagnostics": []}})
        if self.random.random() < 0.5:
            self.client.notify("$/cancelRequest", {"id": number})
        self.done["requests"] += 3

    def lie(self):
        """An edit whose range ends before it begins: nothing may be said of the note until the whole text comes."""
        note = self.random.choice(self.notes)
        begin, end = {"line": 1, "character": 0}, {"line": 0, "character": 0}
        note.version += 1
        identity = {"uri": note.uri, "version": note.version}
        self.client.notify("textDocument/didChange", {"textDocument": identity,
                                                      "contentChanges": [{"range": {"start": begin, "end": end}, "text": "x"}]})
        answer = self.client.request("textDocument/hover", {"textDocument": {"uri": note.uri}, "position": {"line": 0, "character": 0}})
        self.verdict("error" in answer, f"note {note.number}: something is said of a note that was lost", note)
        note.version += 1
        self.client.notify("textDocument/didChange", {"textDocument": {"uri": note.uri, "version": note.version},
                                                      "contentChanges": [{"text": note.text}]})
        self.done["lies"] += 1

    # What must be true

    def sync(self, note):
        self.client.request("textDocument/hover", {"textDocument": {"uri": note.uri}, "position": {"line": 0, "character": 0}})

    def shadow_file(self, note):
        file = self.shadow(note.path)
        file.write_bytes(note.text.encode())
        return file

    def run(self, *arguments):
        return paravent.run(self.home, *arguments)

    def expected(self, note):
        done = self.run("check", "--format", "json", "--hints", self.shadow_file(note))
        if done.returncode == 2:
            return None
        found = [f for f in json.loads(done.stdout)["findings"] if f["category"] != "PUBLIC"]
        places = positions.of_bytes(note.text, [f[end] for f in found for end in ("start", "end")], self.encoding)
        severity = {True: 4, False: 2}
        return sorted((*places[f["start"]], *places[f["end"]], f["category"],
                       3 if f["category"] == "SENSITIVE" and not f["hint"] else severity[f["hint"]]) for f in found)

    def items(self, note):
        if self.pulls:
            report = self.client.request("textDocument/diagnostic", {"textDocument": {"uri": note.uri}})
            return report["result"]["items"] if "result" in report else []
        push = self.client.pushes.get(note.uri, {})
        return push.get("diagnostics", []) if push.get("version") == note.version else []

    def shown(self, note):
        """What is said of the text; what is said of the last save, and of the text that was saved, has its own codes."""
        return sorted((d["range"]["start"]["line"], d["range"]["start"]["character"], d["range"]["end"]["line"],
                       d["range"]["end"]["character"], d.get("code", ""), d["severity"])
                      for d in self.items(note) if d.get("code") not in ("save", "risk"))

    def is_save_told(self, note):
        return any(d.get("code") == "save" for d in self.items(note))

    def check_note(self, note):
        expected = self.expected(note)
        self.sync(note)
        end = time.monotonic() + 5  # what is hidden under the caret shows after two seconds
        while (shown := self.shown(note)) != expected and time.monotonic() < end:
            self.client.drain(0.1)
        difference = [(d[0] + 1, d[4]) for d in set(expected or []) ^ set(shown)][:4]
        self.verdict(shown == expected, f"note {note.number}: diagnostics differ from the command line’s, lines {difference}", note)
        self.check_preview(note)

    def check_preview(self, note):
        answer = self.client.request("paravent/preview", {"textDocument": {"uri": note.uri}})
        if answer.get("error", {}).get("code") == -32601:
            return
        done = self.run("anonymise", self.shadow_file(note))
        if done.returncode == 0:
            text = answer.get("result", {}).get("text", "").encode()
            self.verdict(text == done.stdout, f"note {note.number}: the preview differs from the command line’s text", note)
        else:
            self.done["refused"] += 1
            self.verdict("error" in answer, f"note {note.number}: a preview where the command line refuses", note)
        self.done["previews"] += 1

    def check_twin(self, note):
        self.client.drain()
        self.client.messages.clear()
        path = twins.twin_of(note.path)
        before = path.read_bytes() if path and path.is_file() else None
        self.save(note)
        self.sync(note)
        errors = [text for kind, text in self.client.messages if kind == 1]
        masked = self.run("anonymise", self.shadow_file(note))
        path = twins.twin_of(note.path)
        text = path.read_bytes() if path and path.is_file() else None
        if masked.returncode != 0 or errors:
            self.done["twins refused"] += 1
            self.verdict(bool(errors), f"note {note.number}: no error though it cannot be anonymised", note)
            self.verdict(text == before, f"note {note.number}: an error, and yet another twin", note)
            self.verdict(self.is_save_told(note), f"note {note.number}: nothing stays on a note that has no twin", note)
            return
        self.verdict(text is not None and masked.stdout in twins.without_header(text),
                     f"note {note.number}: the twin is not what anonymise gives", note)
        self.verdict(not self.is_save_told(note), f"note {note.number}: a remark on a save that went well", note)
        if text is None:
            return
        self.done["twins"] += 1
        check = json.loads(self.run("check", "--format", "json", self.shadow_file(note)).stdout)
        surfaces = {note.text.encode()[f["start"]:f["end"]].decode() for f in check["findings"]
                    if f["category"] in ("EMAIL", "PHONE", "IBAN", "NIR", "CARD")}
        shared = text.decode()  # glued to other letters or figures it is something else
        self.verdict(not any(re.search(rf"(?<!\w)(?<!\d[ .,]){re.escape(surface)}(?!\w)(?![ .,]\d)", shared) for surface in surfaces),
                     f"note {note.number}: the twin holds what was masked", note)
        header = text.find(b"<!-- paravent:twin ")
        left = [f for f in json.loads(self.run("check", "--format", "json", path).stdout)["findings"]
                if f["category"] not in marks.REPORTED and not header <= f["start"] <= text.find(b"-->", header)]
        self.verdict(not left, f"note {note.number}: the twin has something to mask", note)

    def check(self):
        if BROKEN_POLICY in self.policies.values():
            self.change_policy(POLICIES[0])
        for note in self.notes:
            self.check_note(note)
        for note in self.random.sample(self.notes, 4):
            self.check_twin(note)
        end = time.monotonic() + 20
        while self.client.unanswered() and time.monotonic() < end:
            self.client.drain(0.1)
        self.verdict(self.client.unanswered() == 0, "a request was not answered")
        self.verdict(self.client.wrong_answers == 0, "an answer came twice, or to nothing")
        self.done["checks"] += 1

    def disturb(self):
        pick = self.random.random()
        if pick < 0.02:
            self.save(self.random.choice(self.notes))
        elif pick < 0.023:
            self.rename(self.random.choice(self.notes))
        elif pick < 0.025:
            self.change_policy(self.random.choice([*POLICIES, BROKEN_POLICY]))
        elif pick < 0.035:
            self.ask_in_a_hurry()
        elif pick < 0.036:
            self.lie()

    def soak(self):
        edits, every = self.options.edits, self.options.check_every or max(100, self.options.edits // 200)
        restarts = {edits * i // 20 for i in range(1, 11)}  # the second half is one life, for the memory of it
        warm, baseline = edits * 6 // 10, None
        self.start()
        while self.done["edits"] < edits:
            number = self.done["edits"]
            self.edit(forget=self.options.sabotage and number == edits * 3 // 4)
            self.disturb()
            if number in restarts:
                self.restart()
            if number % every == every - 1:
                self.check()
            if number >= warm and baseline is None:
                self.check()
                baseline = self.client.megabytes()
        self.check()
        # The header alone can make a word look like a name: then nothing is written, which must stay rare.
        self.verdict(self.done["twins refused"] <= 1 + self.done["twins"] // 50, "too many saves without a twin")
        last = self.client.megabytes()
        self.verdict(last <= 1.3 * baseline, f"memory grew from {baseline:.1f} to {last:.1f} MB")
        self.verdict(self.client.shut_down() == 0, "the last end does not give 0")
        print(", ".join(f"{count} {name}" for name, count in sorted(self.done.items())))
        print(f"memory: {baseline:.1f} MB when warm, {last:.1f} MB at the end of {edits - warm} more edits")


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--edits", type=int, default=2000)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--check-every", type=int, default=0, help="edits between two checks (default: a 200th of all)")
    parser.add_argument("--sabotage", action="store_true", help="forget one edit: must fail")
    parser.add_argument("--keep", metavar="FOLDER", help="where a note that fails is kept, with its policy and twin")
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as home:
        soak = Soak(options, home)
        try:
            soak.soak()
        except lsp_client.Gone as gone:
            soak.verdict(False, str(gone))
        finally:
            if soak.client and soak.client.process.poll() is None:
                soak.client.kill()
    print(f"{soak.passed} passed, {soak.failed} failed")
    sys.exit(1 if soak.failed or not soak.passed else 0)


if __name__ == "__main__":
    main()
