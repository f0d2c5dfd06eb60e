#!/usr/bin/env python3
"""Check the hand-written tables in data/tables: shape, keys, order, kinds and cross references.

Usage: check_tables.py [DIRECTORY]. Prints one line per fault and exits 1 if there is any. Standard library only.
"""

import pathlib
import re
import sys
import unicodedata

COUNTRY_LENGTH = 2
INSTITUTION_KINDS = "army association care company culture hospital justice political public religious school".split()
PHRASE_KINDS = (
    "abbreviation body brand-thing character day deity department diploma era event expression feast food game greeting language law "
    "month place press software work".split()
)
METHOD_KINDS = "ai framework method product software test".split()
FLAGS = ["0", "1"]
FACT_KINDS = "career employer event family health honour place".split()
SHARE_KINDS = "age-of-anyone age-of-worker children country default home institution origin place role sector seniority sensitive size".split()
PLACE_SIZES = "city small-town town village".split()
MILLION = 1_000_000
NAME_ORIGINS = (
    "aegean breton celtic dutch east-asian english french german iberian indian italian maghreb slavic southern turkish west-african".split()
)
SHORTEST_FICTITIOUS = 6  # letters of a surname
LEAST_OF_ORIGIN = 12
LANGUAGES = "both en fr".split()
SENSITIVE_KINDS = "belief body health intimacy origin politics remedy union".split()
SENSITIVE_FINDINGS = "had heritage led near said sure".split()
SENSITIVE_USES = [*SENSITIVE_FINDINGS, *"being figure having lead negation person tail topic".split()]
MOST_SENSITIVE_WORDS = 8  # what the look-up reads at a time

# Per table: columns, columns of the key, is the key compared case folded, least number of rows,
# columns with a closed set of values, columns that may be empty.
TABLES = {
    "roles": (["masculine", "feminine", "plural", "epicene", "english"], [0], False, 300, {3: FLAGS}, []),
    "institutions": (
        ["head", "gender", "general_fr", "general_en", "kind"],
        [0],
        True,
        120,
        {1: ["f", "m"], 4: INSTITUTION_KINDS},
        [],
    ),
    "diminutives": (["short", "full", "language"], [0, 2], True, 280, {2: ["en", "fr"]}, []),
    "fixed_phrases": (["phrase", "kind"], [0], False, 350, {1: PHRASE_KINDS}, []),
    "acronyms": (["acronym", "meaning"], [0], False, 220, {}, []),
    "methods": (["name", "aliases", "kind"], [0], True, 220, {2: METHOD_KINDS}, [1]),
    "authors": (
        ["name", "surname", "aliases", "ambiguous", "field", "country"],
        [0],
        True,
        650,
        {3: FLAGS},
        [2],
    ),
    "sectors": (["key", "large_fr", "any_fr", "large_en", "any_en"], [0], True, 45, {}, []),
    "companies": (
        ["name", "aliases", "sector", "size", "country", "word"],
        [0],
        True,
        550,
        {3: ["?", "L", "M", "S"], 5: FLAGS},
        [1],
    ),
    "fictitious_surnames": (["surname", "origin"], [0], True, 480, {1: NAME_ORIGINS}, []),
    "fictitious_given_names": (["given", "sex", "origin"], [0, 1, 2], True, 390, {1: ["f", "m", "x"], 2: NAME_ORIGINS}, []),
    "name_origins": (
        ["letters", "where", "part", "origin"],
        [0, 1, 2],
        True,
        500,
        {1: ["end", "start", "whole"], 2: ["given", "surname"], 3: NAME_ORIGINS},
        [],
    ),
    "shares": (["kind", "key", "value", "in_place", "home"], [0, 1], True, 500, {0: SHARE_KINDS}, [3, 4]),
    "readable_facts": (["french", "english", "kind", "key", "per_million"], [0], True, 60, {2: FACT_KINDS}, [1, 3]),
    "sensitive": (
        ["phrase", "language", "kind", "use", "unless"],
        [0, 3],
        True,
        2500,
        {1: LANGUAGES, 3: SENSITIVE_USES},
        [4],
    ),
}


def read_rows(path, columns, fault):
    """The data rows as (line number, fields); what is wrong with the file's shape goes to fault."""
    raw = path.read_bytes()
    try:
        text = raw.decode("utf-8")
    except UnicodeDecodeError as error:
        fault(0, f"is not UTF-8 (byte {error.start})")
        return []
    if "\r" in text or "\ufeff" in text:
        fault(0, "has a carriage return or a byte order mark; lines end in LF alone")
    if not text.endswith("\n"):
        fault(0, "does not end with a line feed")
    rows, header = [], None
    for number, line in enumerate(text.split("\n")[:-1], 1):
        if header is None and line.startswith("#"):
            continue
        fields = line.split("\t")
        if header is None:
            header = fields
            if fields != columns:
                fault(number, f"header is {fields}, expected {columns}")
            if number < 4 or "Apache-2.0" not in text.split("\n")[1]:
                fault(number, "lacks its opening comments (what it is, licence, how to add a row)")
        elif len(fields) != len(columns):
            fault(number, f"has {len(fields)} columns, expected {len(columns)}")
        else:
            rows.append((number, fields))
    return rows


def check_fields(number, fields, columns, closed, optional, fault):
    """Spaces, empty cells, closed sets and the members of |-separated cells."""
    for index, field in enumerate(fields):
        if field != field.strip() or "  " in field or "\u00a0" in field:
            fault(number, f"{columns[index]} has a stray space: {field!r}")
        if not field and index not in optional:
            fault(number, f"{columns[index]} is empty")
        if index in closed and field not in closed[index]:
            fault(number, f"{columns[index]} is {field!r}, expected one of {' '.join(closed[index])}")
        members = field.split("|")
        if len(members) > 1 and (any(m != m.strip() or not m for m in members) or len(set(members)) < len(members)):
            fault(number, f"{columns[index]} has an empty, spaced or repeated part: {field!r}")


def check_sensitive(number, fields, fault):
    """Marks at the end of words, kinds, and phrases short enough to be found."""
    phrase, kinds, use = fields[0], fields[2].split("|"), fields[3]
    words = phrase.removeprefix("=").split()
    if len(words) > MOST_SENSITIVE_WORDS:
        fault(number, f"{phrase!r} has more than {MOST_SENSITIVE_WORDS} words")
    if any(mark in word[:-1] for word in words for mark in "*+=") or "=" in phrase[1:]:
        fault(number, f"{phrase!r} has a mark that is not at the end of a word (= at the start)")
    if kinds != ["any"] and not set(kinds) <= set(SENSITIVE_KINDS):
        fault(number, f"kind is {fields[2]!r}, expected any or some of {' '.join(SENSITIVE_KINDS)}")
    if use in SENSITIVE_FINDINGS and (kinds == ["any"] or len(kinds) > 1):
        fault(number, f"{phrase!r} makes a finding: it needs one kind, not {fields[2]!r}")
    if fields[4] and use not in SENSITIVE_FINDINGS:
        fault(number, f"{phrase!r} makes no finding: unless says nothing")


def check_meaning(table, number, fields, columns, sectors, fault):
    """What only one table asks for."""
    if table == "roles" and (fields[3] == "1") != (fields[0] == fields[1]):
        fault(number, f"epicene is {fields[3]} but the forms are {fields[0]!r} and {fields[1]!r}")
    if table == "institutions":
        article = "un " if fields[1] == "m" else "une "
        if not fields[2].startswith(("un ", "une ")) or not fields[3].startswith(("a ", "an ")):
            fault(number, f"general forms need their article ({article.strip()}, a, an): {fields[2]!r}, {fields[3]!r}")
    if table == "sectors":
        if not all(form.startswith(("un ", "une ")) for form in fields[1:3]):
            fault(number, f"French forms need their article: {fields[1:3]}")
        if not all(form.startswith(("a ", "an ")) for form in fields[3:5]):
            fault(number, f"English forms need their article: {fields[3:5]}")
    if table == "sensitive":
        check_sensitive(number, fields, fault)
    if table == "diminutives" and fields[0] in fields[1].split("|"):
        fault(number, f"{fields[0]!r} is given as its own full form")
    if table == "authors" and not any(fields[1] in form for form in [fields[0], *fields[2].split("|")]):
        fault(number, f"surname {fields[1]!r} is not part of {fields[0]!r} or its aliases")
    if table == "companies" and sectors is not None and fields[2] not in sectors:
        fault(number, f"sector {fields[2]!r} of {fields[0]!r} is not a key of sectors.tsv")
    if "aliases" in columns and fields[0] in fields[columns.index("aliases")].split("|"):
        fault(number, f"{fields[0]!r} is given as its own alias")
    if "country" in columns:
        country = fields[columns.index("country")]
        if len(country) != COUNTRY_LENGTH or not (country.isascii() and country.isupper()):
            fault(number, f"country {country!r} is not an ISO 3166 code of two letters")


def check_shares(rows, known, fault):
    """Values are parts per million, and every key is one of the table that it speaks of; every sector has a share."""
    for number, (kind, key, value, in_place, home) in rows:
        if not value.isdigit() or int(value) == 0 or (int(value) > MILLION and (kind, key) != ("country", "inhabitants")):
            fault(number, f"value is {value!r}, expected a number of at most a million")
        if (in_place or home) and kind != "role":
            fault(number, "only a role has in_place and home")
        if in_place and not in_place.isdigit():
            fault(number, f"in_place is {in_place!r}, expected a number")
        if home and home not in INSTITUTION_KINDS:
            fault(number, f"home is {home!r}, expected a kind of institutions.tsv")
        if kind in known and key not in known[kind]:
            fault(number, f"there is no {kind} {key!r}")
    missing = known["sector"] - {fields[1] for _, fields in rows if fields[0] == "sector"}
    if missing:
        fault(0, f"lacks the sectors {' '.join(sorted(missing))}")


def check_facts(rows, sectors, fault):
    writings = {}
    for number, (french, english, kind, key, per_million) in rows:
        if not per_million.isdigit() or not 0 < int(per_million) <= MILLION:
            fault(number, f"per_million is {per_million!r}")
        keys = {"employer": sectors, "place": set(PLACE_SIZES)}.get(kind, {""})
        if key not in keys:
            fault(number, f"key {key!r} does not go with {kind}")
        for writing in {*french.split("|"), *english.split("|")} - {""}:
            if writing in writings:
                fault(number, f"{writing!r} is already on line {writings[writing]}")
            writings[writing] = number


def folded(text):
    """As text::fold does: lower case without accents."""
    return "".join(c for c in unicodedata.normalize("NFD", text.casefold()) if not unicodedata.combining(c))


def words_in_use(directory):
    """Every folded word of the other tables."""
    words = set()
    for path in directory.glob("*.words"):
        word = ""
        for line in path.read_text(encoding="utf-8").split("\n"):
            if line.startswith("@"):
                word = ""
            elif line and line[0] != "#":
                word = word[: int(line[0], 36)] + line[1:]
                words.update(re.split(r"[-' ]", word))
    for path in directory.glob("*.tsv"):
        if not path.name.startswith("fictitious_"):
            words.update(folded(word) for word in re.findall(r"[^\W\d_]+", path.read_text(encoding="utf-8")))
    return words


def check_fictitious(surnames, given_names, in_use, faults):
    """Surnames that are nobody’s, and enough of both for every origin."""
    for number, (surname, _) in surnames:
        if len(folded(surname)) < SHORTEST_FICTITIOUS or not folded(surname).isascii() or not surname.isalpha():
            faults.append(f"fictitious_surnames.tsv:{number}: {surname!r} is not one word of {SHORTEST_FICTITIOUS} letters and more")
        if not surname.istitle():
            faults.append(f"fictitious_surnames.tsv:{number}: {surname!r} needs one capital, at its start")
        if folded(surname) in in_use:
            faults.append(f"fictitious_surnames.tsv:{number}: {surname!r} stands in another table")
    for number, (given, _, _) in given_names:
        if not given.isalpha() or not given.istitle():
            faults.append(f"fictitious_given_names.tsv:{number}: {given!r} is not one word with one capital, at its start")
    for origin in NAME_ORIGINS:
        if sum(fields[1] == origin for _, fields in surnames) < LEAST_OF_ORIGIN:
            faults.append(f"fictitious_surnames.tsv:0: has too few of {origin}")
        for sex in "fmx":
            if sum(fields[1:] == [sex, origin] for _, fields in given_names) < LEAST_OF_ORIGIN:
                faults.append(f"fictitious_given_names.tsv:0: has too few {sex} of {origin}")


def check_table(table, path, sectors, faults):
    columns, key_columns, folded, least, closed, optional = TABLES[table]

    def fault(number, what):
        faults.append(f"{path.name}:{number}: {what}")

    rows = read_rows(path, columns, fault)
    if len(rows) < least:
        fault(0, f"has {len(rows)} rows, expected at least {least}")
    seen, previous = {}, None
    for number, fields in rows:
        check_fields(number, fields, columns, closed, optional, fault)
        check_meaning(table, number, fields, columns, sectors, fault)
        key = tuple(fields[i].casefold() if folded else fields[i] for i in key_columns)
        if key in seen:
            fault(number, f"{' '.join(key)!r} is already on line {seen[key]}")
        seen[key] = number
        order = fields[0].casefold()
        if previous is not None and order < previous:
            fault(number, f"{fields[0]!r} is out of order (first column, case folded, by code point)")
        previous = order
    return rows


def main(arguments):
    directory = pathlib.Path(arguments[0]) if arguments else pathlib.Path(__file__).resolve().parent / "tables"
    faults, counts, sectors, tables = [], [], None, {}
    for table in sorted(TABLES, key=lambda name: name == "companies"):
        path = directory / f"{table}.tsv"
        if not path.is_file():
            faults.append(f"{path.name}: is missing")
            continue
        rows = tables[table] = check_table(table, path, sectors, faults)
        counts.append(f"{table} {len(rows)}")
        if table == "sectors":
            sectors = {fields[0] for _, fields in rows}
    if {"shares", "readable_facts", "roles", "sectors"} <= tables.keys() and not faults:
        known = {
            "role": {fields[0] for _, fields in tables["roles"]},
            "sector": sectors,
            "institution": set(INSTITUTION_KINDS),
            "place": set(PLACE_SIZES),
            "size": {"L", "M", "S"},
        }
        check_shares(tables["shares"], known, lambda number, what: faults.append(f"shares.tsv:{number}: {what}"))
        check_facts(tables["readable_facts"], sectors, lambda number, what: faults.append(f"readable_facts.tsv:{number}: {what}"))
    if {"fictitious_surnames", "fictitious_given_names"} <= tables.keys():
        check_fictitious(tables["fictitious_surnames"], tables["fictitious_given_names"], words_in_use(directory), faults)
    for line in faults:
        print(line)
    print(f"{len(faults)} fault(s); rows: {', '.join(counts)}")
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
