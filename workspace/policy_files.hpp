// The policy of a note: the user's paravent.toml, then those of the folders above the note, outermost first;
// a folder only tightens.
#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "policy/policy.hpp"
#include "text/result.hpp"

namespace paravent::workspace {

// A remark on a policy file that was read all the same, as a line for the user.
struct FileRemark {
  std::filesystem::path file;
  policy::Remark remark;

  std::string in(text::Language language) const;  // "FILE:LINE: words"
};

struct NotePolicy {
  policy::Policy policy;
  std::vector<FileRemark> remarks;
  std::vector<std::filesystem::path> files;  // that were read, in order
};

// Where the user's own file is looked for; empty when the system names no home.
std::filesystem::path user_policy_file();

// A file that is there but cannot be read or understood is a failure: without it, what must be kept safe is
// not known.
text::Result<NotePolicy> policy_for_folder(const std::filesystem::path& folder);

}  // namespace paravent::workspace
