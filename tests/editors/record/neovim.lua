-- Saves a note by keys as a user of our plugin would, in the main loop: what runs under `nvim -l` never gets there.
-- Environment: RECORD_NOTE, RECORD_SESSION, RECORD_TO.
local session, record = vim.env.RECORD_SESSION, vim.env.RECORD_TO

local keys = {
  command = ":write<CR>",
  autowriteall = ":set nohidden autowriteall<CR>:edit " .. vim.env.RECORD_NOTE .. ".txt<CR>",
  -- What autosave plugins do. One that is not nested hides its writes from other autocommands.
  ["nested-autocommand"] = ":autocmd FocusLost * ++nested silent! wall<CR>:doautocmd FocusLost<CR>",
  autocommand = ":autocmd FocusLost * silent! wall<CR>:doautocmd FocusLost<CR>",
}

local function recorded(method)
  return vim.fn.filereadable(record) == 1 and table.concat(vim.fn.readfile(record)):find(method, 1, true) ~= nil
end

local function once(condition, tries, done)
  if condition() then
    done()
  elseif tries == 0 then
    vim.cmd("cquit 1")
  else
    vim.defer_fn(function()
      once(condition, tries - 1, done)
    end, 50)
  end
end

once(function()
  return recorded("textDocument/didOpen")
end, 200, function()
  vim.api.nvim_input("GoUne ligne de plus.<Esc>" .. keys[session])
  once(function()
    return recorded('"textDocument/didSave"')
  end, 200, function()
    vim.api.nvim_input(":qall!<CR>")
  end)
end)
