// What can speak for a name, in groups that a person understands, and how it is said.
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>

#include "detect/finding.hpp"
#include "text/language.hpp"

namespace paravent::detect {

enum class Reason : std::uint8_t {
  Word,     // its form and its letters
  Writing,  // capitals, and the punctuation around
  FrequentGiven,
  RareGiven,
  FrequentSurname,
  RareSurname,
  LargePlace,
  Place,
  Company,
  Author,
  OrdinaryWord,  // of a language
  UnknownWord,   // in none of the tables
  Before,
  After,
  Around,  // before and after it, together
  Citation,
  Position,    // line, label, cell, link
  SameName,    // a name of the note, or a declared person
  RestOfNote,  // what else stands elsewhere, or does not
  Count,
};
inline constexpr std::size_t reason_count = static_cast<std::size_t>(Reason::Count);

// A reason and how much it spoke for the label of the finding.
struct Weighed {
  Reason reason = Reason::Word;
  std::uint32_t tenths = 0;  // of a log-odds unit
  bool operator==(const Weighed&) const = default;
};

std::string_view code_of(Reason reason);  // "given.frequent": in JSON
text::Wording words_of(Reason reason);

// The rule, the score, and what weighed most: a line that holds no text of the note.
std::string explain_score(const Finding& finding, std::span<const Weighed> reasons, text::Language language);

}  // namespace paravent::detect
