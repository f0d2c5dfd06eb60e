"""Sentences that two sets of texts share, by hashes of folded words: names, accents, case and signs do not hide a copy.

Of the measured texts nothing is kept but hashes, and nothing of theirs is ever printed.
"""
import hashlib
import pathlib
import re
import sys

ROOT = pathlib.Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT / "data/make"))
from common import fold

SHORTEST, LONGEST = 6, 8  # sentences of six words or more; of a long one, any eight words in a row
MARK = re.compile(r"⟦[A-Z]+(?: \w+)?\|([^⟦⟧|\n]+)⟧")
WORD = re.compile(r"[^\W_]+")
BORDER = re.compile(r"[.!?…]+(?=\s|$)|\n")


def words(text):
    return WORD.findall(fold(MARK.sub(lambda mark: mark[1], text)))


def sentences(text):
    """The sentences that are long enough to be looked for, as lists of words."""
    pieces = (words(piece) for piece in BORDER.split(MARK.sub(lambda mark: mark[1], text)))
    return [piece for piece in pieces if len(piece) >= SHORTEST]


def _hashes(piece, size):
    for at in range(len(piece) - size + 1):
        yield hashlib.blake2b(" ".join(piece[at:at + size]).encode(), digest_size=8).digest()


def hashes_of(texts):
    """What is known of measured texts: {size: hashes of so many words in a row}."""
    known = {size: set() for size in range(SHORTEST, LONGEST + 1)}
    for text in texts:
        piece = words(text)
        for size, hashes in known.items():
            hashes.update(_hashes(piece, size))
    return known


def shared(text, known):
    """How many sentences of `text` stand in the measured texts."""
    count = 0
    for piece in sentences(text):
        size = min(len(piece), LONGEST)
        count += any(item in known[size] for item in _hashes(piece, size))
    return count


def text_of(path):
    """The text of a note, or of a file with one token a line (index, token, label; blank lines between sentences)."""
    text = path.read_text(encoding="utf-8")
    if path.suffix != ".conll":
        return text
    rows = (line.split("\t") for line in text.split("\n"))
    return " ".join(row[1] for row in rows if len(row) > 1)
