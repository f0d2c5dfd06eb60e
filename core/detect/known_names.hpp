// Names known from elsewhere, each once, with all that a text may call them by: of the thousands that a folder
// or a vault may tell, a note takes in those that its words can mean. Taking in the others would change
// nothing that is read in it, and cost more than the note.
#pragma once

#include <cstdint>
#include <map>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "detect/find.hpp"
#include "detect/form_table.hpp"
#include "detect/name_book.hpp"

namespace paravent::detect {

// What calls a name: a hash of a word or of a part of a name, whole, cut short, or without one letter.
using Call = std::uint64_t;

class KnownNames {
 public:
  KnownNames() = default;
  KnownNames(const KnownNames&) = delete;
  KnownNames& operator=(const KnownNames&) = delete;

  // The number of a name, counted from 0 in the order in which names are first added.
  NameNumber add(const KnownName& name);
  const KnownName& operator[](NameNumber number) const { return *names_[number]; }
  std::size_t size() const { return names_.size(); }

  // Adds the numbers of the names that may be meant by a call.
  void add_called(Call call, std::vector<NameNumber>& out) const;

 private:
  std::vector<Call> calls_of(const KnownName& name);

  std::map<KnownName, NameNumber> numbers_;
  std::vector<const KnownName*> names_;  // keys of numbers_
  std::unordered_multimap<Call, NameNumber> calls_;
  FormTable forms_;
  NameBook book_;
};

// The names of a context that a note may mean, found as the note is read.
class CalledNames {
 public:
  // `context` must outlive it.
  explicit CalledNames(const Context& context) : context_(context), called_(context.known.size()) {}

  // By the words of the note: what NameIndex asks for.
  void call_words(const FormTable& forms);
  void call_initials(const Tokens& tokens);
  // By the names that were read in it: what Coreference asks for.
  void call_people(const NameBook& book);

  // The people and names of the context as far as they were called; those that it lists itself always are.
  Context taken_in() const;

 private:
  void call(Call call);

  const Context& context_;
  std::vector<std::vector<NameNumber>> called_;  // by place in context.known; some more than once
};

}  // namespace paravent::detect
