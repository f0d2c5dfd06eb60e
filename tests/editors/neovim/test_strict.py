#!/usr/bin/env python3
"""Strict mode: which saves are stopped, what happens when the server fails, and what cannot be stopped but is said."""
import pathlib
import sys
import unittest

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parents[2] / "support"))
import report
from editor import AS_0_10, CLEAN, Editor, Home, wait

SECRET = "Vu Maëlle Kerbrat hier."
# Every way to save that an autocommand can stop. The file that the way writes to, then keys.
SAVES = {
    ":w": ("note.md", ":w<CR>"),
    ":w!": ("note.md", ":w!<CR>"),
    ":silent! w, of autosave plugins": ("note.md", ":silent! w<CR>"),
    ":silent! update": ("note.md", ":silent! update<CR>"),
    ":wall": ("note.md", ":wall<CR>"),
    ":silent! wall": ("note.md", ":silent! wall<CR>"),
    ":bufdo update": ("note.md", ":silent! bufdo update<CR>"),
    ":wq": ("note.md", ":wq<CR>"),
    "ZZ": ("note.md", "ZZ"),
    ":x": ("note.md", ":x<CR>"),
    ":saveas": ("other.md", ":saveas! other.md<CR>"),
    ":w other": ("other.md", ":w! other.md<CR>"),
    ":silent! w other": ("other.md", ":silent! w! other.md<CR>"),
    "a part of the note": ("other.md", ":silent! 1,$w! other.md<CR>"),
    "appended to a file": ("other.md", ":silent! w! >> other.md<CR>"),
    "'autowrite'": ("note.md", ":set nohidden autowrite<CR>:next<CR>"),
    "'autowriteall'": ("note.md", ":set nohidden autowriteall<CR>:silent! edit second.md<CR>"),
    "a timer in Lua": ("note.md", ":lua vim.defer_fn(function() vim.cmd('silent! update') end, 10)<CR>"),
    "a mapping with <Cmd>": ("note.md", ":nnoremap s <lt>Cmd>silent! update<lt>CR><CR>s"),
    "a nested autocommand at rest": ("note.md", ":set updatetime=50<CR>:autocmd CursorHold * ++nested silent! update<CR>"),
}


class Strict(unittest.TestCase):
    before = ()
    saves = SAVES

    def setUp(self):
        self.home = Home()
        self.addCleanup(self.home.close)
        self.note = self.home.note("Une séance.\n")
        self.home.note("Autre.\n", "second.md")
        self.other = self.home.note("", "other.md")

    def open(self, behaviour, **options):
        editor = Editor(self.home, self.note, self.home.notes / "second.md", stand_in=behaviour, before=self.before, **options)
        self.addCleanup(editor.end)
        editor.attached()
        wait(lambda: self.home.received("paravent/mayWrite") > 0, "the server to be asked at the start")
        return editor

    def leaks(self):
        return [path.name for path in self.home.notes.iterdir() if SECRET in path.read_text()]

    def wait_written(self, name="note.md"):
        wait(lambda: SECRET in (self.home.notes / name).read_text(), f"{name} to be written")

    def test_every_way_to_save_is_stopped(self):
        for name, (_, keys) in self.saves.items():
            with self.subTest(name):
                self.setUp()
                editor = self.open("refuse")
                editor.type_line(SECRET)
                editor.keys(keys)
                editor.says("Enregistrement refusé : deux passages mènent à une personne.")
                editor.says(":noautocmd w")
                self.assertEqual(self.leaks(), [])
                self.assertEqual(editor.lua("{ vim.bo.modified, vim.fn.search([[Kerbrat]], [[nw]]) > 0 }"), [True, True], "nothing is lost")
                editor.end()

    def test_control_every_way_to_save_does_save_when_allowed(self):
        for name, (written, keys) in self.saves.items():
            with self.subTest(name):
                self.setUp()
                editor = self.open("allow")
                editor.type_line(SECRET)
                editor.keys(keys)
                self.wait_written(written)
                editor.end()

    def test_after_a_refusal_the_editor_goes_on_and_an_allowed_save_works(self):
        editor = self.open("refuse")
        editor.type_line(SECRET)
        editor.keys(":w<CR>")
        editor.says("Enregistrement refusé")
        self.home.behaviour.write_text("allow")
        editor.keys(":w<CR>")
        self.wait_written()
        wait(lambda: not editor.modified(), "the buffer to be saved")

    def refused(self, behaviour, words):
        editor = self.open("allow")
        self.home.behaviour.write_text(behaviour)
        editor.type_line(SECRET)
        editor.keys(":w<CR>")
        editor.says(words)
        self.assertEqual(self.leaks(), [])
        self.assertTrue(editor.modified())
        return editor

    def test_a_server_that_does_not_answer(self):
        self.refused("silent", "n’a pas répondu en une seconde")

    def test_a_server_that_answers_an_error(self):
        self.refused("error", "n’a pas pu vérifier")

    def test_a_server_that_answers_nonsense(self):
        self.refused("nonsense", "n’a pas pu vérifier")

    def test_a_server_that_answers_nothing(self):
        self.refused("null", "n’a pas pu vérifier")

    def test_a_server_that_dies_of_the_question(self):
        self.refused("die", "Enregistrement refusé")

    def test_a_server_that_has_died(self):
        editor = self.refused("die", "Enregistrement refusé")
        editor.keys(":silent! w<CR>")
        editor.says("ne tourne plus")
        self.assertEqual(self.leaks(), [])
        self.assertEqual(editor.lua("require([[paravent]]).statusline()"), "Paravent : arrêté")
        self.home.behaviour.write_text("allow")
        editor.keys(":Paravent restart<CR>")
        editor.says("relancé")
        editor.attached()
        editor.keys(":w<CR>")
        self.wait_written()

    def test_a_guard_that_breaks(self):
        editor = self.open("allow")
        editor.keys(":lua require('paravent.guard').may_write = function() error('broken') end<CR>")
        editor.type_line(SECRET)
        for keys in (":w<CR>", ":silent! w<CR>"):
            editor.told.write_text("")
            editor.keys(keys)
            editor.says("n’a pas pu vérifier")
            self.assertEqual(self.leaks(), [])

    def test_a_note_known_not_to_be_strict_is_saved_even_when_the_server_has_died(self):
        editor = self.open("relaxed")
        editor.type_line(SECRET)
        self.home.behaviour.write_text("die")
        editor.keys(":w<CR>")
        self.wait_written()

    def test_a_server_older_than_strict_mode_stops_nothing(self):
        editor = self.open("unknown")
        editor.type_line(SECRET)
        editor.keys(":w<CR>")
        self.wait_written()

    def test_what_the_server_never_followed_is_left_alone(self):
        plain = self.home.note("x = 1\n", "code.lua")
        editor = self.open("refuse")
        editor.keys(":edit code.lua<CR>")
        editor.type_line(SECRET)
        editor.keys(":w<CR>")
        wait(lambda: SECRET in plain.read_text(), "the other file to be written")

    def test_the_way_out_saves_and_is_said(self):
        editor = self.open("refuse")
        editor.type_line(SECRET)
        editor.keys(":noautocmd w<CR>")
        self.wait_written()
        editor.says("n’a pas pu empêcher cet enregistrement")
        wait(lambda: self.home.received("textDocument/didSave") == 1, "the server to be told")

    def test_an_autosave_that_sets_off_no_autocommand_is_said_and_the_server_is_told(self):
        editor = self.open("refuse")
        editor.keys(":set updatetime=50<CR>:autocmd CursorHold * silent! update<CR>")
        editor.type_line(SECRET)
        self.wait_written()
        editor.says("++nested")
        wait(lambda: self.home.received("textDocument/didSave") == 1, "the server to be told")

    def test_undoing_to_the_saved_text_is_no_save(self):
        editor = self.open("refuse")
        editor.type_line(SECRET)
        editor.keys("u")
        wait(lambda: not editor.modified(), "the saved text")
        editor.keys("ix<Esc>u")
        editor.settled()
        self.assertEqual(self.home.received("textDocument/didSave"), 0)
        self.assertEqual(editor.told.read_text(), "")

    def test_an_ordinary_save_is_told_to_the_server_once(self):
        editor = self.open("allow")
        editor.type_line(SECRET)
        editor.keys(":w<CR>")
        self.wait_written()
        editor.type_line("Fin.")
        wait(lambda: self.home.received("textDocument/didChange") >= 2, "the later change")
        self.assertEqual(self.home.received("textDocument/didSave"), 1)

    def test_the_words_follow_the_language(self):
        editor = self.open("error", locale="en_GB.UTF-8")
        editor.type_line(SECRET)
        editor.keys(":w<CR>")
        editor.says("Save refused. Paravent could not check the note.")


class StrictIn010(Strict):
    """All of it without what Neovim 0.10 lacks."""
    before = tuple(AS_0_10)
    saves = {name: SAVES[name] for name in (":w", ":silent! update", "a part of the note", "a nested autocommand at rest")}


class Controls(unittest.TestCase):
    def test_a_throw_would_let_a_silent_save_through(self):
        """Why the guard interrupts: if this ever fails, a plain throw will do."""
        home = Home()
        self.addCleanup(home.close)
        note = home.note("Une séance.\n")
        editor = Editor(home, note, load=False, options=CLEAN)
        self.addCleanup(editor.end)
        editor.keys(":autocmd BufWritePre * call Refuse()<CR>")
        editor.keys(":exe \"function! Refuse() abort\\nthrow 'no'\\nendfunction\"<CR>")
        editor.type_line(SECRET)
        editor.keys(":silent! w<CR>")
        wait(lambda: SECRET in note.read_text(), "the note to be written")

    def test_without_the_plugin_the_same_keys_save(self):
        home = Home()
        self.addCleanup(home.close)
        note = home.note("Une séance.\n")
        editor = Editor(home, note, stand_in="refuse", load=False)
        self.addCleanup(editor.end)
        editor.type_line(SECRET)
        editor.keys(":w<CR>")
        wait(lambda: SECRET in note.read_text(), "the note to be written")


if __name__ == "__main__":
    report.run()
