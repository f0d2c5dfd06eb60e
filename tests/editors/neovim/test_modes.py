#!/usr/bin/env python3
"""What the modes warn and twin do in the real Neovim with the real server, by hand and by autosave, and what Neovim itself leaves on disk
beside the note."""
import pathlib
import sys
import unittest

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parents[2] / "support"))
import report
from editor import Editor, Home, wait

NAME = "Dupont"
LINE = f"Vu Claire {NAME}, DRH chez LVMH."
CALM = "Une séance calme.\n"
DEFAULTS = ["--cmd", "set nomore"]  # as a user starts it, with swap files and shada
SAFE = ["--cmd", "set undofile", "--cmd", "autocmd FileType markdown,text setlocal noswapfile noundofile", "--cmd", "set nobackup nowritebackup",
        "--cmd", "set shada='0,<0,/0,:0,@0,f0,h"]
NESTED = ":set updatetime=50<CR>:autocmd CursorHold * ++nested silent! update<CR>"
ALONE = ":set updatetime=50<CR>:autocmd CursorHold * silent! update<CR>"


class Mode(unittest.TestCase):
    mode = "warn"
    before = ()

    def setUp(self):
        self.home = Home(f'language = "fr"\n[save]\nmode = "{self.mode}"\n')
        self.addCleanup(self.home.close)
        self.note = self.home.note(CALM)

    def open(self, **options):
        editor = Editor(self.home, self.note, before=(*self.before, *options.pop("before", ())), **options)
        self.addCleanup(editor.end)
        return editor.attached()

    def type_name(self, editor):
        editor.type_line(LINE)
        wait(lambda: editor.lua("#vim.diagnostic.get(0)") == 2, "the findings")

    def on_disk(self):
        return self.note.read_text()

    def wait_saved(self):
        wait(lambda: NAME in self.on_disk(), "the note to be saved")

    def twins(self):
        return [path for path in self.home.notes.glob("*.md") if path != self.note]


class Warn(Mode):
    def test_a_save_writes_the_note_as_it_is_and_nothing_else(self):
        editor = self.open()
        self.type_name(editor)
        editor.keys(":w<CR>")
        self.wait_saved()
        self.assertEqual(self.on_disk(), CALM + LINE + "\n")
        self.assertEqual(self.twins(), [])
        self.assertEqual(editor.told.read_text(), "")

    def test_autosave_is_let_through(self):
        for keys in (NESTED, ALONE):
            self.note.write_text(CALM)
            editor = self.open()
            editor.keys(keys)
            editor.type_line(LINE)
            self.wait_saved()
            self.assertEqual(editor.told.read_text(), "")
            editor.end()


class Twin(Mode):
    mode = "twin"

    def wait_twin(self, words):
        wait(lambda: (twins := self.twins()) and words in twins[0].read_text(), f"a twin with “{words}”")
        self.assertEqual(len(self.twins()), 1)
        self.assertNotIn(NAME, self.twins()[0].read_text())

    def test_a_save_rewrites_the_twin(self):
        editor = self.open()
        self.type_name(editor)
        editor.keys(":w<CR>")
        self.wait_twin("calme")
        self.assertIn(NAME, self.on_disk())
        editor.type_line("Puis rien.")
        editor.keys(":w<CR>")
        self.wait_twin("Puis rien.")

    def test_autosave_rewrites_it_too_even_one_that_sets_off_no_autocommand(self):
        for keys in (NESTED, ALONE):
            with self.subTest(keys):
                self.setUp()
                editor = self.open()
                editor.keys(keys)
                editor.type_line(LINE)
                self.wait_saved()
                self.wait_twin("calme")
                editor.type_line("Puis rien.")
                self.wait_twin("Puis rien.")
                editor.end()

    def test_autowrite_rewrites_it_too(self):
        second = self.home.note(CALM, "code.lua")
        editor = self.open()
        self.type_name(editor)
        editor.keys(f":set nohidden autowriteall<CR>:edit {second.name}<CR>")
        self.wait_saved()
        self.wait_twin("calme")


class Copies(Mode):
    """What Neovim keeps by default is shown to be there; with the values that :checkhealth and doctor offer, it is not."""

    def after_typing(self, before):
        editor = self.open(options=DEFAULTS, before=before)
        self.type_name(editor)
        editor.keys(":silent! preserve<CR>")
        editor.settled()
        return editor

    def test_a_swap_file_holds_what_was_never_saved(self):
        self.after_typing([])
        self.assertTrue(self.home.holds(NAME, "state"))

    def test_with_the_safe_values_none_does(self):
        self.after_typing(SAFE)
        self.assertEqual(self.home.holds(NAME, "."), [])

    def after_replacing(self, before):
        editor = self.after_typing(before)
        editor.keys("yy:Paravent anonymise<CR>")
        wait(lambda: NAME not in editor.text(), "the replacements")
        editor.keys(":w<CR>")
        wait(lambda: self.on_disk() not in ("", CALM), "the note to be saved")
        editor.end()
        self.assertNotIn(NAME, self.on_disk())
        return self.home.holds(NAME, ".")

    def test_undo_file_and_shada_keep_a_name_that_the_note_no_longer_has(self):
        held = self.after_replacing(["--cmd", "set undofile"])
        self.assertIn("main.shada", held)
        self.assertTrue([name for name in held if name.endswith("%note.md")], held)

    def test_with_the_safe_values_nothing_keeps_it(self):
        self.assertEqual(self.after_replacing(SAFE), [])


if __name__ == "__main__":
    report.run()
