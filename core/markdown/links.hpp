// The links of a note to other files: where each names its file, and how that name is written there.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "text/offsets.hpp"

namespace paravent::markdown {

enum class LinkForm : std::uint8_t {
  Wiki,       // [[Name]], ![[Name]], and in front matter
  Inline,     // [text](Name.md), [label]: Name.md
  Angle,      // [text](<Name of two words.md>)
  Attribute,  // <a href="Name.md">
};

struct Link {
  text::ByteRange path;  // the file alone, without #heading, #^block, |alias or ?query
  LinkForm form = LinkForm::Wiki;
  char quote = 0;  // that the value of front matter stands in
  bool operator==(const Link&) const = default;
};

// In order of the text. Addresses of other places (https:, mailto:, C:\) and links inside the note itself are
// none.
std::vector<Link> links_of(std::string_view note);

// "https" of "https://…", "mailto" of "mailto:…", the drive of a Windows path; empty for a path.
std::string_view scheme_of(std::string_view target);

// What a link means: without percent-encoding, escapes and references.
std::string path_of(std::string_view note, const Link& link);
// A path as that link would write it. `old` is how it was written: who encodes letters with accents goes on
// doing so.
std::string written_path(std::string_view path, const Link& link, std::string_view old);

}  // namespace paravent::markdown
