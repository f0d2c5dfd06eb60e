#include "cli/commands.hpp"
#include "cli/input.hpp"
#include "lsp-server/serve.hpp"
#include "lsp-server/stdio_transport.hpp"
#include "lsp-vault/user_vault.hpp"

namespace paravent::cli {
namespace {

std::optional<text::PositionEncoding> encoding_of(std::string_view name) {
  if (name == "utf-8") return text::PositionEncoding::Utf8;
  if (name == "utf-16") return text::PositionEncoding::Utf16;
  if (name == "utf-32") return text::PositionEncoding::Utf32;
  return std::nullopt;  // negotiated with the client
}

}  // namespace

int lsp(const LspOptions& options, text::Language language) {
  lsp::Options server;
  server.encoding = encoding_of(options.position_encoding);
  server.aliases = std::make_shared<lsp_vault::UserVault>();
  if (options.log_file == "-") {
    server.log = lsp::log_to_stderr();
  } else if (!options.log_file.empty()) {
    auto log = lsp::log_to_file(options.log_file);
    if (!log) {
      tell(log.failure(), language);
      return 2;
    }
    server.log = *log;
  }
  const auto transport = lsp::take_stdio();
  if (!transport) {
    tell({"l’entrée et la sortie standard sont fermées : lancez « paravent lsp » depuis un éditeur.",
          "standard input and output are closed: start “paravent lsp” from an editor."},
         language);
    return 2;
  }
  return lsp::serve(*transport, server);
}

}  // namespace paravent::cli
