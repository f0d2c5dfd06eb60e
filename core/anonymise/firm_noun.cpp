#include "anonymise/firm_noun.hpp"

#include <array>

#include "detect/cue_words.hpp"
#include "knowledge/phrases.hpp"

namespace paravent::anonymise {

bool is_institution_noun(std::string_view folded) {
  const std::array words{folded};
  for (std::size_t nth = 0;; ++nth) {
    const auto phrase = knowledge::whole_phrase(words, nth);
    if (!phrase) return false;
    if (phrase->kind == knowledge::PhraseKind::Institution) return true;
  }
}

bool is_firm_noun(std::string_view folded) {
  return detect::cues_of(folded).has(detect::WordCue::OrgNoun) || is_institution_noun(folded);
}

}  // namespace paravent::anonymise
