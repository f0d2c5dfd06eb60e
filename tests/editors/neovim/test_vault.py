#!/usr/bin/env python3
"""Aliases that come back, in the real Neovim with the real server: copy without names and paste with them, notes that are rewritten
in place, and undone."""
import pathlib
import subprocess
import sys

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parents[2] / "support"))
import report
from editor import AS_0_10, ROOT, wait
from test_modes import CALM, LINE, NAME, Mode


class WithVault(Mode):
    def setUp(self):
        super().setUp()
        for action in ("create", "recovery-key"):
            self.paravent("vault", action)

    def paravent(self, *arguments):
        return subprocess.run([str(ROOT / "build/release/bin/paravent"), *arguments], env=self.home.environment(), cwd=self.home.notes,
                              capture_output=True, text=True, timeout=60, check=True).stdout


class InPlace(WithVault):
    mode = "in-place"

    def saved_in_place(self):
        editor = self.open()
        self.type_name(editor)
        editor.keys(":w<CR>")
        wait(lambda: "Personne A" in self.on_disk(), "aliases on disk")
        return editor

    def test_a_save_writes_aliases_and_undo_brings_the_names_back(self):
        editor = self.saved_in_place()
        self.assertNotIn(NAME, self.on_disk())
        self.assertEqual(editor.text() + "\n", self.on_disk())
        self.assertFalse(editor.modified())
        editor.keys(":ParaventAnnuler<CR>")
        wait(lambda: NAME in editor.text(), "the names")
        self.assertEqual(editor.text() + "\n", CALM + LINE + "\n")

    def test_what_lies_on_disk_is_restored_by_the_command_line_too(self):
        self.saved_in_place()
        self.assertEqual(self.paravent("restore", str(self.note)), CALM + LINE + "\n")

    def test_hints_show_who_stands_behind_an_alias(self):
        editor = self.saved_in_place()
        editor.keys(":Paravent hints<CR>")
        wait(lambda: editor.lua("#vim.lsp.inlay_hint.get({ bufnr = 0 })") > 0, "hints")
        self.assertIn(NAME, str(editor.lua("vim.lsp.inlay_hint.get({ bufnr = 0 })[1].inlay_hint.label")))


class Exchange(WithVault):
    def test_copy_without_names_and_paste_the_answer_with_them(self):
        editor = self.open()
        self.type_name(editor)
        editor.keys(":ParaventCopier<CR>")
        editor.says("Copié sans les noms")
        copied = editor.lua("vim.fn.getreg('\"')")
        self.assertIn("Personne A", copied)
        self.assertNotIn(NAME, copied)
        editor.keys(":call setreg('\"', 'Conseil pour Personne A et Personne Q.')<CR>:ParaventColler<CR>")
        wait(lambda: "Conseil pour" in editor.text(), "the answer")
        self.assertIn(f"Conseil pour Claire {NAME} et Personne Q.", editor.text())
        editor.says("Personne Q")
        self.assertNotIn("Personne A", self.on_disk())

    def test_lines_are_copied_alone(self):
        editor = self.open()
        self.type_name(editor)
        editor.keys(":1ParaventCopier<CR>")
        editor.says("Copié sans les noms")
        self.assertEqual(editor.lua("vim.fn.getreg('\"')"), CALM)


class InPlaceIn010(InPlace):
    before = tuple(AS_0_10)


if __name__ == "__main__":
    report.run()
