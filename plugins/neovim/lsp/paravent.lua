-- What vim.lsp.enable("paravent") starts. Override any of it with vim.lsp.config("paravent", { … }).
return require("paravent").server_config()
