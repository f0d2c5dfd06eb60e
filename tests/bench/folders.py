"""What a note costs in a client folder: the more notes lie beside it, the more names they tell it, and that may cost next to nothing.
The notes are our own, copied under other file names; each copy has surnames and firms of its own, so that names grow with notes."""
import pathlib
import re
import resource
import shutil
import subprocess
import sys

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parents[1] / "corpus"))
import eval as evaluation
import marks
import paravent

RUNS = 3
MOST = 1.5  # times the cost of a note in the smaller folder
FEW, MANY = 45, 900        # notes that are looked at
FEW_OUT, MANY_OUT = 50, 200  # notes that are written


def letters(number):
    return chr(ord("a") + number // 26 % 26) + chr(ord("a") + number % 26)


def renamed(note, copy):
    """The note about other people and firms: the last word of each name gets an ending of its own."""
    surfaces = {span.surface for span in note.spans if span.category in ("PERSON", "ORG")}
    words = {surface.split()[-1] for surface in surfaces if " " in surface}
    text = note.raw.decode()
    for word in sorted(word for word in words if word.isalpha() and len(word) > 3):
        text = re.sub(rf"\b{word}\b", word + (letters(copy).upper() if word.isupper() else letters(copy)), text)
    return text.encode()


def fill(folder, count):
    notes = marks.read_all(evaluation.SETS["own-fr"]) + marks.read_all(evaluation.SETS["own-en"])
    folder.mkdir()
    for i in range(count):
        copy = i // len(notes)
        note = notes[i % len(notes)]
        (folder / f"note-{i:04}.md").write_bytes(renamed(note, copy) if copy else note.raw)
    return folder


def seconds(command, environment, prepare):
    """CPU of the fastest of some runs: whatever else the machine does only makes one slower."""
    times = []
    for _ in range(RUNS):
        prepare()
        before = resource.getrusage(resource.RUSAGE_CHILDREN)
        done = subprocess.run(command, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, env=environment, check=False)
        after = resource.getrusage(resource.RUSAGE_CHILDREN)
        if done.returncode > 1:
            raise RuntimeError(done.stderr.decode())
        times.append(after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime)
    return min(times)


def costs(home):
    """By what is done: times that a note costs in the larger folder what it costs in the smaller one."""
    place = pathlib.Path(home, "folders")
    place.mkdir()
    environment = {**paravent.environment(place), "XDG_DATA_HOME": str(place / "data")}
    out = place / "out"

    def start_afresh():
        for made in (out, place / "data", place / "config"):
            shutil.rmtree(made, ignore_errors=True)

    def ratio(few, many, *command):
        of_each = []
        for count in (few, many):
            folder = place / f"notes-{count}"
            if not folder.exists():
                fill(folder, count)
            of_each.append(seconds([str(paravent.BINARY), *command, str(folder)], environment, start_afresh) / count)
        return round(of_each[1] / of_each[0], 2)

    writing = ("anonymise", "--style", "pseudonym", "--out", str(out))
    return {"check": ratio(FEW, MANY, "check", "--format", "json"), "risk": ratio(FEW, MANY, "risk"),
            "anonymise, ephemeral": ratio(FEW_OUT, MANY_OUT, *writing, "--ephemeral"),
            "anonymise, with vault": ratio(FEW_OUT, MANY_OUT, *writing)}
