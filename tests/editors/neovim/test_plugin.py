#!/usr/bin/env python3
"""The plugin in the real Neovim with the real server: every way to install it, its commands, its status line, its help and its
health report. Where the server must fail, the stand-in does."""
import json
import pathlib
import re
import shutil
import sys
import unittest

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parents[2] / "support"))
import report
from editor import AS_0_10, PLUGIN, Editor, Home, wait

NOTE = "Vu Claire Dupont, DRH chez LVMH, au 06 39 98 00 01.\n"
FOUND = ("Dupont", "LVMH", "39 98")
USER = ["-n", "-i", "NONE"]  # as a user starts it, with an init.lua
DEFAULTS = ["--cmd", "set nomore"]  # as a user starts it, with swap files and shada


class Plugin(unittest.TestCase):
    def setUp(self):
        self.home = Home()
        self.addCleanup(self.home.close)
        self.note = self.home.note(NOTE)

    def open(self, *notes, **options):
        editor = Editor(self.home, *(notes or [self.note]), **options)
        self.addCleanup(editor.end)
        return editor

    def wait_found(self, editor):
        wait(lambda: editor.lua("#vim.diagnostic.get(0)") == 3, "the findings")
        return editor


class Installed(Plugin):
    before = ()

    def starts(self, init, *notes):
        (self.home.path / "config/nvim/init.lua").write_text(init)
        editor = self.open(*notes, options=USER, before=self.before, load=False)
        return editor

    def package(self, kind):
        shutil.copytree(PLUGIN, self.home.path / f"data/nvim/site/pack/paravent/{kind}/paravent")

    def test_on_the_runtime_path(self):
        self.wait_found(self.starts(f"vim.opt.rtp:append('{PLUGIN}')"))

    def test_as_a_package_that_starts_by_itself(self):
        self.package("start")
        self.wait_found(self.starts(""))

    def test_by_packadd_in_the_settings(self):
        self.package("opt")
        self.wait_found(self.starts("vim.cmd.packadd('paravent')"))

    def test_by_packadd_when_a_note_is_open_already(self):
        self.package("opt")
        editor = self.starts("")
        self.assertEqual(editor.lua("vim.fn.exists([[:Paravent]])"), 0)
        editor.keys(":packadd paravent<CR>")
        self.wait_found(editor)

    def test_control_a_package_that_nobody_adds_does_nothing(self):
        self.package("opt")
        editor = self.starts("")
        editor.settled()
        self.assertEqual(editor.lua("{ vim.fn.exists([[:Paravent]]), #vim.lsp.get_clients() }"), [0, 0])

    # What lazy.nvim does with a plugin, at start and on an event: its folder on the runtime path, `init` before, its plugin/ files
    # sourced, `opts` handed to setup(), the event sent again.
    LAZY = f"""
        function _G.load_lazily()
          vim.opt.rtp:prepend('{PLUGIN}')
          for _, file in ipairs(vim.fn.glob('{PLUGIN}/plugin/**/*.lua', true, true)) do vim.cmd.source(file) end
          require('paravent').setup({{}})
        end
        """

    def test_by_lazy_at_start(self):
        self.wait_found(self.starts(self.LAZY + "load_lazily()"))

    ON_FILETYPE = LAZY + "vim.api.nvim_create_autocmd('FileType', { pattern = 'markdown', once = true, callback = load_lazily })"

    def test_by_the_filetype_of_a_note_given_at_start(self):
        self.wait_found(self.starts(self.ON_FILETYPE))

    def test_by_the_filetype_of_a_note_opened_later(self):
        editor = self.starts(self.ON_FILETYPE, self.home.note("x = 1\n", "code.lua"))
        editor.keys(":edit note.md<CR>")
        self.wait_found(editor)

    def test_by_lazy_long_after_the_start(self):
        editor = self.starts(self.LAZY)
        editor.keys(":lua load_lazily()<CR>")
        self.wait_found(editor)

    def test_setup_takes_the_path_of_the_program(self):
        self.home.behaviour.write_text("allow")
        stand_in = self.home.path / "elsewhere"
        stand_in.symlink_to(pathlib.Path(__file__).resolve().parent / "stand_in.py")
        self.starts(self.LAZY.replace("setup({})", f"setup({{ command = '{stand_in}' }})") + "load_lazily()").attached()
        self.assertEqual(self.home.received("initialize"), 1)

    def test_two_notes_share_one_server_and_other_files_have_none(self):
        second, code = self.home.note(NOTE, "second.txt"), self.home.note("x = 1\n", "code.lua")
        editor = self.starts(f"vim.opt.rtp:append('{PLUGIN}')", self.note, second, code)
        self.wait_found(editor)
        editor.keys(":next<CR>")
        self.wait_found(editor)
        editor.keys(":next<CR>")
        self.assertEqual(editor.lua("{ #vim.lsp.get_clients({ bufnr = 0 }), #vim.lsp.get_clients() }"), [0, 1])


class InstalledIn010(Installed):
    before = tuple(AS_0_10)


class Commands(Plugin):
    before = ()

    def open(self, *notes, **options):
        return super().open(*notes, before=self.before, **options)

    def test_check_lists_the_findings(self):
        editor = self.wait_found(self.open())
        for command in (":Paravent", ":Paravent check", ":ParaventCheck"):
            editor.keys(f":call setloclist(0, [], 'f')<CR>:lclose<CR>{command}<CR>")
            wait(lambda: editor.lua("#vim.fn.getloclist(vim.fn.win_getid(1))") == 3, command)

    def test_completion_offers_the_commands(self):
        editor = self.open()
        self.assertEqual(editor.lua("vim.fn.getcompletion([[Paravent ]], [[cmdline]])"),
                         ["anonymise", "check", "copy", "folder", "health", "hints", "lens", "paste", "preview", "rename", "restart",
                          "undo"])
        self.assertEqual(editor.lua("vim.fn.getcompletion([[Paravent p]], [[cmdline]])"), ["paste", "preview"])

    def test_an_unknown_command_says_which_there_are(self):
        editor = self.open()
        editor.keys(":Paravent destroy<CR>")
        editor.says("Paravent ne connaît pas « destroy ». Il y a : anonymise, check")

    def test_anonymise_replaces_all_and_one_undo_brings_it_back(self):
        editor = self.wait_found(self.open())
        editor.keys(":Paravent anonymise<CR>")
        wait(lambda: not any(name in editor.text() for name in FOUND), "the replacements")
        self.assertEqual(self.note.read_text(), NOTE, "nothing is saved by it")
        editor.keys("u")
        wait(lambda: editor.text() + "\n" == NOTE, "the note as it was")

    def test_anonymise_with_nothing_to_do_says_so(self):
        editor = self.open(self.home.note("Une séance calme.\n", "calm.md")).attached()
        editor.keys(":Paravent anonymise<CR>")
        editor.says("rien à remplacer")

    def test_rename_gives_a_name_that_tells_of_nobody_and_the_links_follow(self):
        note = self.home.note("Vu Claire Dupont, d’accord.\n", "2026-03-12 Claire Dupont S3.md")
        other = self.home.note("Voir [[2026-03-12 Claire Dupont S3|la séance]].\n", "suivi.md")
        renamed = self.home.notes / "2026-03-12 Personne A S3.md"
        editor = self.open(note).attached()
        editor.type_line("Une ligne qui n’est pas enregistrée.")
        editor.keys(":Paravent rename<CR>")
        wait(renamed.exists, "the note under its new name")
        wait(lambda: editor.lua("vim.api.nvim_buf_get_name(0)") == str(renamed), "the buffer to follow")
        self.assertFalse(note.exists())
        self.assertIn("Une ligne qui n’est pas enregistrée.", editor.text())
        editor.keys(":wall<CR>")
        wait(lambda: other.read_text() == "Voir [[2026-03-12 Personne A S3|la séance]].\n", "the link of the other note")
        wait(lambda: "Une ligne" in renamed.read_text(), "the line to be saved")

    def test_rename_of_a_note_whose_name_tells_nothing_says_so(self):
        editor = self.open(self.home.note("Une séance calme.\n", "calm.md")).attached()
        editor.keys(":Paravent rename<CR>")
        editor.says("Rien de personnel")

    def test_folder_writes_a_copy_of_each_note(self):
        self.home.note("Vu Karim Belkacem.\n", "autre.md")
        editor = self.wait_found(self.open())
        editor.keys(":Paravent folder<CR>")
        wait(lambda: len(list(self.home.notes.glob("partage-*.md"))) == 2, "two copies")

    def test_without_a_server_each_command_says_what_to_do(self):
        editor = self.open(self.home.note("x = 1\n", "code.lua"))
        for command in ("anonymise", "folder", "rename", "preview", "lens", "hints"):
            editor.told.write_text("")
            editor.keys(f":Paravent {command}<CR>")
            editor.says(":checkhealth paravent")

    def preview(self, editor):
        return editor.lua("""(function() local w = vim.fn.win_getid(2); if w == 0 then return nil end; local b = vim.api.nvim_win_get_buf(w)
            return { text = table.concat(vim.api.nvim_buf_get_lines(b, 0, -1, false), "\\n"), modifiable = vim.bo[b].modifiable,
              filetype = vim.bo[b].filetype, buftype = vim.bo[b].buftype, swapfile = vim.bo[b].swapfile, name = vim.api.nvim_buf_get_name(b),
              bar = vim.wo[w].winbar, right = vim.api.nvim_win_get_position(w)[2] > 0, focus = vim.api.nvim_get_current_win() == w,
              clients = #vim.lsp.get_clients({ bufnr = b }) } end)()""")

    def test_preview_shows_the_note_without_what_was_found_and_follows_it(self):
        editor = self.wait_found(self.open())
        editor.keys(":Paravent preview<CR>")
        shown = wait(lambda: (seen := self.preview(editor)) and "Vu" in seen["text"] and seen, "the preview")
        for name in FOUND:
            self.assertNotIn(name, shown["text"])
        self.assertEqual({key: shown[key] for key in ("modifiable", "filetype", "buftype", "swapfile", "name", "right", "focus", "clients")},
                         {"modifiable": False, "filetype": "markdown", "buftype": "nofile", "swapfile": False, "name": "", "right": True,
                          "focus": False, "clients": 0})
        self.assertRegex(shown["bar"], r"remplacements : \d+ · style : \w+")
        self.assertEqual(editor.text() + "\n", NOTE, "the note itself is as it was")
        editor.type_line("Puis Samira Oukaci à 100 %.")
        wait(lambda: "Puis" in (seen := self.preview(editor)["text"]) and "Oukaci" not in seen, "the preview of the new line")
        editor.keys(":Paravent preview<CR>")
        self.assertEqual(editor.lua("vim.fn.winnr([[$]])"), 2, "there is one preview a note")
        editor.keys("<C-w>l:close<CR>")
        wait(lambda: self.preview(editor) is None, "the preview to be closed")
        editor.type_line("Encore.")
        editor.keys(":Paravent preview<CR>")
        wait(lambda: (seen := self.preview(editor)) and "Encore" in seen["text"], "a new preview")

    def test_a_preview_that_fails_does_not_leave_the_old_one_standing(self):
        editor = self.open(stand_in="allow").attached()
        editor.keys(":Paravent preview<CR>")
        wait(lambda: (seen := self.preview(editor)) and seen["text"] == "Vu Personne A.\nFin.", "the preview")
        for behaviour in ("error", "nonsense"):
            self.home.behaviour.write_text(behaviour)
            editor.keys(":Paravent preview<CR>")
            wait(lambda: self.preview(editor)["text"].startswith("L’aperçu n’a pas pu être préparé."), behaviour)
            self.home.behaviour.write_text("allow")
            editor.keys(":Paravent preview<CR>")
            wait(lambda: "Personne A" in self.preview(editor)["text"], "the preview again")

    def test_lens_and_hints_are_off_until_asked_for_and_go_on_and_off(self):
        editor = self.open(stand_in="allow").attached()
        marks = {"lens": "vim.lsp.codelens.get(0)", "hints": "vim.lsp.inlay_hint.get({ bufnr = 0 })"}
        for command, expression in marks.items():
            drawn = f"""(function() local n = 0; for name, id in pairs(vim.api.nvim_get_namespaces()) do
                if name:find("{'code' if command == 'lens' else 'inlay'}.?_?{'lens' if command == 'lens' else 'hint'}") then
                  n = n + #vim.api.nvim_buf_get_extmarks(0, id, 0, -1, {{}}) end end return n end)()"""
            with self.subTest(command):
                self.assertEqual(editor.lua("#" + expression), 0)
                editor.keys(f":Paravent {command}<CR>")
                editor.says("Paravent affiche :")
                wait(lambda: editor.lua("#" + expression) == 1, command)
                editor.told.write_text("")
                editor.keys(f":Paravent {command}<CR>")
                editor.says("Paravent n’affiche plus :")
                wait(lambda: editor.lua(drawn) == 0 and editor.lua("#" + expression) == 0, f"no {command}")
                editor.told.write_text("")

    def test_the_real_server_has_a_lens(self):
        editor = self.wait_found(self.open())
        editor.keys(":Paravent lens<CR>")
        title = wait(lambda: editor.lua("vim.tbl_map(function(l) return l.command and l.command.title end, vim.lsp.codelens.get(0))"), "the lens")
        self.assertIn("1 personne", title[0])

    def test_the_status_line_counts_names_apart(self):
        editor = self.wait_found(self.open())
        line = "require([[paravent]]).statusline()"
        self.assertEqual(editor.lua(line), "Paravent : 2 noms, 1 autre passage")
        editor.keys(":%delete<CR>")
        wait(lambda: editor.lua(line) == "Paravent : rien", "nothing to be found")
        editor.keys(":set statusline=%{v:lua.require'paravent'.statusline()}<CR>")
        self.assertEqual(editor.lua("vim.api.nvim_eval_statusline(vim.o.statusline, {}).str"), "Paravent : rien")
        editor.keys(":edit! code.lua<CR>")
        self.assertEqual(editor.lua(line), "")

    def test_words_follow_the_language(self):
        for locale, words in (("en_GB.UTF-8", "Paravent: 2 names, 1 other passage"), ("ja_JP.UTF-8", "Paravent : 2 noms, 1 autre passage")):
            editor = self.wait_found(self.open(locale=locale))
            self.assertEqual(editor.lua("require([[paravent]]).statusline()"), words)
            editor.end()

    def test_no_key_is_mapped(self):
        every = """(function() local keys = {}; for _, mode in ipairs({ "n", "x", "s", "o", "i", "c", "t" }) do
            for _, map in ipairs(vim.api.nvim_get_keymap(mode)) do keys[#keys + 1] = mode .. map.lhs end
            for _, map in ipairs(vim.api.nvim_buf_get_keymap(0, mode)) do keys[#keys + 1] = mode .. map.lhs end end
            table.sort(keys) return keys end)()"""
        editor = self.wait_found(self.open())
        with_plugin = editor.lua(every)
        editor.end()
        plain = self.open(load=False)
        own = set(with_plugin) - set(plain.lua(every))
        self.assertLessEqual(own, {"nK"}, "K is what Neovim itself maps when a server attaches")


class CommandsIn010(Commands):
    before = tuple(AS_0_10)


class Health(Plugin):
    def report(self, editor):
        editor.keys(":Paravent health<CR>")
        return wait(lambda: "shada" in (text := editor.text()) and text, "the report")

    def test_all_is_told(self):
        report_ = self.report(self.wait_found(self.open(options=DEFAULTS)))
        for words in ("programme : paravent ", "notes suivies : 1", "à l’enregistrement : warn", "setlocal noswapfile noundofile", "set nowritebackup",
                      "set shada="):
            self.assertIn(words, report_)
        self.assertNotIn("note.md", report_, "it may be pasted into a bug report")

    def test_the_mode_of_the_policy_is_told(self):
        for mode in ("twin", "strict"):
            (self.home.path / "config/paravent/paravent.toml").write_text(f'[save]\nmode = "{mode}"\n')
            editor = self.wait_found(self.open())
            self.assertIn(f"à l’enregistrement : {mode}", self.report(editor))
            editor.end()

    def test_the_safe_values_leave_nothing_to_warn_of(self):
        safe = ["--cmd", "autocmd FileType markdown,text setlocal noswapfile noundofile", "--cmd", "set nobackup nowritebackup undofile",
                "--cmd", "set shada='0,<0,/0,:0,@0,f0,h"]
        editor = self.wait_found(self.open(options=DEFAULTS, before=safe))
        self.assertNotIn("WARNING", self.report(editor))

    def test_each_unsafe_value_is_named(self):
        unsafe = ["--cmd", "set swapfile undofile backup writebackup shada='100,<50"]
        report_ = self.report(self.wait_found(self.open(options=DEFAULTS, before=unsafe)))
        for option in ("swapfile", "undofile", "backup", "writebackup", "shada"):
            self.assertRegex(report_, rf"WARNING '{option}'")

    def test_a_missing_program_is_an_error_with_a_remedy(self):
        editor = self.open(before=["--cmd", "let g:paravent_command = '/nowhere/paravent'"])
        report_ = self.report(editor)
        self.assertRegex(report_, r"ERROR le programme n’est pas trouvé")
        self.assertIn("let g:paravent_command", report_)
        self.assertIn("aucune note ouverte n’est suivie", report_)

    def test_an_autosave_that_sets_off_nothing_is_pointed_out(self):
        editor = self.open(before=["--cmd", "autocmd CursorHold * silent! update"])
        self.assertIn("(CursorHold)", self.report(editor))
        editor.end()
        self.assertNotIn("++nested", self.report(self.open()))

    def test_in_english(self):
        self.assertIn("on save: warn, notes are saved as they are", self.report(self.wait_found(self.open(locale="en_GB.UTF-8"))))


class Documents(Plugin):
    def test_help_opens_in_both_languages(self):
        copy = self.home.path / "data/nvim/site/pack/p/start/paravent"
        shutil.copytree(PLUGIN, copy)
        editor = self.open(options=USER, load=False)
        editor.keys(f":helptags {copy}/doc<CR>")
        for topic, name in (("paravent", "paravent.txt"), ("paravent@fr", "paravent.frx"), (":Paravent", "paravent.txt"), ("paravent-strict@fr", "paravent.frx")):
            editor.keys(f":help {topic}<CR>")
            wait(lambda: editor.lua("vim.fn.expand([[%:t]])") == name, f":help {topic}")

    def test_both_languages_have_the_same_topics_and_name_every_command(self):
        english, french = ((PLUGIN / "doc" / name).read_text() for name in ("paravent.txt", "paravent.frx"))
        topics = [re.findall(r"\*([\w:.-]+)\*", text) for text in (english, french)]
        self.assertEqual(*topics)
        commands = self.open().lua("require([[paravent.commands]]).complete([[]])")
        for name in commands:
            for text in (english, french):
                self.assertRegex(text, rf":(?:\[range\])?Paravent \[?{name}\]?")

    def test_no_word_promises_too_much(self):
        for path in PLUGIN.rglob("*"):
            if path.is_file() and not path.name.startswith("tags"):
                self.assertNotRegex(path.read_text().lower(), r"\banonymes?\b|\banonymous\b|conforme|compliant|100 ?%", path.name)


if __name__ == "__main__":
    report.run()
