#!/usr/bin/env python3
"""Speed and memory of the release build, beside floors measured in the same run.

usage: bench.py [--save]   --save writes the figures to tests/bench/runs/DATE.json with the machine and versions
"""
import datetime
import json
import os
import pathlib
import platform
import resource
import statistics
import subprocess
import sys
import tempfile
import time

HERE = pathlib.Path(__file__).resolve().parent
sys.path[:0] = [str(HERE.parent / "corpus"), str(HERE.parent / "support")]
import eval as evaluation
import folders
import marks
import paravent


LARGE_FOLDER = f"cost of a note among {folders.MANY} (written: {folders.MANY_OUT}) beside {folders.FEW} ({folders.FEW_OUT})"


def alone(folder, name, text):
    """A note in a folder of its own."""
    path = pathlib.Path(folder, "alone", name, name)
    path.parent.mkdir(parents=True)
    path.write_bytes(text)
    return path


def plain_notes(folder):
    """The notes to measure on, without their marks: dev-fr where it is, else our own. Each lies in a folder of its own: notes of one
    folder are read for each other."""
    source = evaluation.SETS["dev-fr"] if evaluation.SETS["dev-fr"].is_dir() else evaluation.SETS["own-fr"]
    paths = []
    for note in marks.read_all(source):
        paths.append(alone(folder, note.name + ".md", note.raw))
    return paths, source.name


def first_words(text, count):
    """The start of a text with so many words, repeated where it is shorter."""
    while len(text.split()) < count:
        text += b"\n\n" + text
    at = 0
    for _ in range(count):
        while at < len(text) and text[at:at + 1].isspace():
            at += 1
        while at < len(text) and not text[at:at + 1].isspace():
            at += 1
    return text[:at]


def milliseconds(command, environment, runs=31):
    """Median wall time from the start of a process to its first byte on stdout (or its end)."""
    times = []
    for _ in range(runs):
        begin = time.perf_counter()
        with subprocess.Popen(command, stdout=subprocess.PIPE, env=environment) as process:
            process.stdout.read(1)
            times.append(1000 * (time.perf_counter() - begin))
            process.stdout.read()
    return statistics.median(times)


def cpu_seconds(command, environment):
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    subprocess.run(command, stdout=subprocess.DEVNULL, env=environment, check=False)
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime


def peak_megabytes(command, environment):
    """Peak resident memory, by /usr/bin/time's own way: the usage of exactly one child."""
    pid = os.posix_spawn(command[0], command, environment, file_actions=[(os.POSIX_SPAWN_OPEN, 1, os.devnull, os.O_WRONLY, 0)])
    return os.wait4(pid, 0)[2].ru_maxrss / 1024


def keystroke(text, words, folder):
    """CPU of the core for a letter typed in a note of so many words."""
    note = alone(folder, f"keystroke-{words}.txt", first_words(text, words))
    return json.loads(subprocess.check_output([paravent.ROOT / "build/release/bin/keystroke", note]))


def measure():
    with tempfile.TemporaryDirectory() as folder:
        environment = paravent.environment(folder)
        notes, source = plain_notes(folder)
        text = b"\n\n".join(path.read_bytes() for path in notes)
        long_note = alone(folder, "long.md", first_words(text, 10_000))
        stages = json.loads(subprocess.check_output([paravent.ROOT / "build/release/bin/throughput", *map(str, notes)]))
        letters = {words: keystroke(text, words, folder) for words in (1_000, 10_000, 50_000)}
        binary = str(paravent.BINARY)
        megabytes = len(text) / 1e6
        # The fastest of five runs: whatever else the machine does only makes one slower.
        check = [binary, "check", "--format", "json", *(str(n) for n in notes for _ in range(20))]
        hostile = json.loads(subprocess.run([paravent.ROOT / "build/release/bin/hostile"], stdout=subprocess.PIPE, check=False).stdout)
        restoring = json.loads(subprocess.run([paravent.ROOT / "build/release/bin/restoring"], stdout=subprocess.PIPE, check=False).stdout)
        start = milliseconds([binary, "check", "--format", "json", str(notes[0])], environment)
        floor_start = milliseconds(["/bin/cat", str(notes[0])], environment)
        return {
            "notes": source,
            "check, whole process, MB/s": round(20 * megabytes / min(cpu_seconds(check, environment) for _ in range(5)), 2),
            "find, MB/s": stages["find"],
            "scanners alone, MB/s": stages["scan"],
            "block splitter, MB/s": stages["blocks"],
            "adding up the bytes (floor), MB/s": stages["floor"],
            "find, times the floor's time": round(stages["floor"] / stages["find"], 1),
            "additions in a row (this machine), G/s": stages["additions"],
            **{f"analysis of a letter, {words} words, µs": times["letter"] for words, times in letters.items()},
            **{f"plan of {words} words, µs": times["plan"] for words, times in letters.items()},
            **{f"whole analysis of {words} words, µs": times["whole"] for words, times in letters.items()},
            "hostile input, cost of a byte in a text 16 times as long": hostile,
            "restoring, cost of a byte in a text 16 times as long": restoring,
            LARGE_FOLDER: folders.costs(folder),
            "start to first finding, ms": round(start, 2),
            "start of cat (floor), ms": round(floor_start, 2),
            "memory on a 10 000-word note, MB": round(peak_megabytes([binary, "check", str(long_note)], environment), 1),
        }


def main():
    figures = measure()
    for name, value in figures.items():
        shown = ", ".join(f"{k} {v}" for k, v in value.items()) if isinstance(value, dict) else value
        print(f"{name:44} {shown}")
    worst = max(figures[f"{what}, cost of a byte in a text 16 times as long"]["worst"] for what in ("hostile input", "restoring"))
    if "--save" in sys.argv[1:]:
        compiler = subprocess.check_output(["c++", "--version"], text=True).splitlines()[0]
        day = datetime.date.today().isoformat()
        run = {"date": day, "machine": f"{platform.machine()}, {os.cpu_count()} cores, {platform.system()} {platform.release()}",
               "compiler": compiler, "figures": figures}
        target = HERE / "runs" / f"{day}.json"
        target.parent.mkdir(exist_ok=True)
        target.write_text(json.dumps(run, indent=1, ensure_ascii=False) + "\n")
    if worst > 4:
        sys.exit(f"an input costs {worst} times as much per byte when it is 16 times as long: not linear")
    for what, ratio in figures[LARGE_FOLDER].items():
        if ratio > folders.MOST:
            sys.exit(f"{what}: a note costs {ratio} times as much in a folder of many notes as in one of few")


if __name__ == "__main__":
    main()
