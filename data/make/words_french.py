"""french_words: every form of the hunspell dictionary with its class, gender and number; french_frequency: rank bands."""
import collections
import json
import re

from common import fold, is_key, paths, write_sections

ANY, NAMES = "po:", {"po:prn", "po:patr", "po:npr"}
# frequency band → the worst rank in it
BANDS = {7: 200, 6: 1000, 5: 3000, 4: 6000, 3: 10000, 2: 15000, 1: 10**9}


def flags_of(text):
    return [text[i : i + 2] for i in range(0, len(text), 2)]


def read_affixes(path):
    suffixes = collections.defaultdict(list)
    for line in path.read_text(encoding="utf-8").splitlines():
        cells = line.split()
        if len(cells) < 5 or cells[0] != "SFX":
            continue
        strip = "" if cells[2] == "0" else cells[2]
        add, _, further = cells[3].partition("/")
        condition = re.compile("(?:" + cells[4] + ")$")
        suffixes[cells[1]].append((strip, "" if add == "0" else add, flags_of(further), condition, cells[5:]))
    return suffixes


def expand(word, flags, tags, suffixes, depth=0):
    """The word itself unless it needs an affix, then what each suffix rule makes of it, with that rule's tags."""
    if "()" not in flags:
        yield word, tags
    for flag in flags:
        for strip, add, further, condition, morphology in suffixes.get(flag, ()):
            if not word.endswith(strip) or not condition.search(word):
                continue
            form = word[: len(word) - len(strip)] + add
            kept = tags
            if any(t in ("is:mas", "is:fem", "is:epi") for t in morphology):
                kept = [t for t in kept if t not in ("is:mas", "is:fem", "is:epi")]
            if depth < 2:
                yield from expand(form, further, kept + morphology, suffixes, depth + 1)


def bits(tags):
    """Letters: N noun, A adjective, V verb, O other; f, m gender; p plural."""
    found = set()
    for tag in tags:
        if tag == "po:nom":
            found.add("N")
        elif tag == "po:adj":
            found.add("A")
        elif re.match(r"po:v[0-3]", tag):
            found.add("V")
        elif tag.startswith(ANY) and tag not in NAMES and not re.match(
            r"po:([123](sg|pl|pl!|isg|jsg|pe)|infi|ppas|ppre|ipre|iimp|ipsi|ifut|cond|spre|simp|impe|sign|ponc|err)$", tag
        ):
            found.add("O")
        elif tag in ("is:fem", "is:epi"):
            found.add("f")
        if tag in ("is:mas", "is:epi"):
            found.add("m")
        if tag in ("is:pl", "is:inv"):
            found.add("p" if tag == "is:pl" else "")
    found.discard("")
    return found


def forms(packages):
    """folded form → letters; the forms of one lemma that differ by accents only are joined."""
    folder = packages / "hunspell-fr-comprehensive/usr/share/hunspell"
    suffixes = read_affixes(folder / "fr.aff")
    result = collections.defaultdict(set)
    for line in (folder / "fr.dic").read_text(encoding="utf-8").splitlines()[1:]:
        head, *tags = line.split()
        word, _, flags = head.partition("/")
        classes = [t for t in tags if t.startswith(ANY)]
        if (classes and all(t in NAMES for t in classes)) or (word[:1].isupper() and not (word.isupper() and word.isalpha())):
            continue  # names, which the dictionary often calls nouns, and chemical formulas
        for form, form_tags in expand(word, flags_of(flags), tags, suffixes):
            letters = bits(form_tags)
            if letters & set("NAVO"):
                result[fold(form)] |= letters
    return {f: letters for f, letters in result.items() if is_key(f) or f in ("a", "y", "o")}


def frequency_bands(packages, known):
    """folded form → band, for the forms that the frequency list ranks."""
    ranked = json.loads((packages / "zxcvbn-ts-language-fr/src/commonWords.json").read_text(encoding="utf-8"))
    bands = {}
    for word in ranked:
        key = fold(word)
        if key in known and key not in bands:
            bands[key] = next(b for b, worst in BANDS.items() if len(bands) + 1 <= worst)
    return bands


def everyday_words(packages, least_band):
    """Forms so common that a name in a list must not claim them: function words, and nouns, verbs … of a band or above."""
    known = forms(packages)
    bands = frequency_bands(packages, known)
    dates = {"janvier", "fevrier", "mars", "avril", "mai", "juin", "juillet", "aout", "septembre", "octobre", "novembre", "decembre",
             "lundi", "mardi", "mercredi", "jeudi", "vendredi", "samedi", "dimanche"}
    return dates | {f for f, letters in known.items() if "O" in letters or bands.get(f, 0) >= least_band}


def main():
    packages, tables = paths()
    known = forms(packages)
    sections = collections.defaultdict(list)
    for form, letters in known.items():
        sections["".join(c for c in "NAVOfmp" if c in letters)].append(form)
    write_sections(
        tables / "french_words.words",
        ["French word forms: N noun, A adjective, V any verb form, O any other word; f feminine, m masculine, p plural",
         "This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0. If a copy of the MPL was not",
         "distributed with this file, You can obtain one at http://mozilla.org/MPL/2.0/.",
         "source: Debian package hunspell-fr-comprehensive 1:7.0-1 (Dictionnaires français 7.0, Dicollecte), forms expanded, folded",
         "licence: MPL-2.0 (this file)",
         "attribution: Dictionnaires français 7.0 © Dicollecte contributors, MPL-2.0"],
        "words_french", sorted(sections.items()))
    bands = collections.defaultdict(list)
    for form, band in frequency_bands(packages, known).items():
        bands[band].append(form)
    write_sections(
        tables / "french_frequency.words",
        ["Frequency bands of French forms: 7 rank ≤ 200, 6 ≤ 1 000, 5 ≤ 3 000, 4 ≤ 6 000, 3 ≤ 10 000, 2 ≤ 15 000, 1 beyond",
         "source: npm @zxcvbn-ts/language-fr 4.1.2, commonWords.json (order only; forms of french_words.words only, folded)",
         "licence: ODC-BY 1.0 (data), MIT (package)",
         "attribution: Contains information from OpenSubtitles 2024 (OPUS, Helsinki-NLP), ODC-BY",
         "attribution: zxcvbn-ts, MIT"],
        "words_french", [(f"band={b}", bands[b]) for b in sorted(bands, reverse=True)])


if __name__ == "__main__":
    main()
