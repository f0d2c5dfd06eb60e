#!/usr/bin/env python3
"""Copies of the annotated notes with other names, for the training of the tagger alone: what it shall learn is where names
stand, and not which. Each person, firm, place and author of a note gets another name, the same at each mention, in the form
that the mention has (initials, capitals, surname alone); some copies lose their capitals, their accents or a letter.

usage: make_copies.py OUT COPIES NOTES…     the same input gives the same bytes
"""
import pathlib
import random
import re
import sys
import unicodedata

from tables import Names, fold

MARK = re.compile(r"⟦([A-Z]+)(?: (\w+))?\|([^⟦⟧|\n]+)⟧")
WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)*")
PARTICLES = set("de du des d le la les van von der den ter di da dos del della el al ben bin ibn ould ait of the et & y e".split())
VOWELS = "aeiouyhàâäéèêëîïôöùûüœæ"
LEGAL = set("sas sarl sa scop eurl sasu gmbh ltd inc srl asbl".split())


def like(pattern, word):
    """`word` in the case of `pattern`."""
    if pattern.isupper() and len(pattern) > 1:
        return word.upper()
    if pattern.islower():
        return word.lower()
    return re.sub(r"[^\W\d_]+", lambda m: m[0][:1].upper() + m[0][1:].lower(), word)


def misspelt(rng, word):
    if len(word) < 5:
        return word
    at = rng.randrange(1, len(word) - 1)
    return rng.choice([word[:at] + word[at + 1:], word[:at] + word[at] + word[at:],
                       word[:at] + word[at + 1] + word[at] + word[at + 2:]])


class Person:
    """Another name for one person: a map from the words of its mentions."""

    def __init__(self, names, rng, mentions):
        self.names, self.rng, self.map = names, rng, {}
        words = [fold(w) for m in mentions for w in WORD.findall(m)]
        full = max(mentions, key=len)
        parts = [fold(w) for w in WORD.findall(full) if fold(w) not in PARTICLES]
        capitals = [fold(w) for w in WORD.findall(full) if w.isupper() and len(w) > 1]
        given = [w for w in parts if w in names.sex]
        if len(parts) > 1:
            surname = capitals[0] if capitals and len(capitals) < len(parts) else parts[-1]
            self.surnames = {surname}
            self.givens = set(parts) - self.surnames
        else:
            self.givens = set(parts) & set(given)
            self.surnames = set(parts) - self.givens
        sex = next((names.sex[w] for w in given if w in self.givens), "x")
        self.given = names.draw_given(rng, sex)
        self.surname = names.draw_surname(rng)
        self.order = [self.given, self.surname] if parts and parts[0] in self.givens else [self.surname, self.given]
        for word in words:
            self.map.setdefault(word, self.other(word, sex))

    def other(self, word, sex):
        if word in PARTICLES:
            return word
        if word in self.surnames:
            return self.surname
        if word in self.givens:
            first = next(iter(sorted(self.givens)))
            return self.given if word == first or len(self.givens) == 1 else self.names.draw_given(self.rng, sex)
        if len(word) <= 3 and word not in self.names.sex:
            return "".join(part[0] for part in self.order)[:len(word)] if len(word) <= 2 else word
        for name, new in [(g, self.given) for g in sorted(self.givens)] + [(s, self.surname) for s in sorted(self.surnames)]:
            if len(word) >= 3 and name.startswith(word[:3]):
                return new[:max(3, min(len(word), len(new)))] if name.startswith(word) else misspelt(self.rng, new)
        return self.names.draw_given(self.rng, sex) if word in self.names.sex else self.names.draw_surname(self.rng)

    def rename(self, surface):
        def one(match):
            word = match[0]
            new = self.map.get(fold(word))
            if new is None:
                return word
            if len(word) == 1:
                return word if fold(word) in PARTICLES and word.islower() else like("Xx", new)[0] if word.isupper() else new[0]
            return like(word, new)
        return WORD.sub(one, surface)


class Thing:
    """Another name for a firm or a place that has one form, or one whose first words are a head noun."""

    def __init__(self, names, rng, category, mentions, pool):
        self.map = {}
        forms = sorted(set(mentions), key=len)
        if category == "LOC" and all(form in names.towns for form in forms):
            self.map = {form: names.draw_commune(rng) for form in forms}
        elif category == "ORG" and len({fold(f) for f in forms}) == 1 and rng.random() < 0.8:
            new = self.firm(names, rng, forms[0], pool)
            self.map = {form: new if not form.islower() else new.lower() for form in forms}
        elif category == "PROJECT" and len(forms) == 1:
            self.map = {forms[0]: like(forms[0], rng.choice(names.nouns))}

    @staticmethod
    def firm(names, rng, form, pool):
        head = re.match(r"((?:[a-zà-ÿ'’]+ )+(?:de la |du |de |des |d['’])?)(.+)", form)
        if head and not form.islower():
            rest = names.draw_commune(rng) if rng.random() < 0.5 else like("Xx", names.draw_surname(rng))
            return head[1] + rest
        choice = rng.random()
        if choice < 0.35:
            return rng.choice(pool)
        if choice < 0.6:
            return rng.choice(names.firms)
        surname = like("Xx", names.draw_surname(rng))
        if choice < 0.8:
            return rng.choice(["{0} & Fils", "{0} & Associés", "Groupe {0}", "{0}", "{0} SAS", "Maison {0}", "{0} Conseil", "Cabinet {0}",
                               "{0} & {1}", "Transports {0}", "Éditions {0}"]).format(surname, like("Xx", names.draw_surname(rng)))
        syllables = [names.draw_surname(rng)[:rng.randrange(2, 5)] for _ in range(2)]
        made = "".join(syllables) + rng.choice(["ia", "is", "ys", "eo", "tec", "lab", "data", "care", "or", ""])
        return like("Xx", made) if rng.random() < 0.8 else made[:rng.randrange(3, 6)].upper()

    def rename(self, surface):
        return self.map.get(surface, surface)


class Author:
    def __init__(self, names, rng, mentions):
        self.map = {}
        full = max(mentions, key=len)
        author = rng.choice(names.authors)
        old, new = WORD.findall(full), author[0].split()
        if len(old) >= 2 and len(new) >= 2:
            self.map = {full: author[0], old[-1]: author[1], old[0]: new[0]}
        elif len(old) == 1:
            self.map = {full: author[1]}

    def rename(self, surface):
        return self.map.get(surface, surface)


def elided(before, new):
    """The text before a name with d’, qu’ or de as the name asks."""
    vowel = fold(new[:1]) in VOWELS
    if not vowel:
        before = re.sub(r"\b([dD])['’]$", r"\1e ", before)
        return re.sub(r"\b([qQ]u)['’]$", r"\1e ", before)
    return re.sub(r"\b([dD])e $", r"\1’", before) if fold(new[:1]) != "h" else before


def plain(text):
    out = unicodedata.normalize("NFD", text)
    return "".join(c for c in out if not unicodedata.combining(c))


def outside_marks(change, text):
    """`change` of all text, the heads of marks apart."""
    return "".join(part if part.startswith("⟦") else change(part) for part in re.split(r"(⟦[A-Z]+(?: \w+)?\|)", text))


def roughened(rng, text):
    kind = rng.random()
    if kind < 0.14:
        return outside_marks(str.lower, text)
    if kind < 0.20:
        return outside_marks(plain, text)
    if kind < 0.24:
        return outside_marks(lambda part: plain(part.lower()), text)
    if kind < 0.30:  # names alone lose their capitals
        return MARK.sub(lambda m: m[0].replace("|" + m[3], "|" + m[3].lower()) if m[1] in ("PERSON", "LOC", "ORG") else m[0], text)
    if kind < 0.36:  # surnames in capitals
        return MARK.sub(lambda m: m[0].replace("|" + m[3], "|" + re.sub(r"\w+$", lambda w: w[0].upper(), m[3])) if m[1] == "PERSON" else m[0], text)
    if kind < 0.40:
        return outside_marks(lambda part: part.replace("’", "'"), text)
    return text


ALIASES = {"PERSON": ("Personne", "Person"), "ORG": ("Entreprise", "Company"), "LOC": ("Lieu", "Place"), "PROJECT": ("Projet", "Project")}


def aliased(text, english):
    """The note as the pseudonym style writes it, without marks: what Paravent wrote itself names nobody."""
    letters = {}

    def one(mark):
        if mark[1] not in ALIASES:
            return mark[0]
        known = letters.setdefault(mark[1], {})
        number = known.setdefault(mark[2] or mark[3], len(known))
        return f"{ALIASES[mark[1]][english]} {chr(ord('A') + number % 26)}"
    return MARK.sub(one, text)


NOUNS = {
    "PERSON": ("une personne", "son manager", "la cliente", "un collègue", "une DRH", "le directeur", "sa responsable", "un proche", "une cadre"),
    "ORG": ("une entreprise", "un grand groupe de luxe", "une association", "un cabinet", "un établissement scolaire", "un hôpital", "une collectivité"),
    "LOC": ("une ville moyenne de l’Ouest", "une grande ville", "un quartier", "une petite commune du Nord", "sa région", "un lieu"),
    "PROJECT": ("un projet",),
}
ENGLISH_NOUNS = {
    "PERSON": ("a person", "her manager", "the client", "a colleague", "an HR director", "the director", "a relative"),
    "ORG": ("a company", "a large luxury group", "a charity", "a firm", "a school", "a hospital", "a public body"),
    "LOC": ("a mid-sized town", "a large city", "a district", "a small town in the north", "a place"),
    "PROJECT": ("a project",),
}


def generalised(rng, text, english):
    """The same as the style that generalises writes it, roughly: nouns where names stood."""
    nouns, known = ENGLISH_NOUNS if english else NOUNS, {}

    def one(mark):
        if mark[1] not in nouns:
            return mark[0]
        noun = known.setdefault((mark[1], mark[2] or mark[3]), rng.choice(nouns[mark[1]]))
        start = mark.start() == 0 or text[:mark.start()].rstrip(" ")[-1:] in ("\n", ".", "!", "?", ":", "|", "")
        return noun[0].upper() + noun[1:] if start else noun
    return MARK.sub(one, text)


def copy(names, rng, text, pool):
    mentions = {}
    for mark in MARK.finditer(text):
        mentions.setdefault((mark[1], mark[2] or mark[3]), []).append(mark[3])
    makers = {"PERSON": lambda m: Person(names, rng, m), "PUBLIC": lambda m: Author(names, rng, m)}
    renamers = {}
    for (category, entity), surfaces in mentions.items():
        if category in ("ORG", "LOC", "PROJECT"):
            renamers[category, entity] = Thing(names, rng, category, surfaces, pool)
        elif category in makers and (category == "PERSON" or rng.random() < 0.7):
            renamers[category, entity] = makers[category](surfaces)
    out, at = "", 0
    for mark in MARK.finditer(text):
        before = text[at:mark.start()]
        renamer = renamers.get((mark[1], mark[2] or mark[3]))
        surface = renamer.rename(mark[3]) if renamer else mark[3]
        if mark[1] == "PERSON" and rng.random() < 0.01:
            surface = misspelt(rng, surface)
        out += (elided(before, surface) if surface != mark[3] else before) + mark[0].replace("|" + mark[3], "|" + surface)
        at = mark.end()
    return roughened(rng, out + text[at:])


def main():
    out, copies, files = pathlib.Path(sys.argv[1]), int(sys.argv[2]), [pathlib.Path(p) for p in sys.argv[3:]]
    out.mkdir(parents=True, exist_ok=True)
    for old in out.glob("*.note.md"):
        old.unlink()
    names = Names()
    texts = {path: path.read_text(encoding="utf-8") for path in sorted(files)}
    pool = sorted({m[3] for text in texts.values() for m in MARK.finditer(text) if m[1] == "ORG" and not m[3].islower()})
    for path, text in texts.items():
        for number in range(1, copies + 1):
            rng = random.Random(f"{path.name} {number}")
            name = path.name.replace(".note.md", f"+copy{number}.note.md")
            kind, english = rng.random() if number == 1 else 1, path.parent.name == "en"
            changed = aliased(text, english) if kind < 0.3 else generalised(rng, text, english) if kind < 0.6 else copy(names, rng, text, pool)
            (out / name).write_text(changed, encoding="utf-8")


main()
