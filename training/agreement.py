#!/usr/bin/env python3
"""How far two passes over the annotations agree: the notes of one language as two commits hold them.

usage: agreement.py FIRST SECOND [LANGUAGE]     commits or tags; fr unless told. Only notes that both hold are compared.
A span agrees when category, begin and end are the same; F1 is symmetric, so neither pass counts as the truth.
"""
import collections
import pathlib
import subprocess
import sys
import tempfile

ROOT = pathlib.Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT / "tests/corpus"))
import marks  # noqa: E402


def git(*arguments):
    return subprocess.check_output(["git", "-C", str(ROOT), *arguments])


def notes_at(commit, language):
    """{file name: note} as the commit holds them."""
    names = git("ls-tree", "-r", "-z", "--name-only", commit, f"training/corpus/{language}").decode().split("\0")
    notes = {}
    with tempfile.TemporaryDirectory() as folder:
        for name in filter(None, names):
            path = pathlib.Path(folder, pathlib.PurePath(name).name)
            path.write_bytes(git("show", f"{commit}:{name}"))
            notes[path.name] = marks.read(path)
    return notes


def main():
    language = sys.argv[3] if len(sys.argv) > 3 else "fr"
    first, second = (notes_at(commit, language) for commit in sys.argv[1:3])
    names = sorted(first.keys() & second.keys())
    if any(first[name].raw != second[name].raw for name in names):
        sys.exit("agreement: a text itself was changed; spans cannot be compared by place")
    same, all_spans = collections.Counter(), collections.Counter()
    for name in names:
        left, right = (collections.Counter((s.category, s.start, s.end) for s in note.spans) for note in (first[name], second[name]))
        same.update(key[0] for key in (left & right).elements())
        all_spans.update(key[0] for key in (left + right).elements())
    changed = sum(first[name].spans != second[name].spans for name in names)
    print(f"{len(names)} notes, {changed} changed ({100 * changed / len(names):.1f} %)")
    print("| category | spans, first pass + second | F1 |\n|---|---|---|")
    for category, count in [("all", all_spans.total()), *all_spans.most_common()]:
        agreed = same.total() if category == "all" else same[category]
        print(f"| {category} | {count} | {200 * agreed / count:.2f} |")


if __name__ == "__main__":
    main()
