-- Text that leaves a note without its names and comes back with them: the clipboard is where an assistant's window is.
local server = require("paravent.server")
local words = require("paravent.words")
local M = {}

-- The client, or nil after saying that there is none.
local function client_of(buffer)
  local client = server.client(buffer)
  if not client then
    words.tell("ERROR", "no_server")
  end
  return client
end

local function warn(problem)
  vim.notify(problem, vim.log.levels.WARN)
end

-- Whole lines, as commands have them.
local function lines(first, last)
  return { start = { line = first - 1, character = 0 }, ["end"] = { line = last, character = 0 } }
end

-- The unnamed register always; the clipboard where there is one.
local function put(text)
  vim.fn.setreg('"', text)
  pcall(vim.fn.setreg, "+", text)
end

-- `call`: that of a user command; without a range the whole note.
function M.copy(call)
  local buffer = vim.api.nvim_get_current_buf()
  local client = client_of(buffer)
  if not client then
    return
  end
  local params = { uri = vim.uri_from_bufnr(buffer) }
  if call and call.range and call.range > 0 then
    params.range = lines(call.line1, call.line2)
  end
  server.ask(client, buffer, "paravent/copyAnonymised", params, function(problem, result)
    if problem or type(result) ~= "table" or type(result.text) ~= "string" then
      words.tell("ERROR", "not_copied", problem or "")
      return
    end
    put(result.text)
    words.tell("INFO", "copied", result.count or "?")
  end)
end

-- What lies on the clipboard, else in the unnamed register.
local function held()
  local got, text = pcall(vim.fn.getreg, "+")
  if got and text ~= "" then
    return text
  end
  return vim.fn.getreg('"')
end

-- Puts it behind the caret's line, names and all.
function M.paste()
  local buffer = vim.api.nvim_get_current_buf()
  local client = client_of(buffer)
  if not client then
    return
  end
  local params = { uri = vim.uri_from_bufnr(buffer), text = held() }
  server.ask(client, buffer, "paravent/restore", params, function(problem, result)
    if problem or type(result) ~= "table" or type(result.text) ~= "string" then
      words.tell("ERROR", "not_pasted", problem or "")
      return
    end
    local text = result.text:gsub("\r\n", "\n"):gsub("\n$", "")
    vim.api.nvim_put(vim.split(text, "\n"), "l", true, true)
    if #(result.leftovers or {}) > 0 then
      words.tell("WARN", "leftovers", table.concat(result.leftovers, ", "))
    end
  end)
end

-- The note as it was before the last save put aliases in it. The server sends the edits.
function M.undo()
  local buffer = vim.api.nvim_get_current_buf()
  local client = client_of(buffer)
  if not client then
    return
  end
  local params = { command = "paravent.undo", arguments = { { uri = vim.uri_from_bufnr(buffer) } } }
  server.ask(client, buffer, "workspace/executeCommand", params, function(problem)
    if problem then
      warn(problem)
    end
  end)
end

return M
