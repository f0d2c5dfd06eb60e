-- :checkhealth paravent. Names no note: the report may be pasted into a bug report.
local server = require("paravent.server")
local words = require("paravent.words")
local M = {}

local health = vim.health
local patience_ms = 5000

-- Runs the program; its output, or nil.
local function run(arguments, folder)
  local environment = { LC_ALL = "en_US.UTF-8" } -- fixed, to be read here
  local started, process = pcall(vim.system, arguments, { text = true, cwd = folder, env = environment })
  local done = started and process:wait(patience_ms)
  return done and done.code == 0 and done.stdout or nil
end

-- The path of the program, or nil.
local function examine_program()
  local command = server.command()[1]
  local program = vim.fn.exepath(command)
  if program == "" then
    health.error(
      words.pick({ "le programme n’est pas trouvé : ", "the program is not found: " }) .. command,
      words.pick({
        "installez « paravent » dans le PATH, ou : let g:paravent_command = '/chemin/de/paravent'",
        "install “paravent” on the PATH, or: let g:paravent_command = '/path/to/paravent'",
      })
    )
    return nil
  end
  local version = run({ program, "version" })
  if version then
    health.ok(words.pick({ "programme : ", "program: " }) .. vim.trim(version))
  else
    health.error(words.pick({
      "le programme est trouvé mais ne donne pas sa version",
      "the program is found but does not tell its version",
    }))
  end
  return program
end

-- The notes to which the server is attached.
local function examine_server()
  local buffers = {}
  for _, client in ipairs(vim.lsp.get_clients({ name = server.name })) do
    vim.list_extend(buffers, vim.tbl_keys(client.attached_buffers))
  end
  if #buffers > 0 then
    health.ok(words.pick({ "notes suivies : %d", "notes followed: %d" }):format(#buffers))
  else
    health.warn(
      words.pick({ "aucune note ouverte n’est suivie", "no open note is followed" }),
      words.pick({
        "ouvrez une note (filetype markdown ou text), puis « :Paravent restart » si rien ne change",
        "open a note (filetype markdown or text), then “:Paravent restart” if nothing changes",
      })
    )
  end
  return buffers
end

local promises = {
  warn = { "les notes sont enregistrées telles quelles", "notes are saved as they are" },
  twin = { "chaque enregistrement écrit aussi un double à partager", "each save also writes a twin to share" },
  ["in-place"] = { "la note sur le disque porte des alias", "the note on disk bears aliases" },
  strict = {
    "un enregistrement qui écrirait des données personnelles est refusé",
    "a save that would write personal data is refused",
  },
}

local function examine_policy(program, buffers)
  local name = buffers[1] and vim.api.nvim_buf_get_name(buffers[1]) or ""
  local folder = name ~= "" and vim.fs.dirname(name) or vim.uv.cwd()
  local report = run({ program, "doctor" }, vim.fn.isdirectory(folder) == 1 and folder or nil)
  local mode = report and report:match("on save: ([%w-]+)")
  if mode and promises[mode] then
    health.ok(words.pick({ "à l’enregistrement : ", "on save: " }) .. mode .. ", " .. words.pick(promises[mode]))
    health.info(words.pick({
      "l’en-tête d’une note peut demander plus",
      "the front matter of a note may ask for more",
    }))
  else
    health.warn(
      words.pick({ "le réglage n’a pas pu être lu", "the setting could not be read" }),
      words.pick({ "lancez « paravent doctor » dans le dossier des notes", "run “paravent doctor” in the folder of the notes" })
    )
  end
end

-- Is that option on, for a note or for the notes to come?
local function is_on(option, buffers)
  for _, buffer in ipairs(buffers) do
    if vim.bo[buffer][option] then
      return true
    end
  end
  return #buffers == 0 and vim.go[option]
end

local function examine_copy(kept, option, what, advice)
  if kept then
    health.warn(("'%s': "):format(option) .. words.pick(what), advice)
  else
    health.ok(("'%s'"):format(option))
  end
end

local notes_only = "autocmd FileType markdown,text setlocal noswapfile noundofile"

-- Registers, searches and commands of a session, kept by default.
local function keeps_registers()
  local shada = vim.o.shada
  if shada == "" or vim.o.shadafile == "NONE" then
    return false
  end
  for _, kept in ipairs({ "<", "/", ":", "@" }) do
    if not shada:match("^" .. kept .. "0") and not shada:match("," .. kept .. "0") then
      return true
    end
  end
  return false
end

local function examine_copies(buffers)
  examine_copy(is_on("swapfile", buffers), "swapfile", {
    "le texte tapé est copié hors du dossier des notes avant tout enregistrement",
    "what is typed is copied outside the notes’ folder before any save",
  }, notes_only)
  examine_copy(is_on("undofile", buffers), "undofile", {
    "les textes effacés ou remplacés restent sur le disque",
    "texts deleted or replaced stay on disk",
  }, notes_only)
  examine_copy(vim.o.backup, "backup", {
    "la version précédente de chaque note reste sur le disque",
    "the previous version of each note stays on disk",
  }, "set nobackup")
  examine_copy(vim.o.writebackup, "writebackup", {
    "la version précédente est copiée le temps de l’enregistrement ; elle reste si la machine s’arrête alors",
    "the previous version is copied during a save; it stays if the machine stops then",
  }, "set nowritebackup")
  examine_copy(keeps_registers(), "shada", {
    "le texte copié, les recherches et les commandes restent sur le disque",
    "yanked text, searches and commands stay on disk",
  }, "set shada='0,<0,/0,:0,@0,f0,h")
  if vim.v.this_session ~= "" then
    health.warn(
      words.pick({
        "une session est en cours (:mksession) : son fichier porte les noms de vos notes",
        "a session is in use (:mksession): its file bears the names of your notes",
      }),
      words.pick({ "gardez-le avec les notes, ou supprimez-le", "keep it with the notes, or delete it" })
    )
  else
    health.ok("session")
  end
end

local saving = { "CursorHold", "CursorHoldI", "InsertLeave", "TextChanged", "TextChangedI", "FocusLost", "BufLeave", "WinLeave" }

local writing = { w = true, write = true, wa = true, wall = true, up = true, update = true }

local function saves(command)
  for part in command:gmatch("[^|]+") do
    if writing[part:gsub("^[%s:]+", ""):gsub("^sil%a*!?%s+", ""):match("^%a*")] then
      return true
    end
  end
  return false
end

-- An autocommand without ++nested sets off no other one, so the guard of strict mode and the twin are left out.
local function examine_autosave()
  for _, auto in ipairs(vim.api.nvim_get_autocmds({ event = saving })) do
    if saves(auto.command or "") then
      health.info(words.pick({
        "un enregistrement automatique (%s) existe : il doit porter ++nested pour que Paravent puisse le refuser",
        "there is an automatic save (%s): it must bear ++nested so that Paravent can refuse it",
      }):format(auto.event))
      return
    end
  end
end

function M.check()
  health.start("Paravent")
  local program = examine_program()
  local buffers = examine_server()
  if program then
    examine_policy(program, buffers)
  end
  health.start(words.pick({ "Paravent : copies de vos notes gardées par Neovim", "Paravent: copies of your notes kept by Neovim" }))
  examine_copies(buffers)
  examine_autosave()
end

return M
