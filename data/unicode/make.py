#!/usr/bin/env python3
"""Writes core/text/unicode_tables.inc: character classes, case mappings and fold bases.

Source: the Unicode Character Database as shipped with Python's `unicodedata` (the version is written into the
output). Licence of the data: Unicode-3.0. Run it from anywhere; the same Python gives the same bytes.
"""

import pathlib
import unicodedata

OUT = pathlib.Path(__file__).resolve().parents[2] / "core" / "text" / "unicode_tables.inc"
BLOCK = 64
TABLE_END = 0x32400  # past the last ideograph; the few classes above it are listed as ranges
LAST = 0x110000
HANGUL = range(0xAC00, 0xD7A4)

# Classes, one letter each in the table.
OTHER, UPPER, LOWER, LETTER, MARK, DIGIT, SPACE, IGNORABLE = "ouclmdsi"

# Invisible characters inside words: soft hyphen, zero-width space, joiners, word joiner, BOM, marks of direction.
IGNORED = {0xAD, 0x61C, 0x180E, *range(0x200B, 0x2010), *range(0x202A, 0x202F), *range(0x2060, 0x2070), 0xFEFF}
BLANK_CONTROLS = {0x09, 0x0B, 0x0C}

# Letters that Unicode does not decompose but that people write without their stroke, ligatures, and signs
# that people type one for another. Keys are lower case.
SPECIAL = {
    "’": "'", "‘": "'", "ʼ": "'", "\u2010": "-", "\u2011": "-",
    "œ": "oe", "æ": "ae", "ß": "ss", "þ": "th", "ĳ": "ij", "ŉ": "'n", "ǆ": "dz", "ǳ": "dz", "ǉ": "lj", "ǌ": "nj",
    "ø": "o", "ł": "l", "đ": "d", "ð": "d", "ħ": "h", "ŧ": "t", "ı": "i", "ſ": "s", "ƶ": "z", "ⱥ": "a", "ⱦ": "t",
    "ɨ": "i", "ʉ": "u", "ς": "σ",
    **{chr(0xFF41 + i): chr(ord("a") + i) for i in range(26)},  # full-width letters
    "ﬀ": "ff", "ﬁ": "fi", "ﬂ": "fl", "ﬃ": "ffi", "ﬄ": "ffl", "ﬅ": "st", "ﬆ": "st",
}


def char_class(c):
    category = unicodedata.category(chr(c))
    if c in IGNORED:
        return IGNORABLE
    if c in BLANK_CONTROLS or category == "Zs":
        return SPACE
    if category in ("Lu", "Lt"):
        return UPPER
    if category == "Ll":
        return LOWER
    if category[0] == "L":
        return LETTER
    if category[0] == "M":
        return MARK
    return DIGIT if category == "Nd" else OTHER


def simple_lower(c):
    if c == 0x130:  # the full mapping keeps the dot as a mark; the simple one is i
        return ord("i")
    lower = chr(c).lower()
    return ord(lower) if len(lower) == 1 else c


def simple_upper(c):
    for mapped in (chr(c).upper(), chr(c).title()):
        if len(mapped) == 1:
            return ord(mapped)
    return c


def is_mark(ch):
    return unicodedata.category(ch)[0] == "M"


def folded(c):
    """The fold of a lower-case character that is no mark."""
    ch = chr(c)
    if ch in SPECIAL:
        return SPECIAL[ch]
    parts = unicodedata.normalize("NFD", ch)
    if c in HANGUL or not any(is_mark(p) for p in parts):
        return ch
    out = ""
    for part in parts:
        if not is_mark(part):
            low = chr(simple_lower(ord(part)))
            out += SPECIAL.get(low, low)
    return out


def case_ranges(mapping):
    """Runs (first, last, step, delta) of characters that move by the same distance."""
    moved = [(c, mapping(c) - c) for c in range(LAST) if mapping(c) != c]
    runs = []
    for c, delta in moved:
        if runs:
            first, last, step, d = runs[-1]
            gap = c - last
            if d == delta and gap in (1, 2) and (first == last or gap == step):
                runs[-1] = (first, c, gap, d)
                continue
        runs.append((c, c, 1, delta))
    return runs


def wrapped(items, width=108):
    lines, line = [], "   "
    for item in items:
        if len(line) + len(item) + 2 > width:
            lines.append(line)
            line = "   "
        line += " " + item + ","
    return "\n".join(lines + [line])


def quoted(text, width=104):
    return "\n".join(f'    "{text[i:i + width]}"' for i in range(0, len(text), width))


def class_tables():
    classes = [char_class(c) for c in range(LAST)]
    blocks, index = [], []
    for start in range(0, TABLE_END, BLOCK):
        block = "".join(classes[start:start + BLOCK])
        if block not in blocks:
            blocks.append(block)
        index.append(blocks.index(block))
    high, c = [], TABLE_END
    while c < LAST:
        end = c
        while end < LAST and classes[end] == classes[c]:
            end += 1
        if classes[c] != OTHER:
            high.append((c, end - 1, classes[c]))
        c = end
    return "".join(blocks), index, high


def fold_tables():
    one, many = [], []
    for c in range(LAST):
        if 0xD800 <= c < 0xE000 or char_class(c) in (MARK, IGNORABLE):
            continue
        to = folded(simple_lower(c))
        assert to and len(to.encode()) <= len(chr(c).encode()), hex(c)  # fold_into relies on it
        if simple_lower(c) != c or to == chr(c):
            continue
        if len(to) == 1:
            one.append((c, ord(to)))
        else:
            assert to.isascii() and len(to) <= 3, hex(c)
            many.append((c, to))
    return one, many


def main():
    blocks, index, high = class_tables()
    one, many = fold_tables()
    run = lambda r: "{0x%X, 0x%X, %d, %d}" % r
    parts = [
        "// Written by data/unicode/make.py: do not edit. Facts: Unicode Character Database "
        + unicodedata.unidata_version + ", licence Unicode-3.0.",
        "// Classes: u upper or title case, c lower case, l other letter, m mark, d decimal digit, s space,",
        "// i invisible, o other.",
        f"constexpr char32_t kTableEnd = 0x{TABLE_END:X};",
        f"constexpr char32_t kBlockSize = {BLOCK};",
        "constexpr std::uint16_t kBlockOf[] = {\n" + wrapped(map(str, index)) + "};",
        "constexpr char kClassInBlock[] =\n" + quoted(blocks) + ";",
        "constexpr ClassRange kHighClasses[] = {\n"
        + wrapped("{0x%X, 0x%X, '%s'}" % h for h in high) + "};",
        "constexpr CaseRange kToLower[] = {\n" + wrapped(map(run, case_ranges(simple_lower))) + "};",
        "constexpr CaseRange kToUpper[] = {\n" + wrapped(map(run, case_ranges(simple_upper))) + "};",
        "// Lower-case characters whose fold is one other character.",
        "constexpr FoldOne kFoldOne[] = {\n" + wrapped("{0x%X, 0x%X}" % f for f in one) + "};",
        "// Lower-case characters whose fold is several ASCII characters.",
        "constexpr FoldMany kFoldMany[] = {\n" + wrapped('{0x%X, "%s"}' % f for f in many) + "};",
    ]
    OUT.write_text("\n".join(parts) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
