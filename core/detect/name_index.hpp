// The names of a note, by their parts: what makes every other mention of them found (DESIGN.md, Detection). A
// word that is a part of a name met elsewhere gets a feature; the decoder decides.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "detect/decode.hpp"
#include "detect/form_map.hpp"
#include "detect/token.hpp"

namespace paravent::detect {

class NameIndex {
 public:
  // `tokens` must outlive the index.
  explicit NameIndex(const Tokens& tokens) : tokens_(tokens) {}

  // Takes the parts of a name found in the note.
  void add(const Span& span);
  // Takes the parts of a person known from elsewhere (declared by the coach). `name` must outlive the index.
  void add_person(const Tokens& name);
  // All names are in: prepares the look-up of initials, diminutives and misspelt forms.
  void finish();

  // What the names of the note say of a word.
  FeatureSet features(std::size_t at) const;

 private:
  // What a form is a part of: the surest margin of each label that it was read with.
  struct Part {
    std::uint32_t first = 0;  // the word it was first read at
    bool elsewhere = false;   // and it was read at another
    bool given = false;
    bool surname = false;
    Scores best{};
  };
  void add_part(std::string_view form, std::size_t at, Label label, std::int32_t margin, bool given);
  void add_initials(const Tokens& tokens, std::size_t first, std::size_t last);
  bool is_initials(std::size_t at) const;
  bool is_short_form(const Token& token) const;
  bool is_misspelt(const Token& token) const;

  const Tokens& tokens_;
  FormMap<Part> parts_;
  std::vector<std::string_view> people_;  // forms of people's parts
  FormMap<std::uint8_t> prefixes_;        // of given names, three letters and more
  FormMap<std::uint8_t> initials_;
  std::vector<std::string> initials_text_;  // owns the forms of initials_
  std::vector<std::uint64_t> deletions_;    // sorted hashes of long parts with one letter taken out
};

}  // namespace paravent::detect
