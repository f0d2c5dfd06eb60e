// One call of `paravent vault`: the action, what it was given, and the folder that it is about.
#pragma once

#include <string>
#include <vector>

#include "cli/commands.hpp"
#include "cli/vault_door.hpp"
#include "clients/folder.hpp"
#include "clients/session.hpp"
#include "text/result.hpp"
#include "text/wording.hpp"

namespace paravent::cli {

class VaultCall {
 public:
  VaultCall(const VaultOptions& options, text::Language language) : options_(options), language_(language) {}

  text::Language language() const { return language_; }
  Door door() const { return {language_, options_.passphrase_descriptor, options_.by_recovery_key, true}; }
  bool everywhere() const { return options_.everywhere; }
  bool force() const { return options_.force; }

  // What stands behind the action.
  std::size_t size() const { return options_.words.size() - 1; }
  const std::string& argument(std::size_t at) const { return options_.words[at + 1]; }
  std::vector<std::string> arguments_from(std::size_t at) const {
    return {options_.words.begin() + static_cast<std::ptrdiff_t>(at) + 1, options_.words.end()};
  }

  text::Result<clients::Session> open(WithoutVault then = WithoutVault::Fail) const {
    return open_vault(door(), then);
  }
  // The client folder of --folder, or of the current one.
  text::Result<clients::Folder> folder() const { return folder_at(options_.folder); }
  // The same for actions that only look: nothing is made. A folder that the vault cannot know has no id, and
  // nothing is known of it.
  clients::Folder known_folder() const { return known_folder_at(options_.folder); }
  clients::Folder known_folder_or(std::size_t at) const {
    return known_folder_at(at < size() ? argument(at) : options_.folder);
  }

  std::string say(const text::Wording& words, std::initializer_list<std::string_view> arguments = {}) const {
    return text::fill(words, language_, arguments) + "\n";
  }

 private:
  text::Result<clients::Folder> folder_at(const std::string& given) const {
    return clients::folder_of(note_in(given), language_);
  }
  static clients::Folder known_folder_at(const std::string& given) {
    return clients::known_folder_of(note_in(given)).value_or(clients::Folder{});
  }
  static std::filesystem::path note_in(const std::string& folder) {
    return std::filesystem::path(folder.empty() ? "." : folder) / "-";
  }

  const VaultOptions& options_;
  text::Language language_;
};

text::Failure vault_failure(const text::Wording& words, std::string_view argument = {});

// Each gives what is to be printed.
using VaultAction = text::Result<std::string> (*)(const VaultCall&);

// Who stands for whom: vault_entries.cpp
text::Result<std::string> vault_list(const VaultCall& call);
text::Result<std::string> vault_rename(const VaultCall& call);
text::Result<std::string> vault_merge(const VaultCall& call);
text::Result<std::string> vault_split(const VaultCall& call);
text::Result<std::string> vault_forget(const VaultCall& call);
text::Result<std::string> vault_forget_folder(const VaultCall& call);

// What the coach says beforehand: vault_people.cpp
text::Result<std::string> vault_declare(const VaultCall& call);
text::Result<std::string> vault_declared(const VaultCall& call);
text::Result<std::string> vault_ignore(const VaultCall& call);
text::Result<std::string> vault_stop_ignoring(const VaultCall& call);

// The vault as a whole: vault_keys.cpp
text::Result<std::string> vault_status(const VaultCall& call);
text::Result<std::string> vault_create(const VaultCall& call);
text::Result<std::string> vault_check(const VaultCall& call);
text::Result<std::string> vault_recovery_key(const VaultCall& call);
text::Result<std::string> vault_passphrase(const VaultCall& call);
text::Result<std::string> vault_use(const VaultCall& call);
text::Result<std::string> vault_export(const VaultCall& call);
text::Result<std::string> vault_import(const VaultCall& call);
text::Result<std::string> vault_restore_backup(const VaultCall& call);

// What guards the vault, for `doctor` and `vault status`; nothing when there is none.
std::optional<text::Result<store::KeySource>> guard_of_vault();
const text::Wording& words_of(store::KeySource source);

}  // namespace paravent::cli
