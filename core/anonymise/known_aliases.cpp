#include "anonymise/known_aliases.hpp"

#include <algorithm>
#include <iterator>
#include <utility>

#include "detect/alias_form.hpp"
#include "detect/fictitious_form.hpp"
#include "text/language.hpp"
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

// "Personne OW" before figures, as in a table, would be a number plate of that canton.
bool reads_like_a_plate(std::string_view alias) {
  constexpr std::array<std::string_view, 26> cantons{"AG", "AI", "AR", "BE", "BL", "BS", "FR", "GE", "GL",
                                                     "GR", "JU", "LU", "NE", "NW", "OW", "SG", "SH", "SO",
                                                     "SZ", "TG", "TI", "UR", "VD", "VS", "ZG", "ZH"};
  const std::string_view letters = alias.substr(alias.find_last_of(' ') + 1);
  return std::find(cantons.begin(), cantons.end(), letters) != cantons.end();
}

}  // namespace

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

bool may_give_letters(policy::Category category, std::size_t index, const KnownAliases& known) {
  const std::string french = detect::alias_of(category, index, text::Language::French);
  return !reads_like_a_plate(french) && !known.is_given(french) &&
         !known.is_given(detect::alias_of(category, index, text::Language::English));
}

KnownAliases::KnownAliases(const std::vector<Alias>& aliases) {
  for (std::size_t i = 0; i < aliases.size(); ++i) add(aliases[i], {i, 0, 0});
}

void KnownAliases::add(const Alias& alias, const Turn& turn) {
  if (given_.insert(alias.alias).second) skip_given(alias.category);
  if (alias.canonical.empty()) return;
  ByKey& names = detect::is_fictitious_form(alias.alias) ? invented_ : letters_;
  std::vector<Standing>& standing = names[key_of(alias.category, alias.canonical)];
  const auto behind =
      std::upper_bound(standing.begin(), standing.end(), turn,
                       [](const Turn& one, const Standing& other) { return one < other.turn; });
  standing.insert(behind, {turn, alias.alias, alias.canonical});
}

void KnownAliases::withdraw(const Alias& alias, const Turn& turn) {
  ByKey& names = detect::is_fictitious_form(alias.alias) ? invented_ : letters_;
  const auto found = names.find(key_of(alias.category, alias.canonical));
  if (found == names.end()) return;
  std::erase_if(found->second, [&](const Standing& one) { return one.turn == turn; });
  if (found->second.empty()) names.erase(found);
}

std::vector<std::string_view> KnownAliases::canonicals() const {
  std::vector<std::string_view> out;
  for (const ByKey* names : {&letters_, &invented_}) {
    for (const auto& [key, standing] : *names) {
      for (const Standing& one : standing) out.push_back(one.canonical);
    }
  }
  return out;
}

const std::string* KnownAliases::find(const std::string& key, bool invented) const {
  const ByKey& names = invented ? invented_ : letters_;
  const auto found = names.find(key);
  return found == names.end() ? nullptr : &found->second.front().alias;
}

std::size_t KnownAliases::first_letters(policy::Category category) const {
  const auto found = next_.find(detect::alias_noun(category).noun.fr);
  return found == next_.end() ? 0 : found->second;
}

void KnownAliases::skip_given(policy::Category category) {
  std::size_t& next = next_[detect::alias_noun(category).noun.fr];
  while (!may_give_letters(category, next, *this)) ++next;
}

}  // namespace paravent::anonymise
