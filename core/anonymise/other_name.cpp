#include "anonymise/other_name.hpp"

#include <algorithm>

#include "anonymise/invented_names.hpp"
#include "anonymise/reading.hpp"
#include "anonymise/restore.hpp"
#include "detect/fictitious_form.hpp"
#include "text/unicode.hpp"

namespace paravent::anonymise {
namespace {

// Few notes of a folder do; the others cost no look at all its aliases.
bool has_word_of(std::string_view text, const std::vector<std::string>& names) {
  const std::string folded = text::fold(text);
  return std::any_of(names.begin(), names.end(), [&](const std::string& name) {
    const std::vector<std::string> words = folded_words(name);
    return std::any_of(words.begin(), words.end(),
                       [&](const std::string& word) { return folded.find(word) != std::string::npos; });
  });
}

}  // namespace

text::TextEdits other_name(std::string_view text, const std::vector<std::string>& old,
                           const std::string& name, const std::vector<Alias>& folder) {
  if (!has_word_of(text, old)) return {};
  // The old name comes "back" as the new one; others stand for themselves, and real names for nobody.
  std::vector<Alias> as_if;
  for (const std::string& one : old) {
    if (detect::is_fictitious_form(one)) as_if.push_back({policy::Category::Person, one, name, {}});
  }
  for (const Alias& alias : folder) {
    const bool renamed = alias.alias == name || std::find(old.begin(), old.end(), alias.alias) != old.end();
    if (!renamed && detect::is_fictitious_form(alias.alias)) {
      as_if.push_back({alias.category, alias.alias, alias.alias, {}});
    }
    if (alias.category == policy::Category::Person)
      as_if.push_back({alias.category, {}, alias.canonical, {}});
  }
  return restore(text, as_if).edits;
}

std::optional<InventedMention> invented_name_at(std::string_view text, text::ByteOffset at,
                                                const std::vector<Alias>& folder) {
  std::vector<const Alias*> invented;
  for (const Alias& alias : folder) {
    if (detect::is_fictitious_form(alias.alias)) invented.push_back(&alias);
  }
  const InventedNames names(invented, folder);
  if (names.empty()) return std::nullopt;
  // Names do not reach over an empty line, and rarely over one line end.
  const std::size_t line = at.value == 0 ? std::string_view::npos : text.rfind('\n', at.value - 1);
  for (std::size_t begin = line == std::string_view::npos ? 0 : line + 1; begin <= at.value;) {
    const std::optional<Word> word = word_from(text, begin);
    const auto name = word ? names.at(text, begin) : std::nullopt;
    if (name && name->alias != nullptr && at.value <= name->end) {
      return InventedMention{text::range(name->begin, name->end), name->alias};
    }
    const std::size_t step = std::max<std::size_t>(1, text::decode_at(text, begin).size);
    begin = name ? name->end : word ? word->end : begin + step;
    if (begin >= text.size()) break;
  }
  return std::nullopt;
}

bool has_surname_of(std::string_view text, std::string_view name) {
  const std::string surname = text::fold(detect::surname_in(name));
  for (std::size_t at = 0; at < text.size();) {
    const std::optional<Word> word = word_from(text, at);
    const std::size_t size = word ? detect::fictitious_form_at(text, at) : 0;
    if (size != 0 && text::fold(detect::surname_in(text.substr(at, size))) == surname) return true;
    const std::size_t step = std::max<std::size_t>(1, text::decode_at(text, at).size);
    at = size != 0 ? at + size : word ? word->end : at + step;
  }
  return false;
}

}  // namespace paravent::anonymise
