"""What every table script shares: the fold of a word, and how a table is written."""
import os
import pathlib
import sys
import unicodedata

# What Unicode does not take apart but people write plainly; the same as in data/unicode/make.py (a test compares the folds).
LETTERS = {
    "’": "'", "‘": "'", "ʼ": "'", "\u2010": "-", "\u2011": "-",
    "œ": "oe", "æ": "ae", "ß": "ss", "þ": "th", "ĳ": "ij", "ø": "o", "ł": "l", "đ": "d", "ð": "d", "ħ": "h", "ŧ": "t", "ı": "i",
    "ſ": "s", "ƶ": "z", "ɨ": "i", "ʉ": "u",
}
DIGITS = "0123456789abcdefghijklmnopqrstuvwxyz"
# Words of a name of several words that are no name by themselves.
PARTICLES = set(
    "a al abd abou abu af ap aux bar ben bel bin bint bou con d da dal dalla das de degli dei del della delle den der des di "
    "do dos du e el en et ha ibn in ka l la las le les lo los mac mc ni o of oulad ould op os ould saint sainte san sant santa "
    "santo sao sidi sir st ste sur t te ten ter the to u um und uit van vander vanden von vom y zu zum zur".split()
)


def fold(word):
    """Lower case, no accents, ’ as '."""
    word = unicodedata.normalize("NFD", word.lower())
    word = "".join(c for c in word if unicodedata.category(c)[0] != "M")
    return "".join(LETTERS.get(c, c) for c in word)


def is_key(folded):
    """One word of Latin letters, apostrophes and hyphens inside it allowed."""
    return (
        len(folded) >= 2
        and folded[0].isalpha()
        and folded[-1].isalpha()
        and all(c.isalpha() or c in "'-" for c in folded)
        and all(ord(c) < 0x250 for c in folded)
    )


def parts(folded):
    """The words of a name, without particles."""
    for mark in "-'":
        folded = folded.replace(mark, " ")
    return [w for w in folded.split() if w not in PARTICLES and len(w) >= 2 and is_key(w)]


def paths():
    """The folder of unpacked packages and the folder of tables."""
    return pathlib.Path(sys.argv[1]).resolve(), pathlib.Path(sys.argv[2]).resolve()


def front_coded(words):
    """Sorted words; each row is one base-36 digit, how many bytes it shares with the row before, and the rest."""
    before = b""
    for word in sorted(set(w.encode() for w in words)):
        shared = 0
        while shared < min(len(before), len(word), 35) and before[shared] == word[shared]:
            shared += 1
        while 0 < shared < len(word) and word[shared] & 0xC0 == 0x80:
            shared -= 1  # never inside a character, so that every row is valid UTF-8
        yield DIGITS[shared] + word[shared:].decode()
        before = word


def header(lines, script):
    text = "".join(f"# {line}\n" for line in lines)
    return text + f"# script: data/make/{script}.py\n"


def write(path, text):
    temporary = path.with_suffix(".new")
    temporary.write_text(text, encoding="utf-8", newline="\n")
    os.replace(temporary, path)
    print(f"{path.name}: {path.stat().st_size} bytes")


def write_sections(path, lines, script, sections):
    """A table of single words: `@ what` opens a section, its rows are front-coded folded words."""
    out = [header(lines + ["format: sections (@), each of folded words in order, front-coded: one base-36 digit "
                           "(bytes shared with the row before) and the rest"], script)]
    for title, words in sections:
        if words:
            out.append(f"@ {title}\n")
            out.extend(row + "\n" for row in front_coded(words))
    write(path, "".join(out))


def write_rows(path, lines, script, columns, rows):
    """A table with columns: tab-separated, the first line that is no comment names them."""
    out = [header(lines, script), "\t".join(columns) + "\n"]
    out.extend("\t".join(str(cell) for cell in row) + "\n" for row in rows)
    write(path, "".join(out))
