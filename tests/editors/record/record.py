#!/usr/bin/env python3
"""Records what an editor says to a language server: its initialize message, and what it sends with each kind of save.

Usage: record.py EDITOR… (all that are installed when none is named). Each writes tests/lsp-server/editors/EDITOR.json.
The editors are needed for this alone; tests read the recordings.
"""
import datetime
import json
import os
import pathlib
import re
import subprocess
import sys
import tempfile

import scrub

HERE = pathlib.Path(__file__).resolve().parent
ROOT = HERE.parents[2]
FIXTURES = ROOT / "tests/lsp-server/editors"
RECORDER = HERE / "recorder.py"
NVIM = ROOT / "build/tools/python/bin/nvim"
# Where vscode/install.sh put code-server.
CODE_SERVER = pathlib.Path(os.environ.get("CODE_SERVER", "/tmp/paravent-code-server"))
ELPA = "/usr/share/emacs/site-lisp/elpa"


def neovim(note, home, session):
    plugin = ["--cmd", f"let g:paravent_command = ['{RECORDER}']", "--cmd", f"set rtp^={ROOT / 'plugins/neovim'}"]
    return [NVIM, "--clean", "--headless", "-n", "-i", "NONE", *plugin, note, "-c", f"luafile {HERE / 'neovim.lua'}"]


def emacs(note, home, session):
    paths = [argument for folder in sorted(pathlib.Path(ELPA).iterdir()) for argument in ("-L", folder)]
    return ["emacs", "-Q", "--batch", *paths, "-l", HERE / "emacs.el"]


def vim_ale(note, home, session):
    return ["vim", "-u", HERE / "ale.vim", "-es", "-c", f"edit {note}", "-c", "call Record()"]


def kate(note, home, session):
    return [HERE / "kate.sh"]


def vscode(note, home, session):
    return ["node", CODE_SERVER / "recorder/drive.mjs", CODE_SERVER / "node_modules/code-server", note.parent, home]


def said(*command):
    """The first version number that a program says of itself."""
    text = subprocess.run([*map(str, command)], capture_output=True, text=True, check=True).stdout
    return re.search(r"\d+(\.\d+)+", text)[0]


def debian(package):
    return said("dpkg-query", "-W", "-f=${Version}", package)


def code_server():
    package = json.loads((CODE_SERVER / "node_modules/code-server/lib/vscode/package.json").read_text())
    client = json.loads((CODE_SERVER / "recorder/node_modules/vscode-languageclient/package.json").read_text())
    return f"VS Code {package['version']} (code-server), vscode-languageclient {client['version']}"


# name: how it calls itself, its driver, what saves, and what else its driver needs.
EDITORS = {
    "neovim": (lambda: f"Neovim {said(NVIM, '--version')}, with plugins/neovim", neovim,
               ["command", "autowriteall", "nested-autocommand", "autocommand"], {}),
    "vscode": (code_server, vscode, ["command", "afterDelay", "onFocusChange"], {}),
    "emacs-eglot": (lambda: f"Emacs {said('emacs', '--version')}, eglot {debian('elpa-eglot')}", emacs,
                    ["command", "auto-save-visited-mode"], {"RECORD_CLIENT": "eglot"}),
    "emacs-lsp-mode": (lambda: f"Emacs {said('emacs', '--version')}, lsp-mode {debian('elpa-lsp-mode')}", emacs,
                       ["command", "auto-save-visited-mode"], {"RECORD_CLIENT": "lsp-mode"}),
    "kate": (lambda: f"Kate {debian('kate')}", kate, ["command", "interval"], {}),
    "vim-ale": (lambda: f"Vim {said('vim', '--version')}, ALE {debian('vim-ale')}", vim_ale, ["command", "autowriteall"], {}),
}


def session_of(driver, session, extra):
    """The messages of one session, scrubbed."""
    with tempfile.TemporaryDirectory(prefix="r-") as folder:
        home = pathlib.Path(folder).resolve()
        notes = home / "notes"
        notes.mkdir()
        (home / "tmp").mkdir()
        # A root for the clients that look for one.
        (notes / "paravent.toml").write_text("")
        note = notes / "note.md"
        note.write_text("Une note.\n")
        record = home / "record"
        keep = {name: value for name, value in os.environ.items() if not name.startswith(("LC_", "LANG", "XDG_", "NVIM", "VIM"))}
        environment = {**keep, "HOME": str(home), "TMPDIR": str(home / "tmp"), "LC_ALL": "C.UTF-8", "TERM": "xterm-256color",
                       "RECORD_TO": str(record), "RECORD_SESSION": session, "RECORD_NOTE": str(note), "RECORD_SERVER": str(RECORDER), **extra}
        done = subprocess.run([*map(str, driver(note, home, session))], cwd=notes, env=environment, stdin=subprocess.DEVNULL,
                              capture_output=True, text=True, timeout=180, check=False)
        if done.returncode or not record.exists():
            sys.exit(f"{session}: the editor ended with {done.returncode}\n{done.stdout[-2000:]}\n{done.stderr[-2000:]}")
        messages = [json.loads(line) for line in record.read_text(encoding="utf-8").splitlines()]
        return scrub.scrubbed(messages, notes, home)


def record(name):
    described, driver, sessions, extra = EDITORS[name]
    fixture = {"editor": described(), "recorded": datetime.date.today().isoformat(), "initialize": None, "saves": {}}
    for session in sessions:
        messages = session_of(driver, session, extra)
        if fixture["initialize"] is None:
            fixture["initialize"] = next(one["params"] for one in messages if one["method"] == "initialize")
        fixture["saves"][session] = scrub.saves(messages)
        print(f"{name}, {session}: {fixture['saves'][session]}")
    FIXTURES.mkdir(parents=True, exist_ok=True)
    (FIXTURES / f"{name}.json").write_text(json.dumps(fixture, ensure_ascii=False, indent=1) + "\n", encoding="utf-8")


if __name__ == "__main__":
    for wanted in sys.argv[1:] or EDITORS:
        record(wanted)
