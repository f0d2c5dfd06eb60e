// Names known from elsewhere, each once, with all that a text may call them by: of the thousands that a
// folder or a vault may tell, a note takes in those that its words can mean. Taking in the others would
// change nothing that is read in it, and cost more than the note.
#pragma once

#include <cstdint>
#include <map>
#include <span>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "detect/decode.hpp"
#include "detect/find.hpp"
#include "detect/form_table.hpp"
#include "detect/name_book.hpp"

namespace paravent::detect {

// As what the names of a category are read.
Label label_of(Category category);

// In which way a name is called: by a word of the note, by the start of a longer word, by a misspelt one; or
// by a part of a name that was read there, likewise.
enum class CalledBy : std::uint8_t { Word, ShortWord, OddWord, Part, ShortPart, OddPart };

// A way and a text, as one number. Where two are alike a name too many is taken in, which changes nothing.
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
  void add_words(const Tokens& tokens, Label label, std::vector<Call>& out) const;
  void add_parts(const Tokens& tokens, std::vector<Call>& out);

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
  explicit CalledNames(const Context& context) : context_(context) {}

  // `context` with the names that its words call: all that NameIndex needs. Those that the context lists
  // itself are always there.
  Context by_words(const FormTable& forms, std::span<const Tokens* const> passages) const;
  // The same by the names that were read in it: all that Coreference needs.
  Context by_people(const NameBook& book) const;

 private:
  Context taken_in(const std::vector<Call>& calls) const;

  const Context& context_;
};

}  // namespace paravent::detect
