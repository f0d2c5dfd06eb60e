#include "detect/known_names.hpp"

#include <algorithm>
#include <utility>

#include "detect/joined_name.hpp"
#include "detect/name_forms.hpp"
#include "detect/person_name.hpp"
#include "detect/tokeniser.hpp"
#include "knowledge/phrases.hpp"

namespace paravent::detect {
namespace {

Call call_of(CalledBy way, std::uint64_t hash) {
  constexpr std::uint64_t factor = 0x9E3779B97F4A7C15ULL;
  return (hash + static_cast<std::uint64_t>(way)) * factor;
}

Call call_of(CalledBy way, std::string_view text) {
  return call_of(way, hash_of_both(text, {}));
}

// Both ends of a comparison: a text that may be misspelt, and one that it may be meant for.
void add_odd(CalledBy way, std::string_view text, std::vector<Call>& out) {
  for (std::size_t i = 0; i <= text.size(); ++i) out.push_back(call_of(way, hash_without(text, i)));
}

// What calls a word or part otherwise than as it is.
void add_other_forms(CalledBy cut_short, CalledBy odd, std::string_view text, std::vector<Call>& out) {
  for (std::size_t size = shortest_prefix; size < text.size(); ++size)
    out.push_back(call_of(cut_short, text.substr(0, size)));
  if (text.size() >= shortest_typo) add_odd(odd, text, out);
}

// "C.D.", "C. D."; "CD" is a word.
void add_initials(const Tokens& tokens, std::vector<Call>& out) {
  for (std::size_t i = 1; i < tokens.size(); ++i) {
    if (tokens.all[i - 1].shape != Shape::Initial || tokens.all[i].shape != Shape::Initial) continue;
    const std::uint64_t both = hash_of_both(tokens.form(i - 1).substr(0, 1), tokens.form(i).substr(0, 1));
    out.push_back(call_of(CalledBy::Word, both));
  }
}

template <class Value>
void sort_once(std::vector<Value>& values) {
  std::sort(values.begin(), values.end());
  values.erase(std::unique(values.begin(), values.end()), values.end());
}

bool is_among(const std::vector<NameNumber>& sorted, NameNumber number) {
  return std::binary_search(sorted.begin(), sorted.end(), number);
}

}  // namespace

Label label_of(Category category) {
  if (category == Category::Org) return Label::Org;
  return category == Category::Project ? Label::Project : Label::Person;
}

NameNumber KnownNames::add(const KnownName& name) {
  const auto number = static_cast<NameNumber>(names_.size());
  const auto [found, fresh] = numbers_.emplace(name, number);
  if (!fresh) return found->second;
  names_.push_back(&found->first);
  const Tokens tokens = tokenise_name(name.name, forms_);
  std::vector<Call> calls;
  add_words(tokens, label_of(name.category), calls);
  if (name.category == Category::Person && tokens.size() > 0) add_parts(tokens, calls);
  sort_once(calls);
  for (const Call call : calls) calls_.emplace(call, number);
  return number;
}

// What NameIndex makes of it.
void KnownNames::add_words(const Tokens& tokens, Label label, std::vector<Call>& out) const {
  const bool person = label == Label::Person;
  for (std::size_t i = 0; i < tokens.size(); ++i) {
    if (!NameIndex::takes_known(tokens, label, i)) continue;
    out.push_back(call_of(CalledBy::Word, tokens.form(i)));
    if (person) add_other_forms(CalledBy::ShortWord, CalledBy::OddWord, tokens.form(i), out);
  }
  if (!person || tokens.size() == 0) return;
  for (const std::string& letters : initials_of(tokens, 0, tokens.size()))
    out.push_back(call_of(CalledBy::Word, letters));
  const NameHalves halves = halves_of(tokens, 0, tokens.size());
  for_each_joined_form(halves.given, halves.surname, [&](std::string_view first, std::string_view second) {
    out.push_back(call_of(CalledBy::Word, hash_of_both(first, second)));
  });
}

// What Coreference makes of it.
void KnownNames::add_parts(const Tokens& tokens, std::vector<Call>& out) {
  const Span whole{0, static_cast<std::uint32_t>(tokens.size()), Label::Person, 0, 0, {}};
  const BookedPerson& person = book_.person(book_.add_person(parse_person(tokens, whole)));
  if (!person.is_full()) return;
  for (const auto& atoms : {person.givens(), person.surnames(), person.all_initials()}) {
    for (const Atom atom : atoms) {
      out.push_back(call_of(CalledBy::Part, book_.text(atom)));
      add_other_forms(CalledBy::ShortPart, CalledBy::OddPart, book_.text(atom), out);
    }
  }
}

void KnownNames::add_called(Call call, std::vector<NameNumber>& out) const {
  const auto [first, last] = calls_.equal_range(call);
  for (auto found = first; found != last; ++found) out.push_back(found->second);
}

Context CalledNames::by_words(const FormTable& forms, std::span<const Tokens* const> passages) const {
  std::vector<Call> calls;
  for (FormId id = 1; id < forms.size(); ++id) {
    const Form& form = forms[id];
    calls.push_back(call_of(CalledBy::Word, form.text));
    if (form.text.size() >= shortest_prefix) {
      for (std::size_t nth = 0;; ++nth) {
        const std::string_view full = knowledge::given_name_of(form.text, nth);
        if (full.empty()) break;
        calls.push_back(call_of(CalledBy::Word, full));
      }
      if (!form.lexeme.french_word()) calls.push_back(call_of(CalledBy::ShortWord, form.text));
    }
    if (may_be_misspelt(form)) add_odd(CalledBy::OddWord, form.text, calls);
  }
  for (const Tokens* tokens : passages) add_initials(*tokens, calls);
  return taken_in(calls);
}

Context CalledNames::by_people(const NameBook& book) const {
  std::vector<Call> calls;
  for (const BookedPerson& person : book.people()) {
    for (const Atom atom : {person.given, person.surname, person.initials})
      calls.push_back(call_of(CalledBy::Part, book.text(atom)));
    for (const Atom atom : person.forms()) {
      calls.push_back(call_of(CalledBy::Part, book.text(atom)));
      calls.push_back(call_of(CalledBy::ShortPart, book.text(atom)));
    }
    if (person.odd_given) add_odd(CalledBy::OddPart, book.text(person.given), calls);
    if (person.odd_surname) add_odd(CalledBy::OddPart, book.text(person.surname), calls);
  }
  sort_once(calls);
  return taken_in(calls);
}

Context CalledNames::taken_in(const std::vector<Call>& calls) const {
  Context out{context_.file_stem, context_.people, context_.folder, {}, {}};
  for (const NamesFrom& from : context_.known) {
    std::vector<NameNumber> called;
    for (const Call call : calls) from.names->add_called(call, called);
    sort_once(called);
    for (const NameNumber number : called) {
      const KnownName& name = (*from.names)[number];
      if (is_among(from.people, number)) out.people.push_back(name.name);
      if (is_among(from.folder, number)) out.folder.push_back(name);
    }
  }
  sort_once(out.people);
  sort_once(out.folder);
  return out;
}

Context in_full(const Context& context) {
  Context out = context;
  if (context.known.empty()) return out;
  out.known.clear();
  for (const NamesFrom& from : context.known) {
    for (const NameNumber number : from.people) out.people.push_back((*from.names)[number].name);
    for (const NameNumber number : from.folder) out.folder.push_back((*from.names)[number]);
  }
  sort_once(out.people);
  sort_once(out.folder);
  return out;
}

}  // namespace paravent::detect
