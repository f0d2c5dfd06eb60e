// What the whole server knows about its client: settled in initialize, before any document is opened, and
// read by every worker from then on.
#pragma once

#include <atomic>
#include <chrono>
#include <filesystem>
#include <set>
#include <string>
#include <vector>

#include "lsp-server/aliases.hpp"
#include "lsp-server/capabilities.hpp"
#include "lsp-server/log.hpp"
#include "lsp-server/outbox.hpp"
#include "lsp-server/refresh.hpp"
#include "lsp-server/save_edits.hpp"
#include "lsp-server/sync.hpp"
#include "lsp-server/twin.hpp"
#include "text/language.hpp"
#include "text/result.hpp"
#include "workspace/folder_names.hpp"

namespace paravent::lsp {

// What notes tell the others of their folder (workspace/folder_names.hpp), for all workers.
class FolderNames {
 public:
  std::vector<detect::KnownName> told_to(const std::filesystem::path& note) {
    const Guard guard(lock_);
    return names_.told_to(note);
  }

 private:
  Mutex lock_;
  workspace::FolderNames names_{workspace::FolderNames::Read::EachTime};  // guarded by lock_
};

struct Session {
  Session(Outbox& out, Log& sink) : outbox(out), log(sink), save_edits(out, client) {}

  Outbox& outbox;
  Log& log;
  ClientCapabilities client;
  text::PositionEncoding encoding = text::PositionEncoding::Utf16;
  text::Language language = text::Language::French;
  bool language_forced = false;                 // by an option: a policy does not change it
  std::atomic<bool> ending = false;             // nobody looks at diagnostics any more
  std::chrono::milliseconds caret_delay{2000};  // how long the word being typed is not underlined; 0: never
  std::atomic<bool> hints = true;  // of notes that are not open: findings that are only pointed out are shown
  FolderNames folder_names;
  Aliases* aliases = nullptr;               // none where there is no vault
  std::atomic<bool> vault_changed = false;  // by a command: every open note may be read in another way
  SaveEdits save_edits;

  // Diagnostics have changed without the text: a client that pulls is asked to pull again.
  void refresh_diagnostics() {
    if (client.pull_diagnostics && client.refresh_diagnostics && !ending) refresh_diagnostics_.ask();
  }
  // All that is shown has.
  void refresh_everything() {
    if (ending) return;
    refresh_diagnostics();
    if (client.refresh_inlay_hints) refresh_inlay_hints_.ask();
    if (client.refresh_code_lenses) refresh_code_lenses_.ask();
  }

  void tell(MessageType type, std::string_view message) { outbox.show_message(type, message); }
  // The same words are said once only.
  void tell_once(MessageType type, const std::string& message) {
    {
      const Guard guard(told_lock_);
      if (!told_.insert(message).second) return;
    }
    tell(type, message);
  }
  // What concerns many notes at once is said once; again after next_turn().
  void tell_in_turn(MessageType type, const std::string& message) {
    {
      const Guard guard(told_lock_);
      if (!told_in_turn_.insert(message).second) return;
    }
    tell(type, message);
  }
  void next_turn() {
    const Guard guard(told_lock_);
    told_in_turn_.clear();
  }

 private:
  Refresh refresh_diagnostics_{outbox, "workspace/diagnostic/refresh"};
  Refresh refresh_inlay_hints_{outbox, "workspace/inlayHint/refresh"};
  Refresh refresh_code_lenses_{outbox, "workspace/codeLens/refresh"};
  Mutex told_lock_;
  std::set<std::string> told_;          // guarded by told_lock_
  std::set<std::string> told_in_turn_;  // guarded by told_lock_
};

inline std::string_view in(const text::Failure& failure, text::Language language) {
  return language == text::Language::English ? failure.en : failure.fr;
}

}  // namespace paravent::lsp
