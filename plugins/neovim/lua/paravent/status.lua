-- « Paravent : 3 noms, 1 autre passage », from the diagnostics of a buffer.
local guard = require("paravent.guard")
local server = require("paravent.server")
local words = require("paravent.words")
local M = {}

local names = { PERSON = true, ORG = true, LOC = true, PROJECT = true }
-- By buffer, until its diagnostics change: a status line is drawn far more often than that.
local known = {}

local function counted(number, one, many)
  return number == 1 and words.say(one) or words.say(many, number)
end

local function summary(buffer)
  local named, others = 0, 0
  for _, found in ipairs(vim.diagnostic.get(buffer)) do
    if found.source == "Paravent" then
      if found.severity == vim.diagnostic.severity.ERROR then
        return words.say("unchecked")
      elseif found.severity == vim.diagnostic.severity.WARN then
        named = named + (names[found.code] and 1 or 0)
        others = others + (names[found.code] and 0 or 1)
      end
    end
  end
  local parts = {}
  if named > 0 then
    parts[1] = counted(named, "one_name", "many_names")
  end
  if others > 0 then
    parts[#parts + 1] = counted(others, "one_other", "many_others")
  end
  return #parts > 0 and table.concat(parts, ", ") or words.say("nothing")
end

-- Called when diagnostics change.
function M.forget(buffer)
  if known[buffer] then
    known[buffer] = nil
    vim.schedule(function()
      vim.cmd.redrawstatus({ bang = true })
    end)
  end
end

-- Empty where Paravent never was. `buffer`: 0 or nil for the current one.
function M.line(buffer)
  if not buffer or buffer == 0 then
    buffer = vim.api.nvim_get_current_buf()
  end
  if not server.client(buffer) then
    return guard.is_watched(buffer) and words.say("title", words.say("stopped")) or ""
  end
  known[buffer] = known[buffer] or words.say("title", summary(buffer))
  return known[buffer]
end

return M
