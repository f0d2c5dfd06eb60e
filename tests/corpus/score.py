"""How well findings cover the marks of annotated notes.

leak-free  share of marks to mask with every letter and digit inside a masking finding
entity     the same for all marks of one person, firm or place of a note together
kept       share of the letters and digits outside those marks that stay readable
public     share of PUBLIC marks that no masking finding touches
"""
import collections
import json
import pathlib
import subprocess
import tempfile
from dataclasses import dataclass

from marks import MASKED, NAMED, REPORTED


def findings_of(binary, notes, environment):
    """{note name: findings} of one run; every note lies alone in its folder, so that none helps another."""
    with tempfile.TemporaryDirectory() as folder:
        names = {}
        for note in notes:
            path = pathlib.Path(folder, note.name, note.name + ".md")
            path.parent.mkdir()
            path.write_bytes(note.raw)
            names[str(path)] = note.name
        done = subprocess.run([str(binary), "check", "--format", "json", *names], capture_output=True, env=environment, check=False)
        if done.returncode not in (0, 1):
            raise RuntimeError(f"paravent check failed: {done.stderr.decode()}")
        rows = (json.loads(line) for line in done.stdout.decode().splitlines())
        return {names[row["file"]]: row["findings"] for row in rows}


def _solid(raw, start, end):
    """Byte offsets of the letters and digits of raw[start:end]."""
    out, at = [], start
    for character in raw[start:end].decode("utf-8", "replace"):
        if character.isalnum():
            out.append(at)
        at += len(character.encode())
    return out


def _trimmed(raw, start, end):
    inside = _solid(raw, start, end)
    return (inside[0], inside[-1]) if inside else (start, end)


def kind_of_miss(span, note):
    """What makes a missed mark hard, in a word: for the table of misses."""
    text = span.surface
    letters = [c for c in text if c.isalpha()]
    if span.category != "PERSON":
        return span.category.lower()
    if len(letters) <= 4 and ("." in text or all(c.isupper() for c in letters)):
        return "person: initials"
    if letters and all(c.islower() for c in letters):
        return "person: lower case"
    if len(letters) > 4 and all(c.isupper() for c in letters):
        return "person: capitals"
    others = [s for s in note.spans if s.entity == span.entity and s is not span]
    if any(len(s.surface.split()) > len(text.split()) for s in others):
        return "person: short form of a full name"
    return "person: " + ("one word" if len(text.split()) == 1 else "full name")


@dataclass
class Tally:
    """The counts of one note; those of several add up."""
    right: collections.Counter
    spans: dict  # {category: counts of right, false and missed spans}
    missed: list  # the marks to mask of which something can be read


def tally_of(note, findings):
    right, missed, leaked, wanted = collections.Counter(), [], set(), set()
    masked = set()
    for item in findings:
        if item["category"] not in REPORTED:
            masked.update(range(item["start"], item["end"]))
    for span in note.spans:
        letters = _solid(note.raw, span.start, span.end)
        if span.category in MASKED:
            wanted.update(range(span.start, span.end))
            right["mentions"] += 1
            if any(at not in masked for at in letters):
                leaked.add((span.category, span.entity))
                missed.append(span)
        elif span.category == "PUBLIC":
            right["public"] += 1
            right["public kept"] += not any(at in masked for at in letters)
    outside = [at for at in _solid(note.raw, 0, len(note.raw)) if at not in wanted]
    right["missed"] = len(missed)
    right["entities"] = len({(s.category, s.entity) for s in note.spans if s.category in MASKED})
    right["leaked"] = len(leaked)
    right["outside"] = len(outside)
    right["kept"] = sum(at not in masked for at in outside)
    return Tally(right, _spans_of(note, findings), missed)


def _spans_of(note, findings):
    tally = collections.defaultdict(collections.Counter)
    want = collections.Counter((s.category, *_trimmed(note.raw, s.start, s.end)) for s in note.spans)
    have = collections.Counter((f["category"], *_trimmed(note.raw, f["start"], f["end"])) for f in findings)
    for key in want.keys() | have.keys():
        same = min(want[key], have[key])
        tally[key[0]].update(right=same, false=have[key] - same, missed=want[key] - same)
    return tally


def figures_of(tallies):
    """The figures of some notes together."""
    right, spans = collections.Counter(), collections.defaultdict(collections.Counter)
    for tally in tallies:
        right.update(tally.right)
        for category, counts in tally.spans.items():
            spans[category].update(counts)
    structured = sum((spans[c] for c in spans if c not in NAMED), collections.Counter())
    return {
        "leak-free": 1 - right["missed"] / max(1, right["mentions"]),
        "entity": 1 - right["leaked"] / max(1, right["entities"]),
        "kept": right["kept"] / max(1, right["outside"]),
        "public kept": right["public kept"] / max(1, right["public"]),
        "structured F1": _f1(structured),
        **{f"{category} F1": _f1(spans[category]) for category in sorted(spans) if category != "SENSITIVE"},
    }


def _f1(counts):
    total = 2 * counts["right"] + counts["false"] + counts["missed"]
    return 2 * counts["right"] / total if total else 1.0
