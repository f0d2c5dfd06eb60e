// The open documents, each with its worker. Touched by the reader only; a draft itself belongs to its worker.
#pragma once

#include <atomic>
#include <functional>
#include <map>
#include <memory>
#include <string>

#include "lsp-server/draft.hpp"
#include "lsp-server/session.hpp"
#include "lsp-server/worker.hpp"

namespace paravent::lsp {

class Documents {
 public:
  struct Entry;
  // Told, on the worker of a document, that a task was ended by an exception.
  using Failed = std::function<void(Entry&)>;
  struct Entry {
    Entry(Session& session, const std::string& uri, bool threads, const Failed& failed)
        : draft(session, uri), worker(make_worker(threads, [this, &failed] { failed(*this); })) {}

    Draft draft;
    std::atomic<unsigned> changes_waiting = 0;  // texts posted that the worker has not taken in yet
    bool open = true;                           // as the client sees it
    std::unique_ptr<Worker> worker;             // last: it ends its work before the draft goes
  };

  Documents(Session& session, bool threads, Failed failed)
      : session_(session), threads_(threads), failed_(std::move(failed)) {}

  // A document that was closed a moment ago keeps its worker, so that what is said about its two lives stays
  // in order.
  Entry& open(const std::string& uri);
  // Its last work has been posted; its thread ends with that.
  void close(Entry& entry);
  // Lets go of closed documents whose work is done.
  void sweep();
  Entry* find(const std::string& uri);  // nullptr when the client has not opened it
  template <class F>
  void for_each_open(F f) {
    for (auto& [uri, entry] : entries_) {
      if (entry->open) f(*entry);
    }
  }
  // Closed ones too, whose last work may not be done.
  template <class F>
  void for_each(F f) {
    for (auto& [uri, entry] : entries_) f(*entry);
  }
  // Waits until all work is done.
  void finish() { entries_.clear(); }

 private:
  Session& session_;
  bool threads_;
  Failed failed_;
  std::map<std::string, std::unique_ptr<Entry>, std::less<>> entries_;
};

}  // namespace paravent::lsp
