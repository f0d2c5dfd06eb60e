#!/usr/bin/env python3
"""The figures of the data card in training/README.md, counted from training/corpus.

usage: card.py [--write] [README]   without --write it fails when the figures are not those of the corpus
"""
import collections
import pathlib
import sys

HERE = pathlib.Path(__file__).resolve().parent
sys.path.insert(0, str(HERE.parent / "tests/corpus"))
import marks  # noqa: E402

LANGUAGES = ("fr", "en")
BEGIN, END = "<!-- figures: training/card.py --write -->\n", "<!-- end of figures -->\n"


def figures():
    """The tables as Markdown."""
    counts, writers = {}, {}
    for language in LANGUAGES:
        notes = marks.read_all(HERE / "corpus" / language)
        counts[language] = collections.Counter(span.category for note in notes for span in note.spans)
        counts[language].update(notes=len(notes), words=sum(len(note.raw.decode().split()) for note in notes))
        writers[language] = collections.Counter(note.name.split("-")[0] for note in notes)
    categories = sorted({key for found in counts.values() for key in found} - {"notes", "words"}, key=lambda c: (-counts["fr"][c], c))
    lines = ["| | French | English |", "|---|---|---|"]
    lines += [f"| {key} | " + " | ".join(str(counts[language][key]) for language in LANGUAGES) + " |" for key in ["notes", "words", *categories]]
    lines.append("")
    for language, title in zip(LANGUAGES, ("French", "English")):
        lines.append(f"{title} writers: " + ", ".join(f"{writer} {count}" for writer, count in sorted(writers[language].items())) + ".  ")
    return "\n".join(lines) + "\n"


def main():
    paths = [argument for argument in sys.argv[1:] if argument != "--write"]
    readme = pathlib.Path(paths[0]) if paths else HERE / "README.md"
    text = readme.read_text(encoding="utf-8")
    before, rest = text.split(BEGIN)
    fresh = before + BEGIN + figures() + END + rest.split(END)[1]
    if "--write" in sys.argv[1:]:
        readme.write_text(fresh, encoding="utf-8")
    elif fresh != text:
        sys.exit("training/README.md: its figures are not those of the corpus; python3 training/card.py --write counts anew")


if __name__ == "__main__":
    main()
