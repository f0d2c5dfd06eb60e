#include "lsp-server/documents.hpp"

namespace paravent::lsp {

Documents::Entry& Documents::open(const std::string& uri) {
  auto& entry = entries_[uri];
  if (entry == nullptr) entry = std::make_unique<Entry>(session_, uri, threads_, failed_);
  entry->open = true;
  return *entry;
}

void Documents::close(Entry& entry) {
  entry.open = false;
  entry.worker->rest();
}

Documents::Entry* Documents::find(const std::string& uri) {
  const auto found = entries_.find(uri);
  return found == entries_.end() || !found->second->open ? nullptr : found->second.get();
}

// Only the reader posts work, so an idle one stays idle.
void Documents::sweep() {
  std::erase_if(entries_, [](const auto& item) { return !item.second->open && item.second->worker->idle(); });
}

}  // namespace paravent::lsp
