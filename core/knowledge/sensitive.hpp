// Words that tell of what GDPR article 9 protects, and the words beside them that decide whether they do. The
// rows live in data/tables/sensitive.tsv.
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string_view>

#include "text/language.hpp"

namespace paravent::knowledge {

enum class SensitiveKind : std::uint8_t {
  Health,
  Belief,
  Politics,
  Union,
  Intimacy,  // sex life and orientation
  Origin,    // ethnic
};
inline constexpr std::size_t sensitive_kind_count = 6;

enum class SensitiveUse : std::uint8_t {
  Sure,      // tells by itself: "diabétique"
  Near,      // … with a person in the same sentence: "opérée"
  Said,      // … if it is said of a person beside it: "elle est noire"
  Had,       // … if a person has it: "her MS", "he has a scan on Friday"
  Led,       // … with a lead beside it: "suivie par un psychiatre"
  Heritage,  // … with a demonym beside it: "d’origine kabyle"
  Figure,    // tells nothing, and no word in it does: "un dialogue de sourds"
  // The words beside them.
  Lead,      // "sous", "suivie", "membre de"
  Tail,      // belongs to what stands before it: "chronique", "du sein"
  Topic,     // what follows is spoken of in general: "un atelier sur"
  Person,    // "elle", "fils"
  Being,     // joins a person to what is said of them: "est", "became"
  Having,    // joins a person to what they have: "has", "her"
  Negation,  // "ne", "sans"
};
inline constexpr std::size_t sensitive_use_count = 14;

// A set of uses.
class SensitiveUses {
 public:
  template <class... More>
  constexpr explicit SensitiveUses(More... more) : bits_(((1U << static_cast<unsigned>(more)) | ... | 0U)) {}
  constexpr bool has(SensitiveUse use) const { return (bits_ >> static_cast<unsigned>(use)) & 1U; }

 private:
  std::uint32_t bits_ = 0;
};

// One bit a kind; of words of context, the kinds that they are beside. Two bits more are Health with leads of
// their own: what is taken ("sous traitement") and parts of the body ("opérée du genou").
using SensitiveKinds = std::uint8_t;
inline constexpr std::size_t sensitive_kind_bits = sensitive_kind_count + 2;

struct SensitivePhrase {
  SensitiveUse use = SensitiveUse::Sure;
  SensitiveKinds kinds = 0;
  bool french = false;  // the languages that have these words in this sense
  bool english = false;
  bool capital = false;  // they have a capital in the middle of a sentence, too
  bool accents = false;  // without accents they are other words
  std::string_view
      unless;  // folded words and phrases, separated by '|', that say that something else is meant
  std::uint16_t words = 0;  // how many tokens matched

  // Of a row that makes a finding.
  SensitiveKind kind() const;
  bool is_of(text::Language language) const { return language == text::Language::French ? french : english; }
};

// The longest phrase with one of the wanted uses that starts at the first of `folded`. A word that starts one
// that makes a finding, or a figure, has Lexeme::sensitive; those of context need not.
std::optional<SensitivePhrase> longest_sensitive(std::span<const std::string_view> folded,
                                                 SensitiveUses wanted) noexcept;

// The most words that a phrase has.
std::size_t longest_sensitive_phrase() noexcept;

}  // namespace paravent::knowledge
