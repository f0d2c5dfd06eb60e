#!/usr/bin/env python3
"""Strict mode in the real Neovim with the real server (test_strict.py has a server that fails)."""
import pathlib
import sys

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parents[2] / "support"))
import report
from editor import AS_0_10, wait
from test_modes import ALONE, CALM, LINE, NAME, NESTED, Mode


class Strict(Mode):
    mode = "strict"

    def refused(self, editor, keys):
        editor.told.write_text("")
        editor.keys(keys)
        editor.says("Enregistrement refusé")
        editor.says(":noautocmd w")
        self.assertEqual(self.on_disk(), CALM)
        self.assertNotIn(NAME, editor.told.read_text())

    def test_a_save_with_a_name_is_refused_until_it_is_replaced(self):
        editor = self.open()
        self.type_name(editor)
        self.refused(editor, ":w<CR>")
        self.refused(editor, ":silent! update<CR>")
        self.refused(editor, ":wq<CR>")
        self.assertIn(NAME, editor.text())
        editor.keys(":Paravent anonymise<CR>")
        wait(lambda: NAME not in editor.text(), "the replacements")
        editor.keys(":w<CR>")
        wait(lambda: self.on_disk() not in ("", CALM), "the note to be saved")
        self.assertNotIn(NAME, self.on_disk())
        self.assertEqual(self.note.read_text(), editor.text() + "\n")

    def test_a_name_saved_within_the_keystrokes_that_typed_it_is_refused(self):
        editor = self.open()
        self.refused(editor, f"Go{LINE}<Esc>:w<CR>")

    def test_a_calm_note_is_saved(self):
        editor = self.open()
        editor.type_line("Puis rien.")
        editor.keys(":w<CR>")
        wait(lambda: "Puis rien." in self.on_disk(), "the note to be saved")

    def test_autosave_is_refused_and_saves_once_the_name_is_replaced(self):
        editor = self.open()
        self.type_name(editor)
        self.refused(editor, NESTED)
        editor.keys(":Paravent anonymise<CR>")
        wait(lambda: self.on_disk() not in ("", CALM), "the note to be saved")
        self.assertNotIn(NAME, self.on_disk())

    def test_autowrite_is_refused(self):
        editor = self.open()
        self.type_name(editor)
        self.refused(editor, ":set nohidden autowriteall<CR>:silent! edit second.md<CR>")

    def test_an_autosave_that_cannot_be_refused_is_said(self):
        editor = self.open()
        editor.keys(ALONE)
        editor.type_line(LINE)
        editor.says("++nested")
        editor.says("ce que le mode « strict » interdit")
        self.assertIn(NAME, self.on_disk())

    def test_a_server_killed_from_outside_lets_nothing_through(self):
        editor = self.open()
        self.type_name(editor)
        self.refused(editor, ":w<CR>")
        editor.keys(":lua vim.lsp.get_clients()[1].rpc.terminate()<CR>")
        wait(lambda: editor.lua("#vim.lsp.get_clients()") == 0, "the server to be gone")
        self.refused(editor, ":silent! w<CR>")


class StrictIn010(Strict):
    before = tuple(AS_0_10)


class StrictByFrontMatter(Strict):
    """One note asks for more than its folder."""
    mode = "warn"

    def setUp(self):
        super().setUp()
        self.note.write_text(f"---\nparavent-save: strict\n---\n{CALM}")

    def on_disk(self):
        return self.note.read_text().partition("strict\n---\n")[2]


if __name__ == "__main__":
    report.run()
