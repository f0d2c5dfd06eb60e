-- Starts the server for notes. No key is mapped: Neovim's own gra (quick fix), K (hover), ]d (next) do what they always do.
if vim.g.loaded_paravent then
  return
end
vim.g.loaded_paravent = true

if vim.fn.has("nvim-0.10") == 0 then
  vim.notify("Paravent demande Neovim 0.10 ou plus récent. / Paravent needs Neovim 0.10 or newer.", vim.log.levels.WARN)
  return
end

local group = vim.api.nvim_create_augroup("paravent", {})
vim.api.nvim_create_autocmd("LspAttach", {
  group = group,
  callback = function(event)
    local client = vim.lsp.get_client_by_id(event.data.client_id)
    if client and client.name == "paravent" then
      require("paravent.guard").watch(event.buf)
    end
  end,
})
vim.api.nvim_create_autocmd("DiagnosticChanged", {
  group = group,
  callback = function(event)
    require("paravent.status").forget(event.buf)
  end,
})

vim.api.nvim_create_user_command("Paravent", function(call)
  require("paravent.commands").run(call.args, call)
end, {
  nargs = "?",
  range = true,
  complete = function(lead)
    return require("paravent.commands").complete(lead)
  end,
  desc = "Paravent : vérifier, anonymiser, prévisualiser / check, anonymise, preview",
})
vim.api.nvim_create_user_command("ParaventCheck", function()
  require("paravent").list()
end, { desc = "Paravent : les trouvailles de cette note / the findings of this note" })

for name, action in pairs({ Copier = "copy", Copy = "copy", Coller = "paste", Paste = "paste", Annuler = "undo", Undo = "undo" }) do
  vim.api.nvim_create_user_command("Paravent" .. name, function(call)
    require("paravent.commands").run(action, call)
  end, {
    range = action == "copy",
    desc = "Paravent : " .. action,
  })
end

require("paravent.server").enable()
