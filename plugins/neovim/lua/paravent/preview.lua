-- What the note would look like anonymised, in a window beside it. Nothing is written: the buffer has no file and no swap file.
local server = require("paravent.server")
local words = require("paravent.words")
local M = {}

local pause_ms = 150

-- By note: the buffer that shows its preview.
local shown = {}

local function show(preview, title, text)
  if not vim.api.nvim_buf_is_valid(preview) then
    return
  end
  vim.bo[preview].modifiable = true
  vim.api.nvim_buf_set_lines(preview, 0, -1, false, vim.split(text:gsub("\r\n", "\n"):gsub("\n$", ""), "\n"))
  vim.bo[preview].modifiable = false
  for _, window in ipairs(vim.fn.win_findbuf(preview)) do
    vim.wo[window].winbar = title:gsub("%%", "%%%%")
  end
end

-- An old preview beside a new text would mislead, so a failure takes its place.
local function show_failure(preview, why)
  show(preview, words.say("preview_failed"), words.say("no_preview", why))
end

function M.refresh(note)
  local preview = shown[note]
  local client = server.client(note)
  if not preview then
    return
  elseif not client then
    show_failure(preview, words.say("no_server"))
    return
  end
  server.ask(client, note, "paravent/preview", server.document(note), function(problem, result)
    if problem or type(result) ~= "table" or type(result.text) ~= "string" then
      show_failure(preview, problem or "")
    else
      show(preview, words.say("preview_title", result.count or "?", result.style or "?"), result.text)
    end
  end)
end

-- Refreshes a moment after the last change.
local function follow(note, preview)
  local group = vim.api.nvim_create_augroup("paravent_preview_" .. note, {})
  local latest = 0
  vim.api.nvim_create_autocmd({ "TextChanged", "TextChangedI", "TextChangedP" }, {
    group = group,
    buffer = note,
    callback = function()
      latest = latest + 1
      local mine = latest
      vim.defer_fn(function()
        if mine == latest then
          M.refresh(note)
        end
      end, pause_ms)
    end,
  })
  vim.api.nvim_create_autocmd("BufWipeout", {
    group = group,
    buffer = preview,
    callback = function()
      shown[note] = nil
      vim.api.nvim_del_augroup_by_id(group)
    end,
  })
  vim.api.nvim_create_autocmd("BufWipeout", {
    group = group,
    buffer = note,
    callback = vim.schedule_wrap(function()
      if vim.api.nvim_buf_is_valid(preview) then
        vim.api.nvim_buf_delete(preview, { force = true })
      end
    end),
  })
end

-- Opens the preview of the current note, or refreshes it.
function M.open()
  local note = vim.api.nvim_get_current_buf()
  if not server.client(note) then
    words.tell("ERROR", "no_server")
    return
  end
  if not shown[note] then
    local preview = vim.api.nvim_create_buf(false, true)
    vim.bo[preview].bufhidden = "wipe"
    vim.bo[preview].undolevels = -1
    vim.bo[preview].modifiable = false
    local window = vim.api.nvim_open_win(preview, false, { split = "right", win = 0 })
    vim.wo[window].wrap = true
    vim.wo[window].linebreak = true
    vim.bo[preview].filetype = "markdown"
    shown[note] = preview
    follow(note, preview)
  end
  M.refresh(note)
end

return M
