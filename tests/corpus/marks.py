"""Annotated notes: ⟦CATEGORY id|surface⟧ marks in Markdown (the rules are in tests/corpus/README.md)."""
import pathlib
import re
from dataclasses import dataclass

REPORTED = {"SENSITIVE", "PUBLIC"}
MASKED = set("PERSON ORG LOC ADDRESS EMAIL PHONE URL BIRTHDATE DATE AGE NIR IBAN CARD SIREN PLATE IP ID PROJECT".split())
NAMED = {"PERSON", "ORG", "LOC", "PROJECT"} | REPORTED
_MARK = re.compile(r"⟦([A-Z]+)(?: (\w+))?\|([^⟦⟧|\n]+)⟧")


@dataclass(frozen=True)
class Span:
    category: str
    entity: str  # the id of the mark, or the surface where it has none
    start: int   # bytes of the plain note
    end: int
    surface: str


@dataclass(frozen=True)
class Note:
    name: str
    raw: bytes
    spans: tuple


def read(path):
    """The note without its marks; ValueError says what is wrong with a mark."""
    spans, plain, at = [], bytearray(), 0
    text = path.read_text(encoding="utf-8")
    for mark in _MARK.finditer(text):
        category, entity, surface = mark.groups()
        if category not in MASKED | REPORTED:
            raise ValueError(f"{path.name}: no such category: {category}")
        plain += text[at:mark.start()].encode()
        start = len(plain)
        plain += surface.encode()
        spans.append(Span(category, entity or surface, start, len(plain), surface))
        at = mark.end()
    plain += text[at:].encode()
    for stray in "⟦⟧":
        if stray in plain.decode():
            raise ValueError(f"{path.name}: a mark is not closed or not well formed")
    return Note(path.name.removesuffix(".note.md"), bytes(plain), tuple(spans))


def read_all(folder):
    return [read(path) for path in sorted(pathlib.Path(folder).rglob("*.note.md"))]
