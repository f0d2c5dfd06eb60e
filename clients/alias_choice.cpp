#include "clients/alias_choice.hpp"

#include <algorithm>

#include "anonymise/chosen_name.hpp"
#include "detect/alias_form.hpp"
#include "detect/fictitious_form.hpp"
#include "store/entities.hpp"
#include "text/wording.hpp"

namespace paravent::clients {
namespace {

constexpr std::size_t letters_tried = 702;  // A … ZZ

constexpr text::Wording of_a_real_person{
    "« {0} » fait partie du nom d’une vraie personne de ce dossier : l’alias la désignerait. Choisissez un "
    "autre "
    "nom.",
    "“{0}” is part of the name of a real person of this folder: the alias would point at them. Choose "
    "another "
    "name."};
constexpr text::Wording of_another_alias{
    "« {0} » est déjà le nom de famille inventé d’un autre dans ce dossier : les deux ne se distingueraient "
    "plus. "
    "Choisissez un autre nom.",
    "“{0}” is already the invented surname of another in this folder: the two could not be told apart. "
    "Choose "
    "another name."};

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

text::Result<store::Done> may_be_called(store::Vault& vault, std::string_view folder,
                                        const std::vector<store::Entry>& entries, const store::Entry* entry,
                                        std::string_view alias) {
  if (!detect::is_fictitious_form(alias)) return store::Done{};
  anonymise::NamesInUse used;
  for (const store::Entry& one : entries) {
    if (one.category != policy::Category::Person) continue;
    used.real.push_back(one.canonical);
    used.real.insert(used.real.end(), one.forms.begin(), one.forms.end());
    if (&one == entry || one.style != store::AliasStyle::Fictitious) continue;
    used.invented.push_back(one.alias);
    used.invented.insert(used.invented.end(), one.former_aliases.begin(), one.former_aliases.end());
  }
  const auto declared = vault.declared(folder);
  if (!declared) return declared.failure();
  for (const store::DeclaredPerson& person : *declared) used.real.push_back(person.name);
  const auto objection = anonymise::objection_to(alias, used);
  if (!objection) return store::Done{};
  const bool real = objection->because == anonymise::Objection::Because::RealName;
  const text::Wording& words = real ? of_a_real_person : of_another_alias;
  return text::Failure{text::fill(words, text::Language::French, {objection->word}),
                       text::fill(words, text::Language::English, {objection->word})};
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
