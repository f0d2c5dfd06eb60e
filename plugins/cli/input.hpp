// What a command is given on its command line, read and checked one by one.
#pragma once

#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

#include "anonymise/plan.hpp"
#include "detect/find.hpp"
#include "policy/policy.hpp"
#include "text/decode.hpp"
#include "text/language.hpp"
#include "text/result.hpp"
#include "workspace/folder_names.hpp"
#include "workspace/policy_files.hpp"

namespace paravent::cli {

inline constexpr std::uint64_t max_file_bytes = 64ULL << 20U;

// One file or "-".
struct Input {
  std::string name;            // as given, or as found below a folder that was given
  std::filesystem::path path;  // empty for "-"
  // Its place below the folder that was given; its file name when it was given itself.
  std::filesystem::path below = {};
};

// The inputs in the order given; folders give their notes in their place. Folders that cannot be read are
// told on stderr and counted.
struct Inputs {
  std::vector<Input> all;
  int failed = 0;
};
Inputs expand(const std::vector<std::string>& given, text::Language language);

// A decoded input with its policy.
struct Loaded {
  text::Decoded decoded;
  policy::Policy policy;
  std::string bytes;  // as they were read
};

// Reads inputs; keeps the policy of the places it was in last, since notes come folder by folder.
class Reader {
 public:
  // A second reading of the same inputs is quiet: what is to say of their settings was said at the first.
  explicit Reader(text::Language language, bool quiet = false) : language_(language), quiet_(quiet) {}
  text::Result<Loaded> read(const Input& input);

 private:
  text::Result<policy::Policy> policy_for(workspace::Places places);

  text::Language language_;
  bool quiet_;
  workspace::Places places_;
  std::optional<policy::Policy> policy_;
};

// What else is known of inputs: their own names, and what the other notes of their folders tell.
class Contexts {
 public:
  // Valid until the next call.
  const detect::Context& of(const Input& input);

 private:
  workspace::FolderNames folder_names_{workspace::FolderNames::Read::Once};
  std::string stem_;
  detect::Context context_;
};

// "paravent: …" on stderr, in the language of the system, as one line that does nothing to a terminal.
void tell(const text::Failure& failure, text::Language language);
void tell(std::string_view words);

// Writes to standard output; false (and told) when it cannot be written, e.g. a closed pipe or a full disk.
bool print(std::string_view bytes, text::Language language);

}  // namespace paravent::cli
