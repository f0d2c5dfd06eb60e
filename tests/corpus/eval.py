#!/usr/bin/env python3
"""Scores on the annotated notes of the repo, and on ../shared/corpus where it is there.

usage: eval.py [--save]   fails when a figure fell by more than noise since tests/corpus/last-run.json (the rule: regression.py);
                          --save writes the figures there, falls and all, and docs/MEASURES.md, the page that users read
"""
import collections
import json
import pathlib
import sys
import tempfile
from dataclasses import dataclass

HERE = pathlib.Path(__file__).resolve().parent
sys.path[:0] = [str(HERE), str(HERE.parent / "support")]
import marks
import paravent
import regression
import score

LAST = HERE / "last-run.json"
PAGE = paravent.ROOT / "docs/MEASURES.md"
SHARED = paravent.ROOT.parent / "shared/corpus"
SETS = {"own-fr": HERE / "notes-fr", "own-en": HERE / "notes-en", "dev-fr": SHARED / "dev-fr", "dev-en": SHARED / "dev-en"}


@dataclass
class Result:
    """What a set of notes gave."""
    figures: dict
    missed: list  # (note, span)
    errors: dict  # the noise of the figures that are held


def result_of(notes, found):
    tallies = [score.tally_of(note, found[note.name]) for note in notes]
    missed = [(note, span) for note, tally in zip(notes, tallies) for span in tally.missed]
    return Result(score.figures_of(tallies), missed, regression.noise(tallies, score.figures_of))


def measure():
    """{set: Result}; a set whose folder is absent has None."""
    out = {}
    with tempfile.TemporaryDirectory() as home:
        for name, folder in SETS.items():
            notes = marks.read_all(folder) if folder.is_dir() else []
            found = score.findings_of(paravent.BINARY, notes, paravent.environment(home)) if notes else None
            out[name] = result_of(notes, found) if notes else None
    return out


def show(name, result, last):
    print(f"\n{name}")
    for key, value in result.figures.items():
        before = last.get(name, {}).get(key)
        change = "" if before is None else f"   {100 * (value - before):+.2f}"
        held = f"   (noise {100 * regression.bound(result.errors[key]):.2f})" if key in result.errors else ""
        print(f"  {key:16} {100 * value:6.2f}{change}{held}")
    kinds = collections.Counter(score.kind_of_miss(span, note) for note, span in result.missed)
    if kinds:
        print("  missed, by kind: " + ", ".join(f"{kind} {count}" for kind, count in kinds.most_common()))


MEASURES = """# Measures

Written by `./dev eval --save`. In per cent, higher is better. `own` are the notes of `tests/corpus`, written for the tests by other hands than
the code; `dev` are measuring notes that are not in this repository (45 French, 14 English). Misses of both were looked at while building: on
notes that nobody here has seen, expect about five points less. The best other tool measured on dev-fr (Presidio 2.2 with spaCy, tuned) leaves
75.4 leak-free, keeps 93.9 of ordinary text and 7.2 of public authors.

- **leak-free**: mentions to mask with no letter left readable. **entity**: people, firms, places with every mention covered.
- **kept**: letters of ordinary text left readable. **public kept**: cited authors left readable.
- **F1**: harmonic mean of precision and recall, exact spans. **structured**: contact data, dates, ages, addresses and numbers together.

"""


def measures(figures):
    """The page as Markdown: one column a set of notes."""
    rows = ["leak-free", "entity", "kept", "public kept", "PERSON F1", "ORG F1", "LOC F1", "PROJECT F1", "structured F1"]
    lines = ["| | " + " | ".join(figures) + " |", "|---" * (len(figures) + 1) + "|"]
    for row in rows:
        cells = [f"{100 * values[row]:.1f}" if row in values else "–" for values in figures.values()]
        lines.append(f"| {row} | " + " | ".join(cells) + " |")
    return MEASURES + "\n".join(lines) + "\n\nSpeed and memory, beside floors of the same run: the newest file in `tests/bench/runs/` (`./dev bench`).\n"


def tell_regressions(results, last):
    """Prints each regression; whether there is one."""
    fell = [(name, *row) for name, result in results.items() if result
            for row in regression.regressions(last.get(name, {}), result.figures, result.errors)]
    for name, key, before, now, allowed in fell:
        to = "nothing" if now is None else f"{100 * now:.2f}"
        print(f"\n{name}: {key} fell from {100 * before:.2f} to {to}, which is more than noise ({100 * allowed:.2f})")
    return bool(fell)


def main(arguments):
    last = json.loads(LAST.read_text()) if LAST.exists() else {}
    results = measure()
    for name, result in results.items():
        if result is None:
            print(f"\n{name}: absent (not in this checkout)")
        else:
            show(name, result, last)
    fell = tell_regressions(results, last)
    if "--save" not in arguments:
        return 1 if fell else 0
    figures = {name: {k: round(v, 4) for k, v in result.figures.items()} for name, result in results.items() if result}
    PAGE.write_text(measures(figures))
    LAST.write_text(json.dumps(figures, indent=1, ensure_ascii=False) + "\n")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
