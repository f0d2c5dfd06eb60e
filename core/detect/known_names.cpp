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

Call call_of(std::string_view text) {
  return hash_of_both(text, {});
}

// A text that may be misspelt, at both ends of the comparison.
void add_misspelt(std::string_view text, std::vector<Call>& out) {
  for (std::size_t i = 0; i < text.size(); ++i) out.push_back(hash_without(text, i));
}

// A part of a name by which it is called as it is, cut short, or misspelt.
void add_part(std::string_view part, std::vector<Call>& out) {
  out.push_back(call_of(part));
  for (std::size_t size = shortest_prefix; size < part.size(); ++size)
    out.push_back(call_of(part.substr(0, size)));
  if (part.size() >= shortest_typo) add_misspelt(part, out);
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

NameNumber KnownNames::add(const KnownName& name) {
  const auto number = static_cast<NameNumber>(names_.size());
  const auto [found, fresh] = numbers_.emplace(name, number);
  if (!fresh) return found->second;
  names_.push_back(&found->first);
  for (const Call call : calls_of(name)) calls_.emplace(call, number);
  return number;
}

std::vector<Call> KnownNames::calls_of(const KnownName& name) {
  std::vector<Call> out;
  const Tokens tokens = tokenise_name(name.name, forms_);
  for (std::size_t i = 0; i < tokens.size(); ++i) add_part(tokens.form(i), out);
  if (name.category == Category::Person && tokens.size() > 0) {
    for (const std::string& letters : initials_of(tokens, 0, tokens.size())) out.push_back(call_of(letters));
    const NameHalves halves = halves_of(tokens, 0, tokens.size());
    for_each_joined_form(halves.given, halves.surname, [&](std::string_view first, std::string_view second) {
      out.push_back(hash_of_both(first, second));
    });
    const Span whole{0, static_cast<std::uint32_t>(tokens.size()), Label::Person, 0, 0, {}};
    const BookedPerson& person = book_.person(book_.add_person(parse_person(tokens, whole)));
    for (const Atom atom : person.atoms) add_part(book_.text(atom), out);
  }
  sort_once(out);
  return out;
}

void KnownNames::add_called(Call call, std::vector<NameNumber>& out) const {
  const auto [first, last] = calls_.equal_range(call);
  for (auto found = first; found != last; ++found) out.push_back(found->second);
}

void CalledNames::call(Call call) {
  for (std::size_t i = 0; i < called_.size(); ++i) context_.known[i].names->add_called(call, called_[i]);
}

void CalledNames::call_words(const FormTable& forms) {
  std::vector<Call> misspelt;
  for (FormId id = 1; id < forms.size(); ++id) {
    const Form& form = forms[id];
    call(call_of(form.text));
    for (std::size_t nth = 0;; ++nth) {
      const std::string_view full = knowledge::given_name_of(form.text, nth);
      if (full.empty()) break;
      call(call_of(full));
    }
    if (may_be_misspelt(form)) add_misspelt(form.text, misspelt);
  }
  for (const Call one : misspelt) call(one);
}

// "C.D.", "C. D."; "CD" is a word.
void CalledNames::call_initials(const Tokens& tokens) {
  for (std::size_t i = 1; i < tokens.size(); ++i) {
    if (tokens.all[i - 1].shape != Shape::Initial || tokens.all[i].shape != Shape::Initial) continue;
    call(hash_of_both(tokens.form(i - 1).substr(0, 1), tokens.form(i).substr(0, 1)));
  }
}

void CalledNames::call_people(const NameBook& book) {
  std::vector<Call> calls;
  for (const BookedPerson& person : book.people()) {
    for (const Atom atom : {person.given, person.surname, person.initials})
      calls.push_back(call_of(book.text(atom)));
    for (const Atom atom : person.forms()) calls.push_back(call_of(book.text(atom)));
    if (person.odd_given) add_misspelt(book.text(person.given), calls);
    if (person.odd_surname) add_misspelt(book.text(person.surname), calls);
  }
  sort_once(calls);
  for (const Call one : calls) call(one);
}

Context CalledNames::taken_in() const {
  Context out{context_.file_stem, context_.people, context_.folder, {}, {}};
  for (std::size_t i = 0; i < called_.size(); ++i) {
    const NamesFrom& from = context_.known[i];
    std::vector<NameNumber> called = called_[i];
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
