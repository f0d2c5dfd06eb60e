// A word and those around it: what the features of context are read from. Each reader of one kind of context
// derives from it, in a file of its own.
#pragma once

#include <cstddef>
#include <string_view>

#include "detect/feature.hpp"
#include "detect/features.hpp"
#include "detect/token.hpp"

namespace paravent::detect {

// Gaps across which a cue still speaks for the word behind it.
inline constexpr Gaps close_gap{Gap::Space, Gap::Emphasis, Gap::Dot, Gap::Apostrophe, Gap::Quote, Gap::Open};
inline constexpr Gaps apposition_gap{Gap::Space, Gap::Emphasis, Gap::Comma,    Gap::Open,
                                     Gap::Close, Gap::Dash,     Gap::Colon,    Gap::Apostrophe,
                                     Gap::Quote, Gap::Dot,      Gap::LineBreak};

inline bool is_close(const Token& token) {
  return token.gap.only(close_gap);
}

inline bool is_plain(const Token& token) {
  return token.gap.only(Gaps{Gap::Space, Gap::Emphasis, Gap::Apostrophe, Gap::Close});
}

class Neighbours {
 public:
  Neighbours(const Tokens& tokens, std::size_t at, FeatureSet& out) : tokens_(tokens), at_(at), out_(out) {}

 protected:
  static constexpr std::size_t none = static_cast<std::size_t>(-1);

  const Token& token(std::size_t i) const { return tokens_.all[i]; }
  const Token& here() const { return token(at_); }
  bool continues(std::size_t i) const { return i < tokens_.size() && continues_sentence(token(i)); }

  // The word before `i`, if the sentence goes on between them.
  std::size_t before(std::size_t i) const {
    return i > 0 && i < tokens_.size() && continues(i) ? i - 1 : none;
  }
  std::size_t after(std::size_t i) const { return continues(i + 1) ? i + 1 : none; }

  void when(bool condition, Feature feature) {
    if (condition) out_.add(feature);
  }

  // The next word of the block by place alone, whatever stands between.
  std::size_t left() const { return left_of(at_); }
  std::size_t right() const { return right_of(at_); }
  std::size_t left_of(std::size_t i) const { return starts_block(token(i)) || i == 0 ? none : i - 1; }
  std::size_t right_of(std::size_t i) const {
    return i + 1 < tokens_.size() && !starts_block(token(i + 1)) ? i + 1 : none;
  }

  // "C.": a dot right behind the word.
  bool is_dotted(std::size_t i) const { return detect::is_dotted(tokens_, token(i)); }

  // "de", "de la": between the head of an institution and its name.
  bool is_link(const Token& word) const {
    if (word.shape != Shape::Lower) return false;
    const std::string_view form = tokens_.form(word);
    return word.cues.has(WordCue::Of) || form == "la" || form == "l" || form == "le" || form == "les" ||
           form == "a";
  }

  const Tokens& tokens_;
  std::size_t at_;
  FeatureSet& out_;
};

// What stands before the word in its sentence.
void add_left_context(const Tokens& tokens, std::size_t at, FeatureSet& out);
// What stands after it.
void add_right_context(const Tokens& tokens, std::size_t at, FeatureSet& out);
// What joins it to its neighbours as parts of one name.
void add_name_parts(const Tokens& tokens, std::size_t at, FeatureSet& out);
// Heads and tails of the names of organisations and places.
void add_institutions(const Tokens& tokens, std::size_t at, FeatureSet& out);

}  // namespace paravent::detect
