// What the names of a note say of its words, and which words a change of names concerns.
#include <algorithm>
#include <iterator>

#include "detect/joined_name.hpp"
#include "detect/letter_names.hpp"
#include "detect/name_forms.hpp"
#include "detect/name_index.hpp"
#include "knowledge/phrases.hpp"

namespace paravent::detect {
namespace {

void take_sorted(std::vector<std::uint64_t>& from, std::vector<std::uint64_t>& what) {
  std::vector<std::uint64_t> rest;
  rest.reserve(from.size());
  std::set_difference(from.begin(), from.end(), what.begin(), what.end(), std::back_inserter(rest));
  from = std::move(rest);
}

// What stands an odd number of times in `all`, sorted: what came and went again has not changed.
std::vector<std::uint64_t> odd_ones(std::vector<std::uint64_t> all) {
  std::sort(all.begin(), all.end());
  std::vector<std::uint64_t> out;
  for (const std::uint64_t one : all) {
    if (!out.empty() && out.back() == one) {
      out.pop_back();
    } else {
      out.push_back(one);
    }
  }
  return out;
}

}  // namespace

NameIndex::Changes NameIndex::settle(bool by_form) {
  Changes out;
  if (by_form && !(touched_.empty() && turned_joined_.empty())) list_new_forms();
  for (const std::uint32_t place : touched_) {
    Part& part = parts_[place];
    part.touched = false;
    const std::uint16_t before = part.told;
    part.told = told(part);
    if (part.told == before) continue;
    const std::string_view form = forms_[part.form].text;
    const auto turned = static_cast<std::uint16_t>(part.told ^ before);
    settle_person(form, before, part.told);
    if (!by_form) continue;
    out.forms.push_back(part.form);
    if (turned & told_given) add_short_forms(form, out.forms);
    if ((turned & told_person_part) && form.size() >= shortest_typo) add_misspelt_forms(form, out.forms);
  }
  touched_.clear();
  settle_deletions();
  for (const auto& [letters, before] : touched_initials_) {
    if (before != (initials_.count(letters) != 0)) out.initials |= first_letter(unpacked(letters));
  }
  touched_initials_.clear();
  if (by_form && !turned_joined_.empty()) add_joined_forms(out.forms);
  turned_joined_.clear();
  return out;
}

void NameIndex::settle_person(std::string_view part, std::uint16_t before, std::uint16_t now) {
  if ((before ^ now) & told_given) {
    const std::uint32_t one = now & told_given ? 1U : ~0U;  // unsigned: adding ~0 takes one away
    for (std::size_t size = shortest_prefix; size < part.size(); ++size)
      prefixes_[part.substr(0, size)] += one;
  }
  if (((before ^ now) & told_person_part) == 0) return;
  people_ += now & told_person_part ? 1U : ~0U;
  if (part.size() < shortest_typo) return;
  std::vector<std::uint64_t>& list = now & told_person_part ? new_deletions_ : old_deletions_;
  for (std::size_t i = 0; i <= part.size(); ++i) list.push_back(hash_without(part, i));
}

void NameIndex::settle_deletions() {
  if (!old_deletions_.empty()) {
    std::sort(old_deletions_.begin(), old_deletions_.end());
    take_sorted(deletions_, old_deletions_);
    old_deletions_.clear();
  }
  if (new_deletions_.empty()) return;
  std::sort(new_deletions_.begin(), new_deletions_.end());
  const auto middle = static_cast<std::ptrdiff_t>(deletions_.size());
  deletions_.insert(deletions_.end(), new_deletions_.begin(), new_deletions_.end());
  std::inplace_merge(deletions_.begin(), deletions_.begin() + middle, deletions_.end());
  new_deletions_ = {};
}

void NameIndex::list_new_forms() {
  for (; listed_ < forms_.size(); ++listed_) {
    const Form& form = forms_[listed_];
    if (may_be_misspelt(form)) rare_forms_.push_back(listed_);
    if (!form.text.empty() && !knowledge::given_name_of(form.text).empty()) diminutives_.push_back(listed_);
  }
}

void NameIndex::add_short_forms(std::string_view full, std::vector<FormId>& changed) {
  for (std::size_t size = shortest_prefix; size < full.size(); ++size) {
    if (const Form* prefix = forms_.find(full.substr(0, size))) changed.push_back(prefix->id);
  }
  for (const FormId diminutive : diminutives_) {
    for (std::size_t nth = 0;; ++nth) {
      const std::string_view whole = knowledge::given_name_of(forms_[diminutive].text, nth);
      if (whole.empty()) break;
      if (whole == full) changed.push_back(diminutive);
    }
  }
}

void NameIndex::add_misspelt_forms(std::string_view part, std::vector<FormId>& changed) {
  for (const FormId form : rare_forms_) {
    if (are_near(part, forms_[form].text)) changed.push_back(form);
  }
}

void NameIndex::add_joined_forms(std::vector<FormId>& changed) {
  const std::vector<std::uint64_t> turned = odd_ones(turned_joined_);
  if (turned.empty()) return;
  for (const FormId form : rare_forms_) {
    if (std::binary_search(turned.begin(), turned.end(), hash_of_both(forms_[form].text, {})))
      changed.push_back(form);
  }
}

std::uint16_t NameIndex::told_of(const Form& form) const {
  const std::uint32_t place = form.id < part_at_.size() ? part_at_[form.id] : 0;
  return place == 0 ? 0 : parts_[place - 1].told;
}

bool NameIndex::is_given_name(std::string_view form) const {
  const Form* known = forms_.find(form);
  return known != nullptr && (told_of(*known) & told_given) != 0;
}

bool NameIndex::has_initials(std::string_view letters) const {
  return letters.size() <= longest_initials && initials_.count(packed(letters)) != 0;
}

// "cdupont" where a Claire Dupont is known. Only words that no table knows.
bool NameIndex::is_joined_form(const Token& token) const {
  if (joined_.empty() || token.form_size() < shortest_joined || token.shape == Shape::Digits) return false;
  if (token.lexeme().known()) return false;
  return joined_.count(hash_of_both(token.form->text, {})) != 0;
}

// "CD", "C.D.", "C. D.", "T" where somebody is called T
bool NameIndex::is_initials(const Tokens& tokens, std::size_t at) const {
  if (initials_.empty()) return false;
  const Token& token = tokens.all[at];
  if (token.shape == Shape::AllCaps) return has_initials(tokens.form(at));
  if (token.shape != Shape::Initial) return false;
  const auto pair = [&](std::size_t left) {
    if (left + 1 >= tokens.size()) return false;
    const Token& right = tokens.all[left + 1];
    if (tokens.all[left].shape != Shape::Initial || right.shape != Shape::Initial || !is_joined(right))
      return false;
    const std::string two{tokens.form(left).front(), tokens.form(right).front()};
    return has_initials(two);
  };
  if (pair(at) || (at > 0 && pair(at - 1))) return true;
  return (is_dotted(tokens, token) || is_lone_letter(tokens, at)) && has_initials(tokens.form(at));
}

// "Béa" where a Béatrice is known, "Max" where a Maxime is.
bool NameIndex::is_short_form(const Token& token) const {
  const std::string_view form = token.form->text;
  if (form.size() < shortest_prefix) return false;
  for (std::size_t nth = 0;; ++nth) {
    const std::string_view full = knowledge::given_name_of(form, nth);
    if (full.empty()) break;
    if (is_given_name(full)) return true;
  }
  if (!token.has_capital() || token.lexeme().french_word()) return false;
  const std::uint32_t* names = prefixes_.find(form);
  return names != nullptr && *names > 0;
}

// One letter more, less, other or swapped than a part of a name. Only of words that no table knows.
bool NameIndex::is_misspelt(const Token& token) const {
  if (deletions_.empty() || !may_be_misspelt(*token.form)) return false;
  if (!token.has_capital() && token.lexeme().known()) return false;
  const std::string_view form = token.form->text;
  for (std::size_t skipped = 0; skipped <= form.size(); ++skipped) {
    if (std::binary_search(deletions_.begin(), deletions_.end(), hash_without(form, skipped))) return true;
  }
  return false;
}

FeatureSet NameIndex::features(const Tokens& tokens, std::size_t at, bool own) const {
  FeatureSet out;
  const Token& token = tokens.all[at];
  if (token.form_size() == 0) return out;
  if (is_joined_form(token)) {
    out.add(Feature::RegisteredJoined);
    return out;
  }
  // Whatever else they were read as: "CD" beside a Claire Dupont.
  const bool initials = token.has_capital() && is_initials(tokens, at);
  if (initials) out.add(Feature::RegisteredInitials);
  const std::uint16_t told = told_of(*token.form);
  if (const std::uint32_t words = told & told_words; words != 0) {
    if (words == 1 && own) return out;
    if (told & told_person)
      out.add(told & told_given ? Feature::RegisteredGiven : Feature::RegisteredSurname);
    if (told & told_org) out.add(Feature::RegisteredOrg);
    if (told & told_loc) out.add(Feature::RegisteredLoc);
    if (told & told_project) out.add(Feature::RegisteredProject);
    if (told & told_author) out.add(Feature::RegisteredAuthor);
    return out;
  }
  if (initials || (!token.has_capital() && token.lexeme().french_word())) return out;
  if (token.shape != Shape::Digits && token.shape != Shape::Initial && people_ > 0) {
    if (is_short_form(token)) {
      out.add(Feature::RegisteredShortForm);
    } else if (is_misspelt(token)) {
      out.add(Feature::RegisteredMisspelt);
    }
  }
  return out;
}

}  // namespace paravent::detect
