#include "text/language.hpp"

namespace paravent::text {

Language language_of_locale(std::string_view tag) {
  const auto is = [](char c, char lower) { return c == lower || c == lower - 32; };
  if (tag.size() < 2 || !is(tag[0], 'e') || !is(tag[1], 'n')) return Language::French;
  // "en" is a whole subtag: "eng" is the three-letter code of the same language, "enm" of another.
  tag.remove_prefix(2);
  if (!tag.empty() && is(tag[0], 'g')) tag.remove_prefix(1);
  const bool whole = tag.empty() || tag[0] == '-' || tag[0] == '_' || tag[0] == '.' || tag[0] == '@';
  return whole ? Language::English : Language::French;
}

}  // namespace paravent::text
