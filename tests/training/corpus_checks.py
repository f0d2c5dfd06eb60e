"""What must hold of each note of training/corpus, as functions of its text: each returns what is wrong, a line each."""
import collections
import re

MARK = re.compile(r"⟦([A-Z]+)(?: (\w+))?\|([^⟦⟧|\n]+)⟧")
TITLE = re.compile(r"(?:mme|mlle|mmes|mm|mr|mrs|ms|dr|monsieur|madame|mademoiselle|docteur|maître)\.? ", re.IGNORECASE)
OPENS, CLOSES = "«“\"", "»”\""
BARE_EDGES = "*_` \t\u00a0\u202f"


def entities_of_two_categories(text):
    """Ids that stand in marks of several categories."""
    categories = collections.defaultdict(set)
    for category, entity, _ in MARK.findall(text):
        if entity:
            categories[entity].add(category)
    return [f"{entity}: {' and '.join(sorted(found))}" for entity, found in sorted(categories.items()) if len(found) > 1]


def titles_inside(text):
    """PERSON marks that begin with a title. “M. Doe” has one, unless a mention of the same person tells that M is an initial."""
    forms = collections.defaultdict(list)
    for category, entity, surface in MARK.findall(text):
        if category == "PERSON":
            forms[entity or surface].append(surface)
    wrong = []
    for surfaces in forms.values():
        words = [word for surface in surfaces for word in re.split(r"[\s-]+", surface)]
        initial = any(re.match(r"m\w", word, re.IGNORECASE) for word in words)
        wrong += [s for s in surfaces if TITLE.match(s) or (re.match(r"M\. \w{2,}", s) and not initial)]
    return wrong


def bad_edges(text):
    """Marks that begin or end with a blank, a sign of Markdown, or a quote whose partner stands outside.

    An apostrophe at the end is a part of the name that it shortens (“Sev'”)."""
    wrong = []
    for _, _, surface in MARK.findall(text):
        bare = surface[0] in BARE_EDGES or surface[-1] in BARE_EDGES
        opened = surface[0] in OPENS and not any(c in CLOSES for c in surface[1:])
        closed = surface[-1] in CLOSES and not any(c in OPENS for c in surface[:-1])
        if bare or opened or closed:
            wrong.append(surface)
    return wrong
