-- Code lens and inlay hints of this plugin's server, on and off for one buffer. Both are off until asked for.
local server = require("paravent.server")
local words = require("paravent.words")
local M = {}

-- The client, if it offers that; else says what is missing.
local function offered(buffer, method, what)
  local client = server.client(buffer)
  if not client then
    words.tell("ERROR", "no_server")
  elseif not server.call(client, "supports_method", method, { bufnr = buffer }) then
    words.tell("WARN", "not_offered", words.say(what))
    client = nil
  end
  return client
end

local function tell(on, what)
  words.tell("INFO", on and "on" or "off", words.say(what))
end

local lenses = {} -- by buffer: the group that keeps them fresh

function M.lens()
  local buffer = vim.api.nvim_get_current_buf()
  local client = offered(buffer, "textDocument/codeLens", "lens")
  if not client then
    return
  end
  if lenses[buffer] then
    vim.api.nvim_del_augroup_by_id(lenses[buffer])
    lenses[buffer] = nil
    vim.lsp.codelens.clear(client.id, buffer)
  else
    lenses[buffer] = vim.api.nvim_create_augroup("paravent_lens_" .. buffer, {})
    local function refresh()
      vim.lsp.codelens.refresh({ bufnr = buffer })
    end
    vim.api.nvim_create_autocmd({ "BufEnter", "InsertLeave", "TextChanged", "BufWritePost" }, {
      group = lenses[buffer],
      buffer = buffer,
      callback = refresh,
    })
    vim.api.nvim_create_autocmd("BufWipeout", {
      group = lenses[buffer],
      buffer = buffer,
      callback = function()
        lenses[buffer] = nil
      end,
    })
    refresh()
  end
  tell(lenses[buffer], "lens")
end

function M.hints()
  local buffer = vim.api.nvim_get_current_buf()
  if not offered(buffer, "textDocument/inlayHint", "hints") then
    return
  end
  local on = not vim.lsp.inlay_hint.is_enabled({ bufnr = buffer })
  vim.lsp.inlay_hint.enable(on, { bufnr = buffer })
  tell(on, "hints")
end

return M
