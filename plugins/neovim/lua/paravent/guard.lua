-- Strict mode: a save that the server does not allow is refused. Whether a note is in strict mode is the server's to say;
-- it allows every save of a note that is not.
--
-- A save is stopped by interrupt() in autoload/paravent.vim. A `throw` would do for `:w`, but `:silent! w`, which most
-- autosave settings use, swallows it and writes the file.
local server = require("paravent.server")
local words = require("paravent.words")
local M = {}

-- LSP gives Neovim's own save requests a second too.
local patience_ms = 1000

-- By buffer: `relaxed`, the server said last that the note is not in strict mode; `stamp`, the file when
-- it was last read or written with our knowledge.
local notes = {}

local function stamp(buffer)
  local file = vim.uv.fs_stat(vim.api.nvim_buf_get_name(buffer))
  return file and ("%d.%d %d"):format(file.mtime.sec, file.mtime.nsec, file.size) or ""
end

local function is_verdict(answer)
  return type(answer) == "table" and type(answer.allowed) == "boolean"
end

-- Fail closed: only an answer that says so makes a note not strict.
local function remember(note, verdict)
  note.relaxed = verdict.strict == false
end

-- `reason`: a sentence. Said after the command that was stopped has ended: what is printed during it would be lost.
local function explain(reason)
  local sentence = words.say("way_out", reason)
  vim.schedule(function()
    vim.notify(sentence, vim.log.levels.ERROR)
  end)
end

-- For a failure of the guard or of the server.
local function explain_failure(key)
  explain(words.say("refused", words.say(key)))
end

-- May this buffer be written? Anything but a clear yes is a no, and is explained.
function M.may_write(buffer)
  local note = notes[buffer] or {}
  local client = server.client(buffer)
  local verdict, problem
  if client then
    verdict, problem = server.ask_now(client, buffer, "paravent/mayWrite", server.document(buffer), patience_ms)
  end
  if is_verdict(verdict) then
    remember(note, verdict)
    if not verdict.allowed then
      local message = verdict.message
      explain(type(message) == "string" and message ~= "" and message or words.say("refused", words.say("no_verdict")))
    end
    return verdict.allowed
  end
  -- A note known not to be strict, or a server older than strict mode: nothing was promised about this save.
  if note.relaxed or problem == "unknown" then
    return true
  end
  explain_failure(not client and "guard_stopped" or problem == "silence" and "no_answer" or "no_verdict")
  return false
end

-- For a failure of the guard itself.
function M.explain_failure()
  explain_failure("no_verdict")
end

local function learn(buffer)
  local client = server.client(buffer)
  if client then
    server.ask(client, buffer, "paravent/mayWrite", server.document(buffer), function(problem, verdict)
      if not problem and is_verdict(verdict) and notes[buffer] then
        remember(notes[buffer], verdict)
      end
    end)
  end
end

-- After a save that no autocommand saw: the server is told, checks what the mode promises and says what it finds; why it was not
-- prevented is said here.
local function after_unseen_save(buffer)
  local client = server.client(buffer)
  if not client then
    return
  end
  server.ask(client, buffer, "paravent/mayWrite", server.document(buffer), function(problem, verdict)
    if not problem and is_verdict(verdict) and not verdict.allowed then
      words.tell("WARN", "saved_unseen")
    end
  end)
  server.call(client, "notify", "textDocument/didSave", server.document(buffer))
end

-- Called for each buffer to which the server attaches.
function M.watch(buffer)
  if notes[buffer] then
    learn(buffer)
    return
  end
  notes[buffer] = { stamp = stamp(buffer) }
  local group = vim.api.nvim_create_augroup("paravent_guard_" .. buffer, {})
  local function on(events, work)
    vim.api.nvim_create_autocmd(events, { group = group, buffer = buffer, callback = work })
  end
  vim.cmd.runtime({ "autoload/paravent.vim", bang = true })
  vim.api.nvim_create_autocmd({ "BufWritePre", "FileWritePre", "FileAppendPre" }, {
    group = group,
    buffer = buffer,
    command = "call paravent#guard(" .. buffer .. ")",
  })
  on({ "BufReadPost", "BufWritePost", "FileChangedShellPost" }, function()
    notes[buffer].stamp = stamp(buffer)
  end)
  on({ "BufModifiedSet", "BufEnter" }, function()
    local now = not vim.bo[buffer].modified and stamp(buffer)
    if now and now ~= notes[buffer].stamp then
      notes[buffer].stamp = now
      after_unseen_save(buffer)
    end
  end)
  on("BufWipeout", function()
    notes[buffer] = nil
    vim.api.nvim_del_augroup_by_id(group)
  end)
  learn(buffer)
end

function M.is_watched(buffer)
  return notes[buffer] ~= nil
end

return M
