// What a client shows of work that takes long, where it has given a token for it.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

#include "lsp-server/session.hpp"

namespace paravent::lsp {

// $/progress with a value that is JSON.
void send_progress(Session& session, std::string_view token, std::string_view value);

// Begins when it is made, ends when it goes. Nothing is sent without a token.
class Progress {
 public:
  // `token` is JSON, or empty.
  Progress(Session& session, std::string token, const text::Wording& title);
  ~Progress();
  Progress(const Progress&) = delete;
  Progress& operator=(const Progress&) = delete;

  void report(std::size_t done, std::size_t all);

 private:
  Session& session_;
  std::string token_;
};

}  // namespace paravent::lsp
