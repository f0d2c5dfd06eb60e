#include "detect/name_book.hpp"

#include <algorithm>
#include <iterator>

#include "detect/joined_name.hpp"
#include "detect/name_forms.hpp"
#include "knowledge/phrases.hpp"

namespace paravent::detect {
namespace {

constexpr char between = '|';  // in no folded form

// A given name that so many bear stands for itself: Yann is no short form of a Jean.
constexpr int usual_given = 7;  // ≥ 2 048 births

// Of a name of many surnames only the first are kept.
constexpr std::size_t most_atoms = 64;

// Not the head of an institution, an article or a legal form.
bool is_telling(const Token& token) {
  return token.has_capital() && !token.cues.has(WordCue::LegalForm) && !token.cues.has(WordCue::OrgTail) &&
         !token.cues.has(WordCue::OrgNoun) && !token.known.has(Known::Institution) &&
         !token.cues.has(WordCue::Determiner);
}

// How many bytes a short form of a given name has at most: of a hyphenated one, its first part.
std::size_t longest_short_form(std::string_view given) {
  return std::min({given.find('-'), given.size() - 1, longest_prefix});
}

bool is_odd(std::string_view part) {
  return part.size() + 1 >= shortest_typo && part.find(' ') == std::string_view::npos &&
         !knowledge::look_up(part).known();
}

std::string in_one(std::string_view name) {
  std::string out;
  std::copy_if(name.begin(), name.end(), std::back_inserter(out),
               [](char c) { return c != ' ' && c != '-'; });
  return out;
}

}  // namespace

Atom Atoms::add(std::string_view text) {
  if (text.empty()) return 0;
  const auto [found, fresh] = numbers_.emplace(text, static_cast<Atom>(texts_.size()));
  if (fresh) texts_.emplace_back(found->first);
  return found->second;
}

Atom Atoms::find(std::string_view text) const {
  const auto found = numbers_.find(std::string(text));
  return found == numbers_.end() ? 0 : found->second;
}

NameId NameBook::add_person(const PersonName& name) {
  key_.clear();
  for (const std::string& part : {name.given, name.surname, name.initials, name.title}) {
    key_ += part;
    key_ += between;
  }
  key_ += name.given_initial;
  key_ += name.surname_initial;
  key_ += static_cast<char>(name.sex);
  key_ += name.civility ? 'c' : ' ';
  key_ += name.role ? 'r' : ' ';
  const auto [found, fresh] = people_ids_.emplace(key_, static_cast<NameId>(people_.size()));
  if (!fresh) return found->second;
  people_.push_back(booked(name));
  add_prefixes(people_.back());
  const BookedPerson& person = people_.back();
  if (person.is_full()) {
    add_deletions(person.given);
    add_deletions(person.surname);
  }
  if (!person.is_full() && person.initials == 0 && !person.forms().empty())
    ask_for_prefix(person.forms().front());
  return found->second;
}

BookedPerson NameBook::booked(const PersonName& name) {
  BookedPerson out;
  const auto add = [&](std::string_view text) { out.atoms.push_back(person_atoms_.add(text)); };
  const auto end = [&] { return static_cast<std::uint8_t>(out.atoms.size()); };
  const std::string& form = name.given.empty() ? name.surname : name.given;
  if (!form.empty()) add(form);
  out.usual = !form.empty() && knowledge::look_up(form).given >= usual_given;
  for (std::size_t nth = 0; !form.empty(); ++nth) {
    const std::string_view whole = knowledge::given_name_of(form, nth);
    if (whole.empty()) break;
    if (!out.usual || whole.substr(0, form.size()) == form) add(whole);
  }
  out.forms_end = end();
  const std::size_t hyphen = name.given.find('-');
  if (!name.given.empty()) add(name.given);
  if (hyphen != std::string::npos) add(name.given.substr(0, hyphen));
  out.givens_end = end();
  if (!name.surname.empty()) add(name.surname);
  // "Le Goff" by "Goff", "Dupont-Morel" by either of its parts
  for (std::size_t from = 0; from < name.surname.size();) {
    const std::size_t stop = std::min(name.surname.find_first_of(" -", from), name.surname.size());
    if (stop - from > 2 && out.atoms.size() < most_atoms) add(name.surname.substr(from, stop - from));
    from = stop + 1;
  }
  if (name.is_full()) {
    for_each_joined_form(in_one(name.given), in_one(name.surname),
                         [&](auto first, auto second) { add(std::string(first) += second); });
  }
  out.surnames_end = end();
  if (name.is_full()) {
    out.full = person_atoms_.add(name.given + between + name.surname);
    add(std::string{name.given.front(), name.surname.front()});
    if (hyphen != std::string::npos && hyphen + 1 < name.given.size())
      add(std::string{name.given.front(), name.given[hyphen + 1], name.surname.front()});
  }
  if (!name.initials.empty()) add(name.initials);
  out.atoms.shrink_to_fit();
  out.given = person_atoms_.add(name.given);
  out.surname = person_atoms_.add(name.surname);
  out.initials = person_atoms_.add(name.initials);
  out.title = person_atoms_.add(name.title);
  out.given_letter = name.given.empty() ? '\0' : name.given.front();
  out.surname_letter = name.surname.empty() ? '\0' : name.surname.front();
  out.given_initial = name.given_initial;
  out.surname_initial = name.surname_initial;
  out.odd_given = is_odd(name.given);
  out.odd_surname = is_odd(name.surname);
  out.sex = name.sex;
  out.civility = name.civility;
  out.role = name.role;
  return out;
}

// The starts of its given name that some mention is.
void NameBook::add_prefixes(BookedPerson& person) {
  const std::string_view given = person_atoms_.text(person.given);
  if (given.empty()) return;
  if (person.given >= bearers_.size()) bearers_.resize(person.given + std::size_t{1});
  std::vector<NameId>& bearers = bearers_[person.given];
  const bool first = bearers.empty();
  bearers.push_back(static_cast<NameId>(people_.size() - 1));
  for (std::size_t size = shortest_prefix; size <= longest_short_form(given); ++size) {
    const std::string_view start = given.substr(0, size);
    if (first) prefixes_.emplace(hash_of_both(start, {}), person.given);
    const Atom prefix = person_atoms_.find(start);
    if (prefix < asked_.size() && asked_[prefix]) person.prefixes.push_back(prefix);
  }
}

void NameBook::ask_for_prefix(Atom form) {
  if (form >= asked_.size()) asked_.resize(form + std::size_t{1});
  if (asked_[form]) return;
  asked_[form] = true;
  const std::string_view prefix = person_atoms_.text(form);
  const auto [first, last] = prefixes_.equal_range(hash_of_both(prefix, {}));
  for (auto found = first; found != last; ++found) {
    if (person_atoms_.text(found->second).substr(0, prefix.size()) != prefix) continue;
    for (const NameId bearer : bearers_[found->second]) people_[bearer].prefixes.push_back(form);
  }
}

void NameBook::add_deletions(Atom part) {
  if (part >= deleted_.size()) deleted_.resize(part + std::size_t{1});
  const std::string_view text = person_atoms_.text(part);
  if (deleted_[part] || text.size() < shortest_typo) return;
  deleted_[part] = true;
  for (std::size_t i = 0; i <= text.size(); ++i) deletions_.emplace(hash_without(text, i), part);
}

std::vector<Atom> NameBook::misspelt_as(Atom odd) const {
  std::vector<Atom> out;
  const std::string_view text = person_atoms_.text(odd);
  for (std::size_t i = 0; i <= text.size(); ++i) {
    const auto [first, last] = deletions_.equal_range(hash_without(text, i));
    for (auto found = first; found != last; ++found) {
      if (found->second != odd && std::find(out.begin(), out.end(), found->second) == out.end())
        out.push_back(found->second);
    }
  }
  // Not by number: these tell in which order names were met, also those that are gone.
  std::sort(out.begin(), out.end(),
            [&](Atom a, Atom b) { return person_atoms_.text(a) < person_atoms_.text(b); });
  return out;
}

bool NameBook::are_near(Atom a, Atom b) const {
  return detect::are_near(person_atoms_.text(a), person_atoms_.text(b));
}

NameId NameBook::add_thing(const Tokens& tokens, const Span& span) {
  const char label = static_cast<char>('0' + static_cast<int>(span.label));
  key_ = label;
  for (std::size_t i = span.first; i < span.last; ++i) {
    key_ += tokens.form(i);
    key_ += is_telling(tokens.all[i]) ? '!' : ' ';
  }
  const auto [found, fresh] = thing_ids_.emplace(key_, static_cast<NameId>(things_.size()));
  if (!fresh) return found->second;
  BookedThing& out = things_.emplace_back();
  out.words.reserve(span.last - span.first);
  std::string whole{between, label};
  for (std::size_t i = span.first; i < span.last; ++i) {
    whole += tokens.form(i);
    whole += ' ';
    key_ = label;
    key_ += tokens.form(i);
    out.words.push_back({thing_atoms_.add(key_), is_telling(tokens.all[i])});
  }
  out.whole = thing_atoms_.add(whole);
  return found->second;
}

}  // namespace paravent::detect
