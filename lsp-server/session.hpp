// What the whole server knows about its client: settled in initialize, before any document is opened, and
// read by every worker from then on.
#pragma once

#include <atomic>
#include <set>
#include <string>

#include "lsp-server/capabilities.hpp"
#include "lsp-server/log.hpp"
#include "lsp-server/outbox.hpp"
#include "lsp-server/sync.hpp"
#include "lsp-server/twin.hpp"
#include "text/language.hpp"
#include "text/result.hpp"

namespace paravent::lsp {

struct Session {
  Session(Outbox& out, Log& sink) : outbox(out), log(sink) {}

  Outbox& outbox;
  Log& log;
  ClientCapabilities client;
  text::PositionEncoding encoding = text::PositionEncoding::Utf16;
  text::Language language = text::Language::French;
  bool language_forced = false;           // by an option: a policy does not change it
  std::atomic<bool> inlay_hints = false;  // asked for by configuration
  std::atomic<bool> ending = false;       // nobody looks at diagnostics any more
  FolderKeys folder_keys;

  void tell(MessageType type, std::string_view message) { outbox.show_message(type, message); }
  // The same words are said once only.
  void tell_once(MessageType type, const std::string& message) {
    {
      const Guard guard(told_lock_);
      if (!told_.insert(message).second) return;
    }
    tell(type, message);
  }

 private:
  Mutex told_lock_;
  std::set<std::string> told_;  // guarded by told_lock_
};

inline std::string_view in(const text::Failure& failure, text::Language language) {
  return language == text::Language::English ? failure.en : failure.fr;
}

}  // namespace paravent::lsp
