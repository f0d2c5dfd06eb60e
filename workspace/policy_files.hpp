// The policy of a note: the user's paravent.toml, then those of the folders above the note, outermost first,
// then its own front matter; folders and notes only tighten.
#pragma once

#include <filesystem>
#include <string>
#include <string_view>
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

// By its name, wherever it lies.
bool is_policy_file(const std::filesystem::path& file);

// Where the user's own file is looked for; empty when the system names no home.
std::filesystem::path user_policy_file();

// A file that is there but cannot be read or understood is a failure, in all that follows: without it, what
// must be kept safe is not known.

// The user's own file alone: what still holds when a folder's file is broken.
text::Result<NotePolicy> user_policy();

// The folders whose files, and those above, hold for a note: where it is looked at, and where it really lies
// when links lead there. Each can tighten.
using Places = std::vector<std::filesystem::path>;
Places places_of_folder(const std::filesystem::path& folder);
Places places_of_note(const std::filesystem::path& note);  // which need not be there yet

text::Result<NotePolicy> policy_for_places(const Places& places);
text::Result<NotePolicy> policy_for_folder(const std::filesystem::path& folder);  // places_of_folder

// The policy of the folder with the switches of the note's own front matter, and what is wrong with those.
policy::Loaded policy_for_note(const policy::Policy& folder, std::string_view text);

}  // namespace paravent::workspace
