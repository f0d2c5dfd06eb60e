"""A real Neovim that runs on its own and is typed into, as in a terminal. What Lua code does under pcall or `nvim -l` is not
what a key does (errors become exceptions there), so saves are tested by keys."""
import json
import os
import pathlib
import subprocess
import tempfile
import time

HERE = pathlib.Path(__file__).resolve().parent
ROOT = HERE.parents[2]
PLUGIN = ROOT / "plugins/neovim"
NVIM = ROOT / "build/tools/python/bin/nvim"
STAND_IN = HERE / "stand_in.py"
# What Neovim 0.10 lacks, taken from a newer one before the plugin is loaded.
AS_0_10 = ["--cmd", "lua vim.lsp.enable = nil; vim.lsp.config = nil"]
CLEAN = ["--clean", "-n", "-i", "NONE"]


def wait(condition, what, seconds=15):
    end = time.monotonic() + seconds
    while not (value := condition()):
        if time.monotonic() > end:
            raise AssertionError(f"waited in vain for {what}")
        time.sleep(0.03)
    return value


class Home:
    """A home of its own, with notes, a policy, and a stand-in server when one is wanted."""

    def __init__(self, policy='language = "fr"\n'):
        self.folder = tempfile.TemporaryDirectory()
        self.path = pathlib.Path(self.folder.name)
        self.notes = self.path / "notes"
        self.behaviour = self.path / "behaviour"
        self.log = self.path / "log"
        for name in ("notes", "config/paravent", "config/nvim", "state", "data", "cache", "tmp"):
            (self.path / name).mkdir(parents=True)
        (self.path / "config/paravent/paravent.toml").write_text(policy)
        self.log.write_text("")

    def note(self, text, name="note.md"):
        path = self.notes / name
        path.write_text(text)
        return path

    def environment(self, locale="fr_FR.UTF-8"):
        keep = {name: value for name, value in os.environ.items() if not name.startswith(("LC_", "LANG", "XDG_", "NVIM"))}
        keep["PATH"] = f"{ROOT / 'build/release/bin'}:{keep['PATH']}"
        xdg = {f"XDG_{kind.upper()}_HOME": str(self.path / kind) for kind in ("config", "state", "data", "cache")}
        return {**keep, **xdg, "HOME": str(self.path), "TMPDIR": str(self.path / "tmp"), "LC_ALL": locale, "TERM": "xterm-256color",
                "STAND_IN": str(self.behaviour), "STAND_IN_LOG": str(self.log)}

    def received(self, method):
        return self.log.read_text().splitlines().count(method)

    def holds(self, text, below):
        """Files below that folder of the home whose bytes hold the text."""
        return [path.name for path in (self.path / below).rglob("*") if path.is_file() and text.encode() in path.read_bytes()]

    def close(self):
        self.folder.cleanup()


class Editor:
    """Neovim on some notes. `stand_in`: the behaviour of the stand-in server, or None for the real one."""

    def __init__(self, home, *notes, stand_in=None, options=(), before=(), load=True, locale="fr_FR.UTF-8"):
        self.socket = str(home.path / "socket")
        arguments = [str(NVIM), "--headless", "--listen", self.socket, *(options or CLEAN), *before]
        if stand_in:
            home.behaviour.write_text(stand_in)
            arguments += ["--cmd", f"let g:paravent_command = ['{STAND_IN}']"]
        if load:
            arguments += ["--cmd", f"set rtp^={PLUGIN}"]
        self.environment = home.environment(locale)
        self.process = subprocess.Popen([*arguments, *map(str, notes)], cwd=home.notes, env=self.environment, stdin=subprocess.DEVNULL,
                                        stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        wait(lambda: pathlib.Path(self.socket).exists(), "Neovim")
        self.told = home.path / "told"
        self.told.write_text("")
        # What is said is kept as it is said: :messages forgets what a silenced command shows.
        self.lua(f"""(function() local say = vim.notify; vim.notify = function(text, level)
            vim.fn.writefile(vim.split(tostring(level) .. " " .. text, "\\n"), "{self.told}", "a"); return say(text, level) end return 1 end)()""")

    def remote(self, *arguments):
        return subprocess.run([str(NVIM), "--clean", "--server", self.socket, *arguments], capture_output=True, text=True, timeout=20,
                              env=self.environment, check=False).stdout

    def keys(self, keys):
        self.remote("--remote-send", keys)

    def command(self, command):
        self.keys(f"<C-\\><C-n>:{command.replace('<', '<lt>').replace('|', '<Bar>')}<CR>")

    def lua(self, expression):
        """The value of a Lua expression."""
        text = expression.replace("'", "''")
        said = self.remote("--remote-expr", f"json_encode([luaeval('{' '.join(text.split())}')])")
        return json.loads(said)[0]

    def attached(self):
        wait(lambda: self.lua("#vim.lsp.get_clients({ bufnr = 0 }) > 0 and vim.lsp.get_clients({ bufnr = 0 })[1].initialized == true"),
             "the server to be attached")
        return self

    def type_line(self, text):
        self.keys(f"<C-\\><C-n>Go{text}<Esc>")
        wait(lambda: text in self.text(), "the typed text")

    def text(self):
        return "\n".join(self.lua("vim.api.nvim_buf_get_lines(0, 0, -1, false)"))

    def modified(self):
        return self.lua("vim.bo.modified")

    def says(self, words, seconds=15):
        return wait(lambda: words in self.told.read_text(), f"“{words}”; it said:\n{self.told.read_text()}", seconds)

    def settled(self):
        """The keys sent so far have been worked off."""
        return self.lua("1") == 1

    def end(self):
        if self.process.poll() is None:
            self.keys("<C-\\><C-n>:qa!<CR>")
            try:
                self.process.wait(timeout=5)
            except subprocess.TimeoutExpired:
                self.process.kill()
        self.process.wait()
