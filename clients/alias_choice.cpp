#include "clients/alias_choice.hpp"

#include <algorithm>

#include "detect/alias_form.hpp"
#include "detect/fictitious_form.hpp"
#include "store/entities.hpp"

namespace paravent::clients {
namespace {

constexpr std::size_t letters_tried = 702;  // A … ZZ

bool begins_with_noun(std::string_view alias, std::string_view noun) {
  return alias.starts_with(noun) && alias.substr(noun.size()).starts_with(' ');
}

}  // namespace

const store::Entry* entry_of_alias(const std::vector<store::Entry>& entries, std::string_view alias) {
  const std::string folded = store::folded_form(alias);
  const auto is_it = [&](const std::string& one) { return store::folded_form(one) == folded; };
  const auto found = std::find_if(entries.begin(), entries.end(), [&](const store::Entry& entry) {
    return is_it(entry.alias) || std::any_of(entry.former_aliases.begin(), entry.former_aliases.end(), is_it);
  });
  return found == entries.end() ? nullptr : &*found;
}

const store::Entry* entry_of_name(const std::vector<store::Entry>& entries, policy::Category category,
                                  store::AliasStyle style, std::string_view name) {
  const std::string folded = store::folded_form(name);
  const store::Entry* out = nullptr;
  for (const store::Entry& entry : entries) {
    if (entry.category != category || entry.style != style) continue;
    const bool named = store::folded_form(entry.canonical) == folded ||
                       std::any_of(entry.forms.begin(), entry.forms.end(), [&](const std::string& form) {
                         return store::folded_form(form) == folded;
                       });
    if (!named) continue;
    if (out != nullptr) return nullptr;
    out = &entry;
  }
  return out;
}

bool may_stand_for(policy::Category category, store::AliasStyle style, std::string_view alias) {
  if (style == store::AliasStyle::Fictitious) return detect::is_fictitious_form(alias);
  std::size_t size = 0;
  const text::Wording noun = detect::alias_noun(category).noun;
  return detect::is_alias_at(alias, 0, &size) && size == alias.size() &&
         (begins_with_noun(alias, noun.fr) || begins_with_noun(alias, noun.en));
}

text::Result<std::string> free_letters(store::Vault& vault, std::string_view folder,
                                       policy::Category category, std::string_view like) {
  const text::Wording noun = detect::alias_noun(category).noun;
  const bool english = begins_with_noun(like, noun.en) && !begins_with_noun(like, noun.fr);
  const text::Language language = english ? text::Language::English : text::Language::French;
  std::vector<std::string> candidates;
  candidates.reserve(letters_tried);
  for (std::size_t i = 0; i < letters_tried; ++i) {
    candidates.push_back(detect::alias_of(category, i, language));
  }
  const auto taken = vault.taken_aliases(folder, store::AliasStyle::Pseudonym, candidates);
  if (!taken) return taken.failure();
  for (const std::string& candidate : candidates) {
    if (std::find(taken->begin(), taken->end(), candidate) == taken->end()) return candidate;
  }
  return std::string();
}

}  // namespace paravent::clients
