// What the notes of a client folder tell each other: a name that one gives in full is known by a part of it
// in another. A client folder is the note's folder, or the one above it whose paravent.toml says `root =
// true`. Nothing is read outside it.
#pragma once

#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <map>
#include <memory>
#include <vector>

#include "detect/find.hpp"
#include "detect/known_names.hpp"

namespace paravent::workspace {

// Of a note, which need not be there yet.
struct ClientFolder {
  std::filesystem::path path;
  bool is_root = false;  // with all folders below it
};
ClientFolder client_folder_of(const std::filesystem::path& note);

// Not for two threads at once.
class FolderNames {
 public:
  // Whether a folder is read anew for each question, or once: what a command is about to rewrite must tell
  // the same names to each note that it rewrites.
  enum class Read : bool { Once, EachTime };
  explicit FolderNames(Read when) : when_(when) {}

  // What the other notes of its folder tell `note`, sorted. Of a large folder only the notes that come first
  // by path, as far as most_bytes go. Notes that cannot be read or checked tell nothing, nor do twins.
  std::vector<detect::KnownName> told_to(const std::filesystem::path& note);
  // The same for detect::find(), at the cost of the names that the note may mean. Valid until the next
  // question.
  detect::NamesFrom known_to(const std::filesystem::path& note);

  static constexpr std::uint64_t most_bytes = 1U << 20U;

 private:
  struct Told {
    std::size_t hash = 0;  // of its bytes
    std::vector<detect::KnownName> names;
  };
  // All names that notes of a folder tell, and of each how many do.
  struct Folder {
    std::map<std::filesystem::path, Told> told;  // by where notes really lie
    std::vector<detect::KnownName> names;        // sorted, each once
    std::vector<std::uint32_t> tellers;
    std::unique_ptr<detect::KnownNames> known;  // of the same numbers; when it was asked for
  };
  Folder& folder_of(const std::filesystem::path& note);
  static void read(const ClientFolder& place, Folder& folder);
  // Places in folder.names of what others tell a note.
  static std::vector<detect::NameNumber> of_others(const Folder& folder, const std::filesystem::path& note);

  Read when_;
  std::map<std::filesystem::path, Folder> folders_;
};

}  // namespace paravent::workspace
