// The twin: a second file beside a note, without its names, written again at each save. Its own name and
// first line tell nothing of the note: they come from keyed hashes.
#pragma once

#include <filesystem>
#include <optional>
#include <string>
#include <string_view>

#include "detect/find.hpp"
#include "policy/policy.hpp"
#include "text/language.hpp"
#include "text/result.hpp"
#include "workspace/keyed_hash.hpp"

namespace paravent::lsp {

// A note as it was saved.
struct SavedNote {
  std::filesystem::path path;
  std::string_view text;
  const policy::Policy& policy;
  text::Language language;  // of the text
  const detect::Context& context;
};

// Writes or replaces the twin of a note and returns its path. On a failure the old twin is as it was.
text::Result<std::filesystem::path> write_twin(const SavedNote& note);

// The twin of a note that lies there and was made from another text than this one. Writes nothing: without a
// key in the folder there is no twin.
std::optional<std::filesystem::path> stale_twin(const std::filesystem::path& note, std::string_view text);
// The twin of a note, current or not, if there is one.
std::optional<std::filesystem::path> twin_of(const std::filesystem::path& note);

// True if Paravent made this text: it is never twinned again.
bool is_twin(std::string_view text);

// The same for a text in a file: one that begins as a twin but does not have the name of one is a note into
// which a twin was pasted, or a copy that was renamed.
bool is_twin(const std::filesystem::path& file, std::string_view text);

// "partage-1a2b3c4d.md": the same at each save, and no guess at the note's name can be tried against it
// without the key.
std::string twin_name(workspace::HashKey key, std::string_view note_name);

}  // namespace paravent::lsp
