#!/usr/bin/env python3
"""What a person feels of the server, measured at its pipes: from a keystroke to its diagnostics in notes of 1 000, 10 000 and
50 000 words, beside a floor server that writes the same bytes in the same run; hover and code actions; start; memory; idle CPU.

usage: latency.py [--save] [--keys N]   --save writes the figures to tests/bench/runs/DATE-latency.json with the machine
Where ../shared/tools/lsp_latency.py, the tool that measured other servers, lies beside the repository, its figures are added.
"""
import argparse
import contextlib
import datetime
import json
import os
import pathlib
import platform
import random
import statistics
import subprocess
import sys
import tempfile
import time

HERE = pathlib.Path(__file__).resolve().parent
sys.path[:0] = [str(HERE), str(HERE.parent / "corpus"), str(HERE.parent / "support"), str(HERE.parent / "soak")]
import bench
import lsp_client
import paravent

URI = "untitled:note"
SIZES = (1_000, 10_000, 50_000)
PEER = paravent.ROOT.parent / "shared/tools/lsp_latency.py"
TYPED = "Elle a revu Camille Roussel hier. "


def quantile(values, share):
    ordered = sorted(values)
    return ordered[min(len(ordered) - 1, int(share * len(ordered)))]


def spread(values):
    return {"p50 ms": round(statistics.median(values), 3), "p99 ms": round(quantile(values, 0.99), 3)}


@contextlib.contextmanager
def server(command, home):
    client = lsp_client.Client(command, paravent.environment(home))
    try:
        literals = {"codeActionLiteralSupport": {"codeActionKind": {"valueSet": ["quickfix", "source"]}}}
        client.initialize({"workspace": {"applyEdit": True},
                           "textDocument": {"hover": {"contentFormat": ["markdown"]}, "codeAction": literals}})
        yield client
    finally:
        client.kill()


def open_note(client, text, uri=URI):
    client.notify("textDocument/didOpen", {"textDocument": {"uri": uri, "languageId": "markdown", "version": 0, "text": text}})
    client.wait(lambda: uri in client.pushes)


def keystrokes(text, count, seed=1):
    """Characters typed at places all over the note, a few at each: what is sent, in order."""
    lines = text.split("\n")
    places, pick = [i for i, line in enumerate(lines) if len(line) > 20], random.Random(seed)
    while count > 0:
        line = pick.choice(places)
        column = pick.randrange(10, len(lines[line].encode("utf-16-le")) // 2)
        for i, letter in enumerate(TYPED[:min(count, 12)]):
            place = {"line": line, "character": column + i}
            yield {"range": {"start": place, "end": place}, "text": letter}
        count -= 12


def type_through(client, text, keys):
    """Milliseconds from each keystroke to the diagnostics of its version, and CPU per keystroke."""
    times, version, warm = [], 0, 24
    begin_cpu = 0.0
    for change in keystrokes(text, keys + warm):
        version += 1
        if version == warm + 1:
            begin_cpu = client.cpu_seconds()
        begin = time.perf_counter()
        client.notify("textDocument/didChange", {"textDocument": {"uri": URI, "version": version}, "contentChanges": [change]})
        when = client.wait(lambda: client.pushes[URI].get("version") == version)
        times.append(1000 * (when - begin))
        time.sleep(0.002)
    return times[warm:], 1000 * (client.cpu_seconds() - begin_cpu) / keys


def build_floor(folder):
    binary = pathlib.Path(folder, "floor_server")
    subprocess.run(["cc", "-O2", "-o", binary, HERE / "floor_server.c"], check=True)
    return binary


def against_floor(text, home, keys, floor):
    with server([str(paravent.BINARY), "lsp"], home) as client:
        open_note(client, text)
        times, cpu = type_through(client, text, keys)
        bytes_written = client.last_frame
        requests = ask_things(client, text, keys) if len(text.split()) <= 10_001 else None
        memory = client.megabytes()
    recorded = pathlib.Path(home, "recorded.json")
    recorded.write_bytes(bytes_written[bytes_written.index(b'"diagnostics"'):])
    with server([str(floor), str(recorded)], home) as client:
        open_note(client, text)
        floor_times, _ = type_through(client, text, keys)
    figures = {"keystroke to diagnostics": spread(times), "the floor": spread(floor_times),
               "times the floor, p50": round(statistics.median(times) / statistics.median(floor_times), 1),
               "CPU a keystroke, ms": round(cpu, 3), "bytes of diagnostics": len(bytes_written), "memory, MB": round(memory, 1)}
    return {**figures, **(requests or {})}


def ask_things(client, text, count):
    """Each request right behind a keystroke, as editors send them."""
    lines, pick, out = text.split("\n"), random.Random(2), {}
    version = client.pushes[URI]["version"]
    for method in ("hover", "codeAction", "willSaveWaitUntil", "completion"):
        times = []
        for _ in range(count):
            line = pick.randrange(len(lines))
            place = {"line": line, "character": pick.randrange(len(lines[line]) + 1)}
            number = client.ask("textDocument/" + method, {"textDocument": {"uri": URI}, "position": place, "reason": 1,
                                                           "range": {"start": place, "end": place}, "context": {"diagnostics": []}})
            begin = time.perf_counter()
            when = client.wait(lambda: number in client.answers)
            times.append(1000 * (when - begin))
            if client.answers.pop(number).get("error", {}).get("code") == -32601:
                break
            version += 1
            at = {"line": line, "character": 0}
            client.notify("textDocument/didChange", {"textDocument": {"uri": URI, "version": version},
                                                     "contentChanges": [{"range": {"start": at, "end": at}, "text": "x"}]})
            client.wait(lambda: client.pushes[URI].get("version") == version)
        else:
            out[method] = spread(times)
    return out


def save_in_place(text, home, runs=31):
    """Milliseconds from a save to the edits that put aliases in place of all names of the note, with a letter typed before each; the
    first save, which gives the aliases, does not count."""
    place = pathlib.Path(tempfile.mkdtemp(dir=home))
    environment = {**paravent.environment(place), "XDG_DATA_HOME": str(place / "data")}
    for action in ("create", "recovery-key"):
        subprocess.run([str(paravent.BINARY), "vault", action], env=environment, check=True, stdout=subprocess.DEVNULL,
                       stderr=subprocess.DEVNULL)
    (place / "config/paravent/paravent.toml").write_text('[save]\nmode = "in-place"\n', encoding="utf-8")
    note = place / "client/note.md"
    note.parent.mkdir()
    note.write_text(text, encoding="utf-8")
    uri, times = note.as_uri(), []
    client = lsp_client.Client([str(paravent.BINARY), "lsp"], environment)
    try:
        client.initialize({"textDocument": {"synchronization": {"willSaveWaitUntil": True}}})
        open_note(client, text, uri)
        for run in range(runs):
            place_typed = {"line": 0, "character": 0}
            typed = {"range": {"start": place_typed, "end": place_typed}, "text": "x"}
            client.notify("textDocument/didChange", {"textDocument": {"uri": uri, "version": run + 1}, "contentChanges": [typed]})
            client.wait(lambda: client.pushes[uri].get("version") == run + 1)
            number = client.ask("textDocument/willSaveWaitUntil", {"textDocument": {"uri": uri}, "reason": 1})
            begin = time.perf_counter()
            times.append(1000 * (client.wait(lambda: number in client.answers) - begin))
            if not client.answers.pop(number).get("result"):
                raise RuntimeError("the save replaced nothing")
            # As after every save: what the vault tells is read again.
            client.notify("textDocument/didSave", {"textDocument": {"uri": uri}})
            client.request("textDocument/hover", {"textDocument": {"uri": uri}, "position": place_typed})
    finally:
        client.kill()
    return spread(times[1:])


def start_times(home, runs=31):
    times = []
    for _ in range(runs):
        begin = time.perf_counter()
        with server([str(paravent.BINARY), "lsp"], home):
            times.append(1000 * (time.perf_counter() - begin))
    return spread(times)


def twenty_notes(text, home):
    with server([str(paravent.BINARY), "lsp"], home) as client:
        for i in range(20):
            open_note(client, text, f"untitled:{i}")
        return client.megabytes()


def idle_cpu(text, home, seconds=5):
    with server([str(paravent.BINARY), "lsp"], home) as client:
        open_note(client, text)
        time.sleep(2.5)
        before = client.cpu_seconds()
        time.sleep(seconds)
        return 1000 * (client.cpu_seconds() - before) / seconds


def by_the_peers_tool(home, keys):
    """The figures of the tool that measured other servers, by size."""
    out = pathlib.Path(home, "peer.json")
    notes = list(pathlib.Path(home, "alone").glob("*/*.md"))
    command = [sys.executable, PEER, "--words", ",".join(map(str, SIZES)), "--keys", str(keys), "--request", "hover,codeAction",
               "--request-after-change", "--settle", "20", "--json", out]
    for note in sorted(notes):
        command += ["--doc", note]
    if os.geteuid() == 0:
        command.append("--realtime")
    subprocess.run([*command, "--", paravent.BINARY, "lsp"], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL,
                   env=paravent.environment(home), check=True)
    figures = {}
    for result in json.loads(out.read_text())["results"]:
        run = result["runs"][0]
        asked = {name: {"p50 ms": round(times["p50"], 3), "p99 ms": round(times["p99"], 3)}
                 for name, times in run["requests"].items() if times}
        figures[f"lsp_latency.py, {result['words']} words"] = {
            "keystroke to diagnostics": {"p50 ms": round(run["keys"]["last"]["p50"], 3), "p99 ms": round(run["keys"]["last"]["p99"], 3)},
            "CPU a keystroke, ms": round(run["keys"]["cpu_ms"], 3), "memory, MB": round(run["memory"]["rss"], 1),
            "initialize answered, ms": round(run["start"]["initialize_ms"], 2), **asked}
    return figures


def measure(options):
    with tempfile.TemporaryDirectory() as home:
        notes, source = bench.plain_notes(home)
        whole = b"\n\n".join(path.read_bytes() for path in notes)
        texts = {words: bench.first_words(whole, words).decode() for words in SIZES}
        floor = build_floor(home)
        figures = {"notes": source}
        for words, text in texts.items():
            figures[f"{words} words"] = against_floor(text, home, options.keys, floor)
        for words in SIZES[:2]:
            figures[f"save in place, {words} words"] = save_in_place(texts[words], home)
        figures["start to initialize answered"] = start_times(home)
        figures["memory with 20 notes of 10000 words, MB"] = round(twenty_notes(texts[10_000], home), 1)
        figures["idle CPU, ms a second"] = round(idle_cpu(texts[10_000], home), 2)
        if PEER.exists():
            figures.update(by_the_peers_tool(home, options.keys))
        return figures


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--save", action="store_true")
    parser.add_argument("--keys", type=int, default=300)
    options = parser.parse_args()
    load = os.getloadavg()[0]
    figures = measure(options)
    for name, value in figures.items():
        if not isinstance(value, dict):
            print(f"{name:44} {value}")
            continue
        print(name)
        for what, figure in value.items():
            shown = ", ".join(f"{k} {v}" for k, v in figure.items()) if isinstance(figure, dict) else figure
            print(f"  {what:42} {shown}")
    if options.save:
        day = datetime.date.today().isoformat()
        version = subprocess.check_output([paravent.BINARY, "version"], text=True).strip()
        run = {"date": day, "machine": f"{platform.machine()}, {os.cpu_count()} cores, {platform.system()} {platform.release()}",
               "load before": round(load, 2), "version": version, "python": platform.python_version(), "keys": options.keys,
               "figures": figures}
        target = HERE / "runs" / f"{day}-latency.json"
        target.parent.mkdir(exist_ok=True)
        target.write_text(json.dumps(run, indent=1, ensure_ascii=False) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
