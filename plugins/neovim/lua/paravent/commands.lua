-- :Paravent WHAT
local server = require("paravent.server")
local words = require("paravent.words")
local M = {}

local function check()
  vim.diagnostic.setloclist({ title = "Paravent" })
end

-- Asks the server for something about this note. It sends the edits, or says why there are none.
local function execute(command)
  local buffer = vim.api.nvim_get_current_buf()
  local client = server.client(buffer)
  if not client then
    words.tell("ERROR", "no_server")
    return
  end
  local params = { command = command, arguments = { { uri = vim.uri_from_bufnr(buffer) } } }
  server.ask(client, buffer, "workspace/executeCommand", params, function(problem)
    if problem then
      vim.notify(problem, vim.log.levels.WARN)
    end
  end)
end

local actions = {
  check = check,
  -- As one change that one undo takes back.
  anonymise = function()
    execute("paravent.anonymise")
  end,
  folder = function()
    execute("paravent.anonymiseFolder")
  end,
  rename = function()
    execute("paravent.renameNote")
  end,
  preview = function()
    require("paravent.preview").open()
  end,
  copy = function(call)
    require("paravent.exchange").copy(call)
  end,
  paste = function()
    require("paravent.exchange").paste()
  end,
  undo = function()
    require("paravent.exchange").undo()
  end,
  lens = function()
    require("paravent.toggles").lens()
  end,
  hints = function()
    require("paravent.toggles").hints()
  end,
  health = function()
    vim.cmd.checkhealth("paravent")
  end,
  restart = function()
    server.restart()
    words.tell("INFO", "restarted")
  end,
}

local function all()
  local list = vim.tbl_keys(actions)
  table.sort(list)
  return list
end

function M.complete(lead)
  return vim.tbl_filter(function(name)
    return vim.startswith(name, lead)
  end, all())
end

-- `name`: what follows :Paravent; nothing is the same as check. `call`: the whole call, where there is one.
function M.run(name, call)
  local action = actions[name == "" and "check" or name]
  if action then
    action(call)
  else
    words.tell("ERROR", "unknown", name, table.concat(all(), ", "))
  end
end

return M
