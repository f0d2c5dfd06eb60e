// The two languages Paravent speaks, and words that exist in both.
#pragma once

#include <string_view>

namespace paravent::text {

enum class Language { French, English };

// A wording shown to people, in both languages. `{0}`, `{1}` … stand for arguments (see fill in wording.hpp).
struct Wording {
  std::string_view fr;
  std::string_view en;

  constexpr std::string_view in(Language language) const { return language == Language::English ? en : fr; }
};

// The language of a locale tag such as "fr", "en-GB" or "en_US.UTF-8"; French for anything else.
Language language_of_locale(std::string_view tag);

}  // namespace paravent::text
