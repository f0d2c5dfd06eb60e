// The commands of `paravent`. Each returns the exit code of the process: 0 nothing to say, 1 something found,
// 2 an input failed.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "policy/policy.hpp"
#include "text/language.hpp"

namespace paravent::cli {

enum class Format { Text, JsonLines, Sarif };

struct CheckOptions {
  std::vector<std::string> inputs;  // files, folders, "-"
  Format format = Format::Text;
  bool hints = false;
  bool explain = false;
};

struct AnonymiseOptions {
  std::vector<std::string> inputs;
  std::optional<policy::Style> style;  // else the policy's
  std::string out_folder;              // --out
  bool write = false;                  // --write: in the files themselves
  bool ephemeral = false;              // without the vault
  std::optional<int> passphrase_descriptor;
};

struct RestoreOptions {
  std::vector<std::string> inputs;
  std::string folder;  // --folder: whose aliases; else that of each file
  bool write = false;
  std::optional<int> passphrase_descriptor;
};

struct VaultOptions {
  std::vector<std::string> words;  // the action and what it takes
  std::string folder;              // --folder: a client folder, else the current one
  bool everywhere = false;         // --everywhere: declared for all folders
  bool force = false;              // --force: a backup although the vault is sound
  bool by_recovery_key = false;
  std::optional<int> passphrase_descriptor;
};

struct RiskOptions {
  std::vector<std::string> inputs;
  bool json = false;
  bool anonymised = false;  // the copy that `anonymise` would write
};

struct LspOptions {
  std::string log_file;           // "-" is stderr, "" is no log
  std::string position_encoding;  // "utf-8", "utf-16", "utf-32" or "" to negotiate
};

int check(const CheckOptions& options, text::Language language);
int anonymise(const AnonymiseOptions& options, text::Language language);
int restore(const RestoreOptions& options, text::Language language);
int vault(const VaultOptions& options, text::Language language);
int risk(const RiskOptions& options, text::Language language);
int init(const std::string& folder, text::Language language);
int doctor(const std::vector<std::string>& inputs, text::Language language);
int lsp(const LspOptions& options, text::Language language);
int version();

}  // namespace paravent::cli
