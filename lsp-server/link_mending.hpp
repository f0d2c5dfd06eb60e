// Mending links needs the text of all notes: those of the open ones are gathered from their workers, the
// others are read from disk. The last worker to let go does the work.
#pragma once

#include <filesystem>
#include <functional>
#include <map>
#include <string>
#include <vector>

#include "lsp-server/draft.hpp"
#include "lsp-server/features/workspace_edit.hpp"
#include "lsp-server/reply.hpp"
#include "lsp-server/session.hpp"
#include "workspace/moved_notes.hpp"

namespace paravent::lsp {

class LinkMending {
 public:
  // `then` sends the answer.
  using Then = std::function<void(LinkMending&, Reply&)>;
  LinkMending(Session& session, Reply reply, Then then)
      : session_(session), reply_(std::move(reply)), then_(std::move(then)) {}
  ~LinkMending();
  LinkMending(const LinkMending&) = delete;
  LinkMending& operator=(const LinkMending&) = delete;

  bool settled() const { return reply_.settled() || session_.ending; }
  // On the worker of an open document.
  void add(const Draft& draft);

  // Of all notes, once all have been added. Tells the user of notes that could not be read.
  std::vector<EditedNote> mended(const std::vector<workspace::FileMove>& moves) const;

 private:
  struct Open {
    std::string uri;
    std::int64_t version = 0;
  };

  Session& session_;
  Reply reply_;
  Then then_;
  Mutex lock_;
  workspace::KnownTexts texts_;                 // guarded by lock_
  std::map<std::filesystem::path, Open> open_;  // guarded by lock_
};

}  // namespace paravent::lsp
