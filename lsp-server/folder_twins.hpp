// Twins of all notes of a client folder at once. Each is written whole or not at all, so it can be ended
// between any two.
#pragma once

#include <atomic>
#include <filesystem>
#include <string>
#include <vector>

#include "lsp-server/reply.hpp"
#include "lsp-server/session.hpp"

namespace paravent::lsp {

class FolderTwins {
 public:
  // Of the client folder that `path`, a note or a folder, belongs to. `token` of the client's progress, as
  // JSON, or empty.
  FolderTwins(Session& session, std::filesystem::path path, std::string token, Reply reply);

  void cancel() { cancelled_ = true; }
  // Writes them, answers, and tells the user how it went. Run away from the reader.
  void run();

 private:
  struct Failed {
    std::filesystem::path note;
    text::Failure why;
  };

  bool is_over() const { return cancelled_ || reply_.settled() || session_.ending; }
  void write_all(const std::vector<std::filesystem::path>& notes);
  void answer();
  std::string message() const;

  Session& session_;
  std::filesystem::path path_;
  std::string token_;
  Reply reply_;
  std::atomic<bool> cancelled_ = false;
  std::size_t notes_ = 0;  // without twins
  std::size_t written_ = 0;
  std::vector<Failed> failed_;
};

}  // namespace paravent::lsp
