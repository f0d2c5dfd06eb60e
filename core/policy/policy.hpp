// What Paravent may and must do with a note: the documented struct behind paravent.toml. Pure: reading files
// is the caller's.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "policy/category.hpp"
#include "text/language.hpp"
#include "text/result.hpp"

namespace paravent::policy {

// What a save does (DESIGN.md, Anonymising). From loosest to strictest.
enum class SaveMode : std::uint8_t { Warn, Twin, InPlace, Strict };
enum class Style : std::uint8_t { Generalise, Pseudonym, Fictitious };

// The names that paravent.toml and the command line use ("in-place", "pseudonym"); nothing for an unknown
// one.
std::string_view name_of(SaveMode mode);
std::string_view name_of(Style style);
std::optional<SaveMode> save_mode_of(std::string_view name);
std::optional<Style> style_of(std::string_view name);

struct Policy {
  SaveMode save = SaveMode::Warn;         // [save] mode = "warn" | "twin" | "in-place" | "strict"
  Style style = Style::Generalise;        // [anonymise] style: of twins and of `paravent anonymise`
  CategorySet ignored;                    // [detect] ignore = ["DATE"]: user level only
  CategorySet kept;                       // [anonymise] keep = ["DATE"]: found, not replaced; user level only
  std::uint16_t masking_threshold = 500;  // [detect] threshold, 0..1000: findings that score less are hints
  std::optional<text::Language> language;  // language = "fr" | "en"; else the editor's, else the system's
  bool root = false;                       // root = true: this folder and all below it are one client folder;
                                           // settings of the folders above still hold

  bool operator==(const Policy&) const = default;
};

// Where a file stands: the user's own file decides, a folder's can only tighten (DESIGN.md rule 10).
enum class Level { User, Folder };

// A remark on a file that was read all the same: an unknown key with the nearest known one, a folder that
// tried to loosen.
struct Remark {
  std::uint32_t line = 0;  // 1-based, 0 when unknown
  std::string fr;
  std::string en;
};

struct Loaded {
  Policy policy;
  std::vector<Remark> remarks;
};

// `base` with the settings of one paravent.toml laid over it. A file that does not parse is a failure that
// names line and column; a value that is not one of those a key takes, a failure that names key, line and
// values. An unknown key is a remark.
text::Result<Loaded> overlay(const Policy& base, std::string_view toml, Level level);

// The switches of a note's front matter (paravent: {save: strict} or paravent-save: strict; save, style and
// threshold): the same rule as a folder. `front_matter` may hold its fences. A switch that cannot be read is
// a remark, and the policy stays `base`'s in that.
Loaded overlay_front_matter(const Policy& base, std::string_view front_matter);

// Of each setting the one that protects more; what protects nothing is `a`'s.
Policy stricter(const Policy& a, const Policy& b);

// The file that `paravent init` writes: every key with its default and what it does. A folder's has every key
// commented out, so that it asks for nothing until its owner does, and none that a folder may not set.
std::string default_toml(text::Language language, Level level = Level::User);

}  // namespace paravent::policy
