-- Starts the server for notes. No key is mapped: Neovim's own gra (quick fix), K (hover), ]d (next) do what they always do.
if vim.g.loaded_paravent then
  return
end
vim.g.loaded_paravent = true

if vim.fn.has("nvim-0.11") == 0 then
  vim.notify("Paravent demande Neovim 0.11 ou plus récent. / Paravent needs Neovim 0.11 or newer.", vim.log.levels.WARN)
  return
end

vim.lsp.enable("paravent")

vim.api.nvim_create_user_command("ParaventCheck", function()
  require("paravent").list()
end, { desc = "Paravent : les trouvailles de cette note / the findings of this note" })
