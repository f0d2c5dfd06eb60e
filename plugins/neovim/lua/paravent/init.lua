-- Thin on purpose: the server decides everything, this starts it, asks it and shows what it says.
local M = {}

-- What lsp/paravent.lua gives to Neovim 0.11.
function M.server_config()
  return require("paravent.server").config()
end

-- Not needed. For plugin managers that call it with options: { command = "/path/to/paravent" }.
function M.setup(options)
  local command = options and options.command
  if command then
    vim.g.paravent_command = command
    if vim.lsp.enable then
      vim.lsp.config("paravent", { cmd = require("paravent.server").command() })
    end
  end
end

-- The findings of this note in the location list.
function M.list()
  require("paravent.commands").run("check")
end

-- « Paravent : 3 noms », for a status line: %{v:lua.require'paravent'.statusline()}
function M.statusline(buffer)
  return require("paravent.status").line(buffer)
end

return M
