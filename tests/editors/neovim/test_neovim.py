#!/usr/bin/env python3
"""The main job in the real Neovim: headless.lua through its API, then the story with real keys in a terminal, and a picture of it.

usage: test_neovim.py NVIM WORK SOCKET OUT   (run.sh makes these)
"""
import os
import pathlib
import re
import shlex
import shutil
import subprocess
import sys
import time
import unittest

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parents[2] / "support"))
import report

NVIM, WORK, SOCKET, OUT = sys.argv[1:5]
HERE = pathlib.Path(__file__).resolve().parent
PLUGIN = HERE.parents[2] / "plugins/neovim"
NOTE = pathlib.Path(WORK, "notes/Hélène Castaing.md")
NAMES = ("Castaing", "Etcheverry", "Oukaci", "Samira", "Saint-Gobain", "39 98 42 17")
# Neovim as a user starts it, with our folder on its path and nothing else of this machine's.
EDITOR = [NVIM, "--clean", "-n", "-i", "NONE", "--cmd", f"set rtp^={PLUGIN}"]


class Terminal:
    """A terminal of tmux with a program in it: keys in, screen out."""

    count = 0

    def __init__(self, command, width=110, height=34):
        Terminal.count += 1  # a server that was just told to end would refuse the next session
        self.socket = f"{SOCKET}-{Terminal.count}"
        self.tmux("new-session", "-d", "-x", str(width), "-y", str(height), shlex.join(command))

    def tmux(self, *arguments):
        return subprocess.run(["tmux", "-L", self.socket, *arguments], check=True, capture_output=True, text=True).stdout

    def keys(self, *keys):
        self.tmux("send-keys", *keys)

    def screen(self):
        return self.tmux("capture-pane", "-p")

    def wait(self, condition, what, seconds=15):
        end = time.monotonic() + seconds
        while not condition(self.screen()):
            if time.monotonic() > end:
                raise AssertionError(f"waited in vain for {what}; the screen was:\n{self.screen()}")
            time.sleep(0.05)

    def wait_attached(self):
        """Commands typed before the server has started would only say so."""
        self.keys(":autocmd LspAttach * redrawstatus!", "Enter", ":set statusline=%{len(v:lua.vim.lsp.get_clients())}-followed", "Enter", ":set laststatus=2", "Enter")
        self.wait(lambda screen: "1-followed" in screen, "the server")

    def end(self):
        subprocess.run(["tmux", "-L", self.socket, "kill-server"], check=False, capture_output=True)


class Neovim(unittest.TestCase):
    def setUp(self):
        shutil.rmtree(NOTE.parent, ignore_errors=True)
        NOTE.parent.mkdir()
        shutil.copy(HERE.parents[2] / "templates/exemples/seance-coaching.md", NOTE)

    def headless(self, path):
        environment = {**os.environ, "PATH": path}
        script = [NVIM, "--clean", "--headless", "-n", "-i", "NONE", "--cmd", f"set rtp^={PLUGIN}", "-l", str(HERE / "headless.lua"), str(NOTE)]
        return subprocess.run(script, capture_output=True, text=True, timeout=90, env=environment, check=False)

    def test_everything_through_the_api(self):
        done = self.headless(os.environ["PATH"])
        print(done.stdout + done.stderr)
        self.assertEqual(done.returncode, 0)
        self.assertRegex(done.stdout + done.stderr, r"\d+ passed, 0 failed")

    def test_control_without_a_server_the_same_script_fails(self):
        done = self.headless("/usr/bin:/bin")
        self.assertNotEqual(done.returncode, 0)
        self.assertIn("FAIL the server is attached", done.stdout + done.stderr)

    def twins(self):
        return [path for path in NOTE.parent.glob("*.md") if path != NOTE]

    def test_the_story_with_real_keys(self):
        terminal = Terminal([*EDITOR, str(NOTE)])
        try:
            terminal.wait(lambda screen: "Séance 4" in screen, "the note")
            terminal.wait(lambda screen: "\nW " in screen, "the first signs: nothing is listed before the server has read the note")
            terminal.keys(":lua vim.diagnostic.config({virtual_text = {current_line = true}})", "Enter", ":ParaventCheck", "Enter")
            terminal.wait(lambda screen: screen.count("warning") > 3 or screen.count("|") > 6, "the list of findings")
            self.keep(terminal, "1-list")
            terminal.keys(":lclose", "Enter", "gg", "]d")
            terminal.keys("gra")
            terminal.wait(lambda screen: re.search(r"1: ", screen) is not None, "the quick fixes")
            self.keep(terminal, "2-quick-fix")
            terminal.keys("1", "Enter")
            terminal.wait(lambda screen: "client: Hélène Castaing" not in screen, "the name to be replaced")
            self.keep(terminal, "3-replaced")
            self.assertFalse(self.twins())
            terminal.keys(":w", "Enter")
            end = time.monotonic() + 15
            while not self.twins() and time.monotonic() < end:
                time.sleep(0.05)
            self.assertEqual(len(self.twins()), 1)
            shared = self.twins()[0].read_text()
            for name in NAMES:
                self.assertNotIn(name, shared)
            self.assertIn("Castaing", NOTE.read_text(), "later mentions stay in the note: only one was replaced")
            terminal.keys(f":lcd {NOTE.parent}", "Enter", f":botright vsplit {self.twins()[0].name}", "Enter")
            terminal.wait(lambda screen: "Paravent" in screen, "the twin beside the note")
            self.keep(terminal, "4-twin")
        finally:
            terminal.end()

    def test_preview_and_anonymise_with_real_keys(self):
        terminal = Terminal([*EDITOR, str(NOTE)])
        try:
            terminal.wait(lambda screen: "Séance 4" in screen, "the note")
            terminal.wait_attached()
            terminal.keys(":Paravent preview", "Enter")
            terminal.wait(lambda screen: re.search(r"Aperçu · remplacements : \d+", screen) is not None, "the preview")
            self.keep(terminal, "5-preview")
            preview = "\n".join(line.partition("│")[2] for line in terminal.screen().splitlines())
            self.assertIn("Séance 4", preview)
            for name in NAMES:
                self.assertNotIn(name, preview)
            terminal.keys(":Paravent anonymise", "Enter")
            terminal.wait(lambda screen: not any(name in screen for name in NAMES), "no name on the whole screen")
            self.keep(terminal, "6-anonymised")
            terminal.keys("u")
            terminal.wait(lambda screen: "client: Hélène Castaing" in screen, "the names to be back")
        finally:
            terminal.end()

    def test_a_refused_save_as_a_person_sees_it(self):
        behaviour = pathlib.Path(WORK, "behaviour")
        behaviour.write_text("refuse")
        server = ["env", f"STAND_IN={behaviour}", f"STAND_IN_LOG={pathlib.Path(WORK, 'log')}"]
        terminal = Terminal([*server, *EDITOR, "--cmd", f"let g:paravent_command = ['{HERE / 'stand_in.py'}']", str(NOTE)])
        before = NOTE.read_text()
        try:
            terminal.wait(lambda screen: "Séance 4" in screen, "the note")
            terminal.wait_attached()
            terminal.keys("Go", "Vu Claire Dupont.", "Escape", ":w", "Enter")
            terminal.wait(lambda screen: ":noautocmd w" in screen, "the refusal")
            self.keep(terminal, "7-refused")
            self.assertIn("Enregistrement refusé : deux passages mènent à une personne.", terminal.screen())
            self.assertNotIn("Error", terminal.screen(), "a plain sentence, no error of the editor")
            self.assertEqual(NOTE.read_text(), before)
            terminal.keys("Enter")
            terminal.wait(lambda screen: "Vu Claire Dupont." in screen, "the text to be there still")
        finally:
            terminal.end()

    def keep(self, terminal, name):
        pathlib.Path(OUT, name + ".txt").write_text(terminal.screen())

    def test_a_picture_of_the_terminal_is_kept(self):
        """A real xterm on a screen of its own: what a person would see."""
        picture = pathlib.Path(OUT, "neovim.png")
        picture.unlink(missing_ok=True)
        editor = shlex.join([*EDITOR, "+set notermguicolors nowrap", "+autocmd DiagnosticChanged * ++once lua vim.diagnostic.config({virtual_text=true})",
                             str(NOTE)])
        script = f"""xterm -fa 'DejaVu Sans Mono' -fs 11 -geometry 150x42+0+0 -e {shlex.quote(editor)} & x=$!
            for i in $(seq 100); do sleep 0.1; import -window root {shlex.quote(str(picture))} 2>/dev/null
              [ "$(identify -format %k {shlex.quote(str(picture))} 2>/dev/null || echo 0)" -gt 100 ] && [ $i -gt 25 ] && break; done
            kill $x"""
        subprocess.run(["xvfb-run", "-a", "-s", "-screen 0 1360x800x24", "bash", "-c", script], check=True, capture_output=True, timeout=60)
        self.assertGreater(picture.stat().st_size, 10_000)


if __name__ == "__main__":
    sys.argv = sys.argv[:1]
    report.run()
