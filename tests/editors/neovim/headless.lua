-- Through Neovim's own API: attached, diagnostics, hover, quick fix, columns after an emoji, twin on save, clean end.
local note = _G.arg[1]
local passed = 0

local function ok(condition, what)
  if not condition then
    print("FAIL " .. what)
    vim.cmd("cquit 1")
  end
  passed = passed + 1
  print("ok   " .. what)
end

local function wait(what, condition)
  ok(vim.wait(10000, condition, 10), what)
end

local function text()
  return table.concat(vim.api.nvim_buf_get_lines(0, 0, -1, false), "\n")
end

-- The twin is the one other Markdown file beside the note.
local function twin()
  for name in vim.fs.dir(vim.fs.dirname(note)) do
    if name:match("%.md$") and name ~= vim.fs.basename(note) then
      return vim.fs.joinpath(vim.fs.dirname(note), name)
    end
  end
end

vim.cmd.runtime("plugin/paravent.lua")
vim.cmd.filetype("on")
vim.cmd.edit(vim.fn.fnameescape(note))
local buffer = vim.api.nvim_get_current_buf()
local function client()
  return vim.lsp.get_clients({ bufnr = buffer, name = "paravent" })[1]
end

wait("the server is attached to a note", function()
  return client() and client().initialized
end)
wait("names are underlined", function()
  return #vim.diagnostic.get(buffer) > 20
end)

local first = vim.diagnostic.get(buffer)[1]
local spot = vim.api.nvim_buf_get_text(buffer, first.lnum, first.col, first.end_lnum, first.end_col, {})[1]
ok(spot == "Hélène Castaing", "the first finding covers the name in the front matter")
ok(first.source == "Paravent" and first.message:match("%S"), "a finding says who speaks and why")

local position = { textDocument = { uri = vim.uri_from_bufnr(buffer) }, position = { line = first.lnum, character = first.col } }
local hover = client():request_sync("textDocument/hover", position, 2000, buffer)
ok(hover and hover.result and hover.result.contents, "hover explains")

vim.api.nvim_buf_set_lines(buffer, -1, -1, false, { "😀 Samira Oukaci rappelle." })
local last = vim.api.nvim_buf_line_count(buffer) - 1
wait("a name behind an emoji is underlined exactly", function()
  local found = vim.diagnostic.get(buffer, { lnum = last })[1]
  return found and found.col == #"😀 " and found.end_col == #"😀 Samira Oukaci"
end)

vim.cmd("let &undolevels = &undolevels") -- what follows is an undo step of its own
local before = text()
vim.api.nvim_win_set_cursor(0, { first.lnum + 1, first.col })
vim.ui.select = function(items, _, choose)
  choose(items[1], 1)
end
vim.lsp.buf.code_action()
wait("a quick fix changes the text", function()
  return text() ~= before
end)
ok(not vim.api.nvim_buf_get_lines(buffer, first.lnum, first.lnum + 1, false)[1]:find("Castaing"), "and takes the name out")
vim.cmd.undo()
ok(text() == before, "one undo brings it back")

vim.cmd.write()
wait("the save writes a twin", function()
  return twin() ~= nil
end)
local shared = table.concat(vim.fn.readfile(twin()), "\n")
for _, name in ipairs({ "Castaing", "Etcheverry", "Oukaci", "Samira", "Saint-Gobain", "39 98 42 17", "s.oukaci" }) do
  ok(not shared:find(name, 1, true), "the twin does not hold name or number " .. passed)
end
ok(not vim.fs.basename(twin()):lower():find("castaing"), "nor does its file name")
ok(table.concat(vim.fn.readfile(note), "\n"):find("Castaing", 1, true), "the note itself is as the coach wrote it")

vim.api.nvim_buf_set_lines(buffer, 0, -1, false, { "Une séance calme." })
wait("findings go when the names go", function()
  return #vim.diagnostic.get(buffer) == 0
end)

local pid = client().rpc
vim.lsp.stop_client(vim.lsp.get_clients())
wait("the server ends when it is asked to", function()
  return pid.is_closing()
end)
print(passed .. " passed, 0 failed")
vim.cmd("qa!")
