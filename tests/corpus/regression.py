"""Whether figures fell by more than noise since the committed run.

The noise of a figure is its standard error over notes: notes are drawn again with replacement, DRAWS times, from a fixed seed.
Both runs read the same notes, so most of that noise is common to them: where they agree as much as two versions of one program
do (a correlation of 7/8 or more between notes), one standard error of a figure is at least two of the difference. A figure that
falls by more than that, and by more than LEAST (one letter of a short note is nothing), is a regression.
Figures that rest on few cases have a wide error and say little; those held are those that decide (HELD).
"""
import random
import statistics

HELD = ("leak-free", "entity", "kept", "public kept", "structured F1", "PERSON F1", "ORG F1", "LOC F1")
DRAWS = 300
LEAST = 0.002


def noise(tallies, figures_of):
    """{figure: its standard error}, from one tally a note and what makes figures of a list of tallies."""
    rng = random.Random(20261126)
    drawn = [figures_of(rng.choices(tallies, k=len(tallies))) for _ in range(DRAWS)]
    # A draw without a case of the figure says nothing of it.
    values = {key: [figures[key] for figures in drawn if key in figures] for key in HELD}
    return {key: statistics.pstdev(found) for key, found in values.items() if found}


def bound(error):
    return max(LEAST, error)


def regressions(before, now, errors):
    """[(figure, before, now, bound)] of one set of notes; `now` is None where a figure is gone altogether."""
    out = []
    for key in HELD:
        if key not in before:
            continue
        allowed = bound(errors.get(key, 0.0))
        if key not in now or now[key] < before[key] - allowed:
            out.append((key, before[key], now.get(key), allowed))
    return out
