#include "anonymise/alias_book.hpp"

#include <algorithm>
#include <array>
#include <utility>

#include "detect/alias_form.hpp"
#include "detect/fictitious_form.hpp"
#include "text/unicode.hpp"

namespace paravent::anonymise {
namespace {

bool is_number(policy::Category category) {
  using policy::Category;
  switch (category) {
    case Category::Phone:
    case Category::Nir:
    case Category::Iban:
    case Category::Card:
    case Category::Siren:
    case Category::Plate:
    case Category::Id:
      return true;
    default:
      return false;
  }
}

// Two writings of one thing have one key: case, accents and outer blanks do not count, nor the blanks and
// dots inside a number. The noun of the alias keeps a phone and an IBAN of the same digits apart.
std::string key_of(policy::Category category, std::string_view written) {
  std::string key(detect::alias_noun(category).noun.fr);
  key += '\n';
  const std::string folded = text::fold(written);
  if (is_number(category)) {
    std::copy_if(folded.begin(), folded.end(), std::back_inserter(key),
                 [](char c) { return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || c == '+'; });
    return key;
  }
  bool blank = false;
  for (std::size_t at = 0; at < folded.size();) {
    const text::Codepoint c = text::decode_at(folded, at);
    const bool is_blank = text::is_space(c.value) || c.value == U'\n' || c.value == U'\r' || c.value == U'\t';
    if (!is_blank) {
      if (blank && key.back() != '\n') key += ' ';
      key.append(folded, at, c.size);
    }
    blank = is_blank;
    at += c.size;
  }
  return key;
}

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

// "Personne OW" before figures, as in a table, would be a number plate of that canton.
bool reads_like_a_plate(std::string_view alias) {
  constexpr std::array<std::string_view, 26> cantons{"AG", "AI", "AR", "BE", "BL", "BS", "FR", "GE", "GL",
                                                     "GR", "JU", "LU", "NE", "NW", "OW", "SG", "SH", "SO",
                                                     "SZ", "TG", "TI", "UR", "VD", "VS", "ZG", "ZH"};
  const std::string_view letters = alias.substr(alias.find_last_of(' ') + 1);
  return std::find(cantons.begin(), cantons.end(), letters) != cantons.end();
}

}  // namespace

AliasBook::AliasBook(const Note& note, const std::vector<Alias>& known, policy::Style style)
    : note_(note), style_(style), by_entity_(note.analysis().entities.size()) {
  const std::string_view text = note.text();
  detect::AliasForm form = detect::next_alias(text, 0);
  for (; form.size != 0; form = detect::next_alias(text, form.begin + form.size)) {
    taken_.insert(with_plain_blank(text.substr(form.begin, form.size)));
    if (style_ == policy::Style::Fictitious) names_.avoid(text.substr(form.begin, form.size));
  }
  for (const Alias& alias : known) {
    taken_.insert(alias.alias);
    if (alias.canonical.empty()) continue;
    if (detect::is_fictitious_form(alias.alias) != gives_names(alias.category)) continue;
    by_key_.emplace(key_of(alias.category, alias.canonical), alias.alias);
  }
  if (style_ == policy::Style::Fictitious) avoid_real_names(known);
}

bool AliasBook::gives_names(policy::Category category) const {
  return style_ == policy::Style::Fictitious && category == policy::Category::Person;
}

// What anyone of the note or its folder is called would point at them, or be taken for them.
void AliasBook::avoid_real_names(const std::vector<Alias>& known) {
  for (const detect::Entity& entity : note_.analysis().entities) names_.avoid(entity.canonical);
  for (const detect::Finding& finding : note_.analysis().findings) {
    if (finding.category == policy::Category::Person || finding.category == policy::Category::Public) {
      names_.avoid(note_.surface(finding));
    }
  }
  for (const Alias& alias : known) {
    names_.avoid(alias.canonical);
    if (detect::is_fictitious_form(alias.alias)) names_.avoid(detect::surname_in(alias.alias));
  }
}

const std::string& AliasBook::alias_of(const detect::Finding& finding) {
  const detect::Entity* entity = note_.entity(finding);
  if (entity == nullptr) {
    std::string& alias = by_key_[key_of(finding.category, note_.surface(finding))];
    if (alias.empty()) alias = next_free(finding.category, note_.surface(finding), knowledge::Sex::Unknown);
    return alias;
  }
  std::string& alias = by_entity_[finding.entity - 1];
  if (!alias.empty()) return alias;
  // Two entities that are written alike are still two: the first takes the alias that is known by that.
  const auto known = by_key_.find(key_of(entity->category, entity->canonical));
  if (known == by_key_.end()) return alias = next_free(entity->category, entity->canonical, entity->sex);
  alias = std::move(known->second);
  by_key_.erase(known);
  return alias;
}

const std::string* AliasBook::given_to(const detect::Finding& finding) const {
  if (note_.entity(finding) != nullptr) {
    const std::string& alias = by_entity_[finding.entity - 1];
    return alias.empty() ? nullptr : &alias;
  }
  const auto found = by_key_.find(key_of(finding.category, note_.surface(finding)));
  return found == by_key_.end() ? nullptr : &found->second;
}

std::string AliasBook::next_free(policy::Category category, std::string_view canonical, knowledge::Sex sex) {
  if (gives_names(category)) {
    std::string name = names_.next(canonical, sex);
    new_.push_back({category, name, std::string(canonical), {}});
    return name;
  }
  std::size_t& next = next_[detect::alias_noun(category).noun.fr];
  for (;;) {
    const std::size_t index = next++;
    std::string alias = detect::alias_of(category, index, note_.language());
    // An AI translates "Personne A" to "Person A": the two never stand for two people of one folder.
    const bool french = note_.language() == text::Language::French;
    const text::Language other = french ? text::Language::English : text::Language::French;
    if (taken_.contains(detect::alias_of(category, index, other))) continue;
    if (reads_like_a_plate(alias) || !taken_.insert(alias).second) continue;
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
