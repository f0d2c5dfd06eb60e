-- Thin on purpose: the server decides everything, this only starts it and shows what it says.
local M = {}

-- The binary: vim.g.paravent_command, else `paravent` on PATH.
local function command()
  local own = vim.g.paravent_command
  if type(own) == "string" then
    return { own, "lsp" }
  end
  return own or { "paravent", "lsp" }
end

-- "fr_FR.UTF-8" → "fr-FR". Neovim sends no locale of its own accord, and the server's words follow it.
function M.locale()
  local name = vim.env.LC_ALL or vim.env.LC_MESSAGES or vim.env.LANG or ""
  return (name:gsub("%..*$", ""):gsub("_", "-"))
end

function M.server_config()
  return {
    cmd = command(),
    filetypes = { "markdown", "text" },
    root_markers = { "paravent.toml", ".obsidian", ".git" },
    before_init = function(params)
      params.locale = params.locale or M.locale()
    end,
  }
end

-- The findings of this note in the location list.
function M.list()
  vim.diagnostic.setloclist({ title = "Paravent" })
end

return M
