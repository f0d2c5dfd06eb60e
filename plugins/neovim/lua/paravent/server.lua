-- The server of a buffer: how it is started and asked, in Neovim 0.11 and in 0.10, which lacks vim.lsp.enable and whose
-- client functions take no self.
local words = require("paravent.words")
local M = {}

M.name = "paravent"
M.filetypes = { "markdown", "text" }
M.root_markers = { "paravent.toml", ".obsidian", ".git" }

local modern = vim.lsp.enable ~= nil

-- What starts the server: vim.g.paravent_command (a path, or a list with arguments), else `paravent` on PATH.
function M.command()
  local own = vim.g.paravent_command
  if type(own) == "string" then
    return { own, "lsp" }
  end
  return own or { "paravent", "lsp" }
end

function M.config()
  return {
    cmd = M.command(),
    filetypes = M.filetypes,
    root_markers = M.root_markers,
    before_init = function(params)
      params.locale = params.locale or words.locale()
    end,
  }
end

-- Neovim 0.10: what vim.lsp.enable does in 0.11.
local function start_for(buffer)
  if vim.bo[buffer].buftype ~= "" or not vim.tbl_contains(M.filetypes, vim.bo[buffer].filetype) then
    return
  end
  local config = M.config()
  config.name = M.name
  config.root_dir = vim.fs.root(buffer, M.root_markers)
  vim.lsp.start(config, { bufnr = buffer })
end

-- Notes open now, and those opened later.
function M.enable()
  local group = vim.api.nvim_create_augroup("paravent_start", {})
  if modern then
    vim.lsp.enable(M.name)
    if vim.v.vim_did_enter == 0 then
      -- Loaded by the FileType of a note given on the command line, that note is not looked at again but for this.
      vim.api.nvim_create_autocmd("VimEnter", {
        group = group,
        callback = function()
          vim.lsp.enable(M.name)
        end,
      })
    end
    return
  end
  vim.api.nvim_create_autocmd("FileType", {
    group = group,
    pattern = M.filetypes,
    callback = function(event)
      start_for(event.buf)
    end,
  })
  for _, buffer in ipairs(vim.api.nvim_list_bufs()) do
    if vim.api.nvim_buf_is_loaded(buffer) then
      start_for(buffer)
    end
  end
end

-- The running client of a buffer, if there is one.
function M.client(buffer)
  for _, client in ipairs(vim.lsp.get_clients({ bufnr = buffer, name = M.name })) do
    if client.initialized and not M.call(client, "is_stopped") then
      return client
    end
  end
end

-- client:method(…), as each version of Neovim wants it.
function M.call(client, method, ...)
  if modern then
    return client[method](client, ...)
  end
  return client[method](...)
end

function M.document(buffer)
  return { textDocument = { uri = vim.uri_from_bufnr(buffer) } }
end

-- Asks without waiting. `done(error message or nil, result)` is called once, unless the server ends before it answers.
function M.ask(client, buffer, method, params, done)
  return M.call(client, "request", method, params, function(problem, result)
    done(problem and (problem.message or ""), result)
  end, buffer)
end

local method_not_found = -32601

-- Asks and waits. Gives the result, or nil and "unknown" (this server has no such method), "error" or "silence".
function M.ask_now(client, buffer, method, params, milliseconds)
  local asked, answer = pcall(M.call, client, "request_sync", method, params, milliseconds, buffer)
  if not asked or not answer then
    return nil, "silence"
  end
  if answer.err then
    return nil, answer.err.code == method_not_found and "unknown" or "error"
  end
  return answer.result
end

function M.restart()
  local old = vim.lsp.get_clients({ name = M.name })
  for _, client in ipairs(old) do
    M.call(client, "stop", true)
  end
  vim.wait(2000, function()
    return #vim.lsp.get_clients({ name = M.name }) == 0
  end, 10)
  M.enable()
end

return M
