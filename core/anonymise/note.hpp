// The note that is rewritten, and what must be known of it before a word there may change.
#pragma once

#include <cstdint>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "anonymise/place.hpp"
#include "detect/finding.hpp"
#include "policy/policy.hpp"

namespace paravent::anonymise {

// Whether a finding is to be taken out of the text.
bool masks(const detect::Finding& finding, const policy::Policy& policy);

inline bool is_in_french(const detect::Finding& finding) {
  return finding.language == text::Language::French;
}

class Note {
 public:
  // Findings that begin at `as_alias` are given aliases, whatever stands around them.
  Note(std::string_view text, const detect::Analysis& analysis, const policy::Policy& policy,
       const std::set<std::uint32_t>& as_alias = {});

  std::string_view text() const { return text_; }
  const detect::Analysis& analysis() const { return analysis_; }
  // Of the note as a whole, and so of its aliases: one stands for the same person in every block. What is
  // said in the grammar of a sentence follows Finding::language.
  text::Language language() const { return analysis_.language; }

  // The findings that mask, in order of the text.
  const std::vector<const detect::Finding*>& masked() const { return masked_; }
  std::string_view surface(const detect::Finding& finding) const;
  const detect::Entity* entity(const detect::Finding& finding) const;

  // Where the masking finding number `at` stands.
  const Place& place(std::size_t at) const { return places_[at]; }
  // "Marc : je bloque." A role there would be read as the label of the line.
  bool is_speaker(text::ByteRange range) const;
  bool in_front_matter(std::size_t at) const { return at < front_matter_end_; }
  // A sentence, a list item, a heading or a cell starts here.
  bool at_sentence_start(std::size_t at) const;

  // Phrases of the tables are written with ’; the note keeps the apostrophe that it uses itself.
  std::string in_own_typography(std::string phrase, std::size_t at) const;

 private:
  std::string_view text_;
  const detect::Analysis& analysis_;
  std::vector<const detect::Finding*> masked_;
  std::vector<Place> places_;  // of masked_
  std::size_t front_matter_end_ = 0;
  bool straight_apostrophes_ = false;
};

}  // namespace paravent::anonymise
