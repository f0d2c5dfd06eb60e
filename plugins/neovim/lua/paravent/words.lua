-- Everything the plugin says to people, in both languages. What concerns the text of a note is said by the server.
local M = {}

local words = {
  no_server = {
    "Paravent ne suit pas cette note : son serveur n’est pas en marche. « :checkhealth paravent » dit pourquoi, "
      .. "« :Paravent restart » le relance.",
    "Paravent does not follow this note: its server is not running. “:checkhealth paravent” says why, "
      .. "“:Paravent restart” starts it again.",
  },
  refused = { "Enregistrement refusé. %s", "Save refused. %s" },
  way_out = {
    "%s Votre texte reste dans l’éditeur. Pour l’enregistrer sans cette vérification : :noautocmd w",
    "%s Your text stays in the editor. To save it without this check: :noautocmd w",
  },
  no_answer = {
    "Paravent n’a pas répondu en une seconde : la note n’a pas pu être vérifiée.",
    "Paravent did not answer within a second: the note could not be checked.",
  },
  no_verdict = {
    "Paravent n’a pas pu vérifier la note.",
    "Paravent could not check the note.",
  },
  guard_stopped = {
    "Le serveur de Paravent ne tourne plus : la note n’a pas pu être vérifiée (« :Paravent restart » le relance).",
    "Paravent’s server no longer runs: the note could not be checked (“:Paravent restart” starts it again).",
  },
  saved_unseen = {
    "Paravent n’a pas pu empêcher cet enregistrement (:noautocmd, ou un enregistrement automatique sans « ++nested »).",
    "Paravent could not prevent this save (:noautocmd, or an automatic save without “++nested”).",
  },
  not_offered = {
    "Cette version du serveur de Paravent n’offre pas encore cela : %s.",
    "This version of Paravent’s server does not offer this yet: %s.",
  },
  lens = { "résumé au-dessus de la note", "summary above the note" },
  hints = { "indications dans le texte", "hints in the text" },
  on = { "Paravent affiche : %s.", "Paravent shows: %s." },
  off = { "Paravent n’affiche plus : %s.", "Paravent no longer shows: %s." },
  preview_title = { " Aperçu · remplacements : %s · style : %s ", " Preview · replacements: %s · style: %s " },
  preview_failed = { " Pas d’aperçu ", " No preview " },
  no_preview = {
    "L’aperçu n’a pas pu être préparé. %s",
    "The preview could not be prepared. %s",
  },
  copied = { "Copié sans les noms (remplacements : %s).", "Copied without the names (replacements: %s)." },
  not_copied = { "Rien n’a été copié. %s", "Nothing was copied. %s" },
  not_pasted = { "Rien n’a été collé. %s", "Nothing was pasted. %s" },
  leftovers = {
    "Alias dont rien ne dit de qui ils sont : %s.",
    "Aliases of which nothing tells whose they are: %s.",
  },
  restarted = { "Le serveur de Paravent est relancé.", "Paravent’s server is started again." },
  unknown = { "Paravent ne connaît pas « %s ». Il y a : %s.", "Paravent does not know “%s”. There is: %s." },
  one_name = { "1 nom", "1 name" },
  many_names = { "%d noms", "%d names" },
  one_other = { "1 autre passage", "1 other passage" },
  many_others = { "%d autres passages", "%d other passages" },
  title = { "Paravent : %s", "Paravent: %s" },
  nothing = { "rien", "nothing" },
  unchecked = { "note non vérifiée", "note not checked" },
  stopped = { "arrêté", "stopped" },
}

-- "fr_FR.UTF-8" → "fr-FR". Neovim sends no locale of its own accord, and the server's words follow it.
function M.locale()
  for _, name in ipairs({ vim.env.LC_ALL, vim.env.LC_MESSAGES, vim.env.LANG, vim.v.lang }) do
    if name and name ~= "" then
      return (name:gsub("[%.@].*$", ""):gsub("_", "-"))
    end
  end
  return ""
end

-- English where the locale is English, else French, as the server and the command line do.
function M.english()
  return M.locale():lower():match("^en") ~= nil
end

-- One of two wordings, French first.
function M.pick(both)
  return both[M.english() and 2 or 1]
end

-- The sentence of that key, its holes filled.
function M.say(key, ...)
  return M.pick(words[key]):format(...)
end

function M.tell(level, key, ...)
  vim.notify(M.say(key, ...), vim.log.levels[level])
end

return M
