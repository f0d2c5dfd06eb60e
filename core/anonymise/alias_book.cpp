#include "anonymise/alias_book.hpp"

#include <algorithm>
#include <utility>

#include "detect/alias_form.hpp"
#include "detect/fictitious_form.hpp"

namespace paravent::anonymise {
namespace {

std::string with_plain_blank(std::string_view alias) {
  std::string out(alias);
  const std::size_t joint = out.find_last_of("-_");
  if (joint != std::string::npos) out[joint] = ' ';
  for (const std::string_view blank : {"\u00A0", "\u202F"}) {
    const std::size_t at = out.find(blank);
    if (at != std::string::npos) out.replace(at, blank.size(), " ");
  }
  return out;
}

}  // namespace

AliasBook::AliasBook(const Note& note, const KnownAliases& known, policy::Style style)
    : note_(note), known_(known), style_(style), by_entity_(note.analysis().entities.size()) {
  const std::string_view text = note.text();
  detect::AliasForm form = detect::next_alias(text, 0);
  for (; form.size != 0; form = detect::next_alias(text, form.begin + form.size)) {
    taken_.insert(with_plain_blank(text.substr(form.begin, form.size)));
    if (style_ == policy::Style::Fictitious) names_.avoid(text.substr(form.begin, form.size));
  }
  if (style_ == policy::Style::Fictitious) avoid_real_names();
}

bool AliasBook::gives_names(policy::Category category) const {
  return style_ == policy::Style::Fictitious && category == policy::Category::Person;
}

// What anyone of the note or its folder is called would point at them, or be taken for them.
void AliasBook::avoid_real_names() {
  for (const detect::Entity& entity : note_.analysis().entities) names_.avoid(entity.canonical);
  for (const detect::Finding& finding : note_.analysis().findings) {
    if (finding.category == policy::Category::Person || finding.category == policy::Category::Public) {
      names_.avoid(note_.surface(finding));
    }
  }
  for (const std::string_view canonical : known_.canonicals()) names_.avoid(canonical);
  for (const std::string& alias : known_.given()) {
    if (detect::is_fictitious_form(alias)) names_.avoid(detect::surname_in(alias));
  }
}

const std::string& AliasBook::alias_of(const detect::Finding& finding) {
  const detect::Entity* entity = note_.entity(finding);
  if (entity == nullptr) {
    const std::string_view surface = note_.surface(finding);
    std::string key = key_of(finding.category, surface);
    const std::string* there = standing_for(finding.category, key);
    std::string alias =
        there != nullptr ? *there : next_free(finding.category, surface, knowledge::Sex::Unknown);
    return *(by_key_[std::move(key)] = std::move(alias));
  }
  std::string& alias = by_entity_[finding.entity - 1];
  if (!alias.empty()) return alias;
  // Two entities that are written alike are still two: the first takes the alias that is known by that.
  std::string key = key_of(entity->category, entity->canonical);
  const std::string* there = standing_for(entity->category, key);
  if (there == nullptr) return alias = next_free(entity->category, entity->canonical, entity->sex);
  alias = *there;
  by_key_[std::move(key)] = std::nullopt;
  return alias;
}

const std::string* AliasBook::given_to(const detect::Finding& finding) const {
  if (note_.entity(finding) != nullptr) {
    const std::string& alias = by_entity_[finding.entity - 1];
    return alias.empty() ? nullptr : &alias;
  }
  return standing_for(finding.category, key_of(finding.category, note_.surface(finding)));
}

const std::string* AliasBook::standing_for(policy::Category category, const std::string& key) const {
  const auto found = by_key_.find(key);
  if (found == by_key_.end()) return known_.find(key, gives_names(category));
  return found->second ? &*found->second : nullptr;
}

std::string AliasBook::next_free(policy::Category category, std::string_view canonical, knowledge::Sex sex) {
  if (gives_names(category)) {
    std::string name = names_.next(canonical, sex);
    new_.push_back({category, name, std::string(canonical), {}});
    return name;
  }
  const auto [place, fresh] = next_.emplace(detect::alias_noun(category).noun.fr, 0);
  if (fresh) place->second = known_.first_letters(category);
  for (;;) {
    const std::size_t index = place->second++;
    if (!may_give_letters(category, index, known_)) continue;
    std::string alias = detect::alias_of(category, index, note_.language());
    const bool french = note_.language() == text::Language::French;
    const text::Language other = french ? text::Language::English : text::Language::French;
    if (taken_.contains(detect::alias_of(category, index, other))) continue;
    if (!taken_.insert(alias).second) continue;
    new_.push_back({category, alias, std::string(canonical), OwnArticle::Unknown});
    return alias;
  }
}

std::string in_one_word(std::string_view alias) {
  std::string out(alias);
  std::replace(out.begin(), out.end(), ' ', '-');
  return out;
}

}  // namespace paravent::anonymise
