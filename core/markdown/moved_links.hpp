// What must change in the links of notes when files are renamed or moved. Paths are absolute and normal:
// parts joined by "/", none of them "." or "..".
#pragma once

#include <functional>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "markdown/links.hpp"
#include "text/text_edit.hpp"

namespace paravent::markdown {

// A file, or a folder with all that is in it.
struct Move {
  std::string from;
  std::string to;
};

// Without "." and "..": "/a/b/../c" is "/a/c".
std::string normal_path(std::string_view path);

// The notes of a folder by the names that wikilinks call them: the last parts of their paths, without an
// ending, in any case and with or without accents (systems write them in two ways).
class NoteNames {
 public:
  NoteNames(std::string root, const std::vector<std::string>& notes);

  // The note that `name` means in a note of folder `from`: one there before others, then the one that lies
  // highest. Empty when there is none.
  std::string find(std::string_view name, std::string_view from) const;
  bool has(const std::string& path) const;
  const std::string& root() const { return root_; }

 private:
  std::string root_;
  std::multimap<std::string, std::string, std::less<>> by_name_;  // folded last part without ending → path
};

class MovedLinks {
 public:
  // `notes` of the folder `root` before the move; `exists` tells of other files there.
  MovedLinks(std::string root, const std::vector<std::string>& notes, std::vector<Move> moves,
             std::function<bool(const std::string&)> exists);

  // For the note at `path` (before the move): links that would lead elsewhere, or nowhere, are written anew.
  std::vector<text::TextEdit> edits(const std::string& path, std::string_view note) const;

 private:
  // How a link names its file.
  enum class Way { FromNote, FromRoot, ByName };
  struct Target {
    std::string path;
    Way way = Way::FromNote;
    bool bare = false;  // without the ending that the file has
  };

  std::optional<Target> target_of(std::string_view spelled, LinkForm form, const std::string& folder) const;
  std::optional<Target> at(std::string path, Way way) const;
  std::string moved(const std::string& path) const;
  bool still_leads(const Target& target, std::string_view spelled, const std::string& to,
                   const std::string& folder) const;
  std::string spelling(const Target& target, std::string_view old, const std::string& to,
                       const std::string& folder) const;
  std::string name_for(std::string_view old, const std::string& to, const std::string& folder,
                       bool bare) const;

  NoteNames before_;
  NoteNames after_;
  std::vector<Move> moves_;
  std::function<bool(const std::string&)> exists_;
};

}  // namespace paravent::markdown
