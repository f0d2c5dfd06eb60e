"""The tables of names in data/tables, as the generator of training copies draws from them."""
import pathlib
import sys

DATA = pathlib.Path(__file__).resolve().parent.parent / "data"
TABLES = DATA / "tables"
sys.path.insert(0, str(DATA / "make"))
from common import fold  # noqa: E402,F401


def words(name):
    """[(folded form, {attribute: value})] of a front-coded .words table."""
    out, attributes, before = [], {}, b""
    for line in (TABLES / name).read_bytes().split(b"\n"):
        if not line or line.startswith(b"#"):
            continue
        if line.startswith(b"@"):
            attributes = dict(part.split("=") for part in line[1:].decode().split())
            before = b""
        else:
            before = before[:int(chr(line[0]), 36)] + line[1:]
            out.append((before.decode(), attributes))
    return out


def rows(name):
    lines = (TABLES / name).read_text(encoding="utf-8").split("\n")
    return [line.split("\t") for line in lines if line and not line.startswith("#")][1:]


def weighted(rng, groups):
    """One of the lists, by weight; then one of its rows."""
    return rng.choice(rng.choices([rows for _, rows in groups], [weight for weight, _ in groups])[0])


class Names:
    """Names to draw: frequent ones and rare ones, so that the tagger learns contexts and not a list."""

    def __init__(self):
        given = [(form, row) for form, row in words("given_names.words") if "'" not in form and len(form) > 1]
        self.sex = {form: row["sex"] for form, row in given}
        self.given = {sex: self._bands([(form, int(row["band"])) for form, row in given if row["sex"] in (sex, "x", "u")],
                                       ((12, 16, 5), (8, 12, 5), (4, 8, 3), (1, 4, 1))) for sex in "fm"}
        surnames = [(form, int(row["band"])) for form, row in words("surnames.words")]
        self.is_surname = {form for form, _ in surnames}
        self.surnames = self._bands(surnames, ((7, 8, 2), (6, 7, 4), (5, 6, 4), (4, 5, 3), (1, 4, 3)))
        self.surnames.append((0.6, [form for form, _ in surnames if "'" in form]))  # few, and never drawn else
        self.communes = self._bands([(row[0], int(row[1] or 0)) for row in rows("communes.tsv")],
                                    ((50000, 10**9, 3), (5000, 50000, 3), (1, 5000, 2)))
        self.towns = {row[0] for row in rows("communes.tsv")} | {row[0] for row in rows("cities.tsv")}
        self.firms = [row[0] for row in rows("companies.tsv")]
        self.authors = rows("authors.tsv")
        self.nouns = [form for form, row in words("french_frequency.words") if len(form) > 4]

    @staticmethod
    def _bands(pairs, bands):
        return [(weight, [form for form, value in pairs if low <= value < high]) for low, high, weight in bands]

    def draw_given(self, rng, sex):
        return weighted(rng, self.given[sex if sex in "fm" else rng.choice("fm")])

    def draw_surname(self, rng):
        return weighted(rng, self.surnames)

    def draw_commune(self, rng):
        return weighted(rng, self.communes)

