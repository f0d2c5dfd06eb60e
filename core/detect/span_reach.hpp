// One span of a name and the words around it that it may take: those between its neighbours.
#pragma once

#include <cstdint>

#include "detect/decode.hpp"
#include "detect/features.hpp"
#include "detect/token.hpp"

namespace paravent::detect {

class SpanReach {
 public:
  // The words [begin, end) are free, or the span’s.
  SpanReach(const Tokens& tokens, Span& span, std::uint32_t begin, std::uint32_t end)
      : tokens_(tokens), span_(span), begin_(begin), end_(end) {}

 protected:
  static constexpr Gaps blank{Gap::Space};
  static constexpr std::uint32_t no_word = static_cast<std::uint32_t>(-1);

  const Token& token(std::uint32_t at) const { return tokens_.all[at]; }
  bool names_one() const { return span_.label == Label::Person || span_.label == Label::Author; }
  // "Marie", not "Marie Curie" and not "Keramonac": what stands beside it is about her.
  bool is_lone_given_name() const {
    return names_one() && span_.last - span_.first == 1 && is_likely_given(token(span_.first));
  }
  bool is_body_or_place() const { return span_.label == Label::Org || span_.label == Label::Loc; }
  // Whether a free word stands there, with nothing but those gaps before it.
  bool follows(std::uint32_t at, Gaps gaps) const {
    return at < end_ && !starts_block(token(at)) && !token(at).gap.empty() && token(at).gap.only(gaps);
  }
  bool is_left(std::uint32_t at) const { return at != no_word && at >= begin_; }
  // The word opens a line or a cell.
  bool opens_entry(std::uint32_t at) const {
    return starts_block(token(at)) || token(at).gap.has(Gap::Pipe) || token(at).where.has(Where::LineStart);
  }
  // The word before `at`, or no_word.
  std::uint32_t before(std::uint32_t at, Gaps gaps) const {
    return at > begin_ && follows(at, gaps) && !is_barred(token(at - 1)) ? at - 1 : no_word;
  }

  const Tokens& tokens_;
  Span& span_;
  std::uint32_t begin_;
  std::uint32_t end_;
};

}  // namespace paravent::detect
