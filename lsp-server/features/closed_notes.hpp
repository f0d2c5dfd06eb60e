// Diagnostics of notes that no editor has open, for workspace/diagnostic.
#pragma once

#include <cstdint>
#include <filesystem>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "lsp-server/session.hpp"
#include "policy/policy.hpp"
#include "workspace/folder_names.hpp"
#include "workspace/policy_files.hpp"

namespace paravent::lsp {

// Reads and checks notes, and remembers of each only what tells that it need not be checked again. Lives on
// one worker.
class ClosedNotes {
 public:
  explicit ClosedNotes(Session& session) : session_(session) {}

  // A new round: policy files are read again, and what notes tell each other.
  void begin_round() {
    policies_.clear();
    folder_names_ = workspace::FolderNames(workspace::FolderNames::Read::Once);
  }

  // The report of one note, as JSON. Unchanged when the client holds the result `previous` of the same bytes
  // under the same policy. A note that cannot be read or checked gets one error that says so.
  std::string report(const std::filesystem::path& path, const std::string& uri, std::string_view previous);

 private:
  struct Known {
    std::uint64_t bytes_hash = 0;
    policy::Policy policy;
    std::vector<detect::KnownName> folder;
    bool hints = true;
    std::string result_id;
  };

  const policy::Policy& policy_of(const std::filesystem::path& note);
  std::string items_of(std::string_view bytes, const std::filesystem::path& path, const std::string& uri,
                       const policy::Policy& policy, detect::NamesFrom folder) const;

  Session& session_;
  workspace::FolderNames folder_names_{workspace::FolderNames::Read::Once};  // of this round
  std::map<workspace::Places, policy::Policy> policies_;  // by where notes lie, of this round
  std::map<std::string, Known, std::less<>> known_;       // by uri
};

}  // namespace paravent::lsp
