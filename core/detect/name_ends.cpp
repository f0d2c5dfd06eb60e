#include "detect/name_ends.hpp"

#include <algorithm>
#include <array>
#include <span>
#include <string_view>

#include "detect/span_reach.hpp"

namespace paravent::detect {
namespace {

bool is_one_of(std::string_view form, std::span<const std::string_view> words) {
  return std::find(words.begin(), words.end(), form) != words.end();
}

class Ends : private SpanReach {
 public:
  using SpanReach::SpanReach;

  void widen() {
    if (names_one()) {
      take_nickname();
      take_glued_initial();
      if (span_.label == Label::Person) take_given_name();
      take_surname_before_comma();
    }
    if (span_.label == Label::Author || span_.label == Label::Project) return;
    take_saint();
    if (is_body_or_place()) take_first_half();
  }

 private:
  bool is_saint(const Token& word) const {
    constexpr std::array<std::string_view, 4> saints{"st", "ste", "saint", "sainte"};
    return is_one_of(tokens_.form(word), saints);
  }

  // "Big | Trev", "Wee | Bruno"; not "Big | Robertson"
  void take_nickname() {
    constexpr std::array<std::string_view, 5> sizes{"big", "little", "wee", "ti", "ptit"};
    const std::uint32_t left = before(span_.first, blank);
    if (!is_left(left) || token(left).shape != Shape::Capital || !token(span_.first).has_capital()) return;
    if (is_one_of(tokens_.form(token(left)), sizes) && is_likely_given(token(span_.first)))
      span_.first = left;
  }

  // "deputy | Precious Clarke", "| Grace Tarvin runs it"
  void take_given_name() {
    const std::uint32_t left = before(span_.first, blank);
    if (!is_left(left) || span_.last - span_.first != 1) return;
    const Token& given = token(left);
    const Token& surname = token(span_.first);
    const knowledge::Lexeme& lexeme = given.lexeme();
    WordCues cues = given.cues;
    cues.remove(WordCue::WithPerson);  // "grâce à", "Grace"
    const bool name = given.shape == Shape::Capital && lexeme.given > 0 && cues.empty() && !lexeme.other &&
                      given.known.empty();
    // "Will Smith come?"
    constexpr std::uint8_t of_every_sentence = 3;
    if (given.where.has(Where::SentenceStart) && (lexeme.given < 2 || lexeme.english >= of_every_sentence))
      return;
    const bool word = surname.lexeme().french_word() || surname.lexeme().english > 0;
    if (name && surname.shape == Shape::Capital && (is_likely_surname(surname) || !word)) span_.first = left;
  }

  // "| MORRISSEY, | Colm |": as lists write one person, alone in a cell or a line.
  void take_surname_before_comma() {
    const std::uint32_t left = before(span_.first, Gaps{Gap::Space, Gap::Comma});
    if (!is_left(left) || !token(span_.first).gap.has(Gap::Comma)) return;
    const Token& surname = token(left);
    constexpr std::size_t shortest = 3;
    const bool name = surname.shape == Shape::AllCaps && surname.form_size() >= shortest &&
                      !surname.lexeme().acronym && surname.known.empty();
    const bool opens =
        starts_block(surname) || surname.gap.has(Gap::Pipe) || surname.where.has(Where::LineStart);
    const bool closes = span_.last == tokens_.size() || starts_block(token(span_.last)) ||
                        token(span_.last).gap.has_any(Gaps{Gap::Pipe, Gap::LineBreak, Gap::Open});
    if (name && opens && closes && is_likely_given(token(span_.first))) span_.first = left;
  }

  // "kenza | .w", "sandrine | .B": the handle of a chat. "sophie.a dit" lacks a blank.
  void take_glued_initial() {
    const Token& name = token(span_.last - 1);
    if (!follows(span_.last, Gaps{Gap::Dot}) || is_barred(token(span_.last))) return;
    const Token& letter = token(span_.last);
    const bool one = letter.shape != Shape::Digits && letter.end - letter.begin == 1;
    const bool word = tokens_.form(letter) == "a" || tokens_.form(letter) == "y";
    if (!one || word || name.shape != Shape::Lower) return;
    const std::uint32_t next = span_.last + 1;
    const bool glued = next < tokens_.size() && !starts_block(token(next)) &&
                       token(next).gap.only(Gaps{Gap::Dot, Gap::Hyphen, Gap::Apostrophe});
    if (!glued) ++span_.last;
  }

  // "St | Augustine's", "st | andrews": with the s that its name ends with.
  void take_saint() {
    const std::uint32_t left = before(span_.first, Gaps{Gap::Space, Gap::Dot, Gap::Hyphen});
    const bool inside = is_saint(token(span_.first));
    if (!inside) {
      if (!is_left(left) || !is_saint(token(left))) return;
      if (token(left).has_capital() != token(span_.first).has_capital()) return;
      span_.first = left;
      if (names_one() && !token(left).has_capital()) span_.label = Label::Org;
    }
    if (is_body_or_place() && follows(span_.last, Gaps{Gap::Apostrophe}) &&
        tokens_.form(token(span_.last)) == "s")
      ++span_.last;
  }

  // "Mid | -Ohio Food Bank", "Anglo | -Irish Trust"; not "DRH-Lyon", "ex-Danone".
  void take_first_half() {
    const std::uint32_t left = before(span_.first, Gaps{Gap::Hyphen});
    if (!is_left(left) || !token(span_.first).has_capital()) return;
    const Token& half = token(left);
    const bool other = half.lexeme().french_word() || half.lexeme().acronym ||
                       half.cues.has(WordCue::PrefixOfName) || half.known.has(Known::Role);
    if (half.shape == Shape::Capital && !other) span_.first = left;
  }
};

}  // namespace

void widen_ends(const Tokens& tokens, Span& span, std::uint32_t begin, std::uint32_t end) {
  Ends(tokens, span, begin, end).widen();
}

}  // namespace paravent::detect
