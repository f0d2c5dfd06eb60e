// The folded forms of a note, each once, with what the tables know of it: words point to them, and what the
// note says of a form is counted by its id.
#pragma once

#include <cstddef>
#include <cstdint>
#include <deque>
#include <memory>
#include <string_view>
#include <vector>

#include "detect/cue_words.hpp"
#include "knowledge/lexicon.hpp"

namespace paravent::detect {

using FormId = std::uint32_t;  // counts from 0; FormTable::nothing is the empty form

struct Form {
  std::string_view text;
  FormId id = 0;
  std::uint64_t hash = 0;         // the same for the same text, everywhere
  std::int8_t language_vote = 0;  // of a function word: 1 English, -1 French
  knowledge::Lexeme lexeme;
  WordCues cues;
};

inline constexpr Form no_form;  // the empty one, of any table

class FormTable {
 public:
  static constexpr FormId nothing = 0;

  FormTable();

  // The form, added if it is new. Valid as long as the table.
  const Form& intern(std::string_view text);
  const Form* find(std::string_view text) const;  // nullptr if the note never had it

  const Form& operator[](FormId id) const { return forms_[id]; }
  std::size_t size() const { return forms_.size(); }  // forms, also those that no word has any more

 private:
  std::size_t slot_of(std::string_view text, std::uint64_t hash) const;
  std::string_view keep(std::string_view text);
  void grow();

  struct Slot {
    std::uint32_t tag = 0;  // upper half of the hash
    FormId form = nothing;  // nothing: free
  };
  std::deque<Form> forms_;
  std::vector<Slot> slots_;
  std::vector<std::unique_ptr<char[]>> pages_;
  std::size_t page_left_ = 0;
};

}  // namespace paravent::detect
