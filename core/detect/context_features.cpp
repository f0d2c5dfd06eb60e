// All that the words around say of a word.
#include <algorithm>

#include "detect/neighbours.hpp"

namespace paravent::detect {
namespace {

// Lists, labels, and where in the note the word stands.
class Surroundings : public Neighbours {
 public:
  using Neighbours::Neighbours;

  void add() {
    add_coordinated(left(), right());
    add_label();
    add_place_in_note();
    add_ai_tool();
    if (here().has_capital()) add_citation();
  }

 private:
  void add_coordinated(std::size_t left, std::size_t right) {
    when(is_other_name(left, at_, true) || is_other_name(right, right, false), Feature::NamesBeside);
    when(is_other_place(left, at_) || is_other_place(right, right), Feature::PlacesBeside);
  }

  static bool is_list_gap(const Token& token) {
    return token.gap.has(Gap::Comma) || token.gap.has(Gap::Slash) || token.gap.has(Gap::Ampersand);
  }

  bool is_name_in_list(std::size_t i) const {
    const Token& other = token(i);
    return other.has_capital() && other.lexeme().given >= 5 && !other.is_common_word();
  }

  // A given name across a comma or "et".
  bool is_other_name(std::size_t other, std::size_t gap_at, bool leftwards) const {
    if (other == none) return false;
    if (is_list_gap(token(gap_at))) return is_name_in_list(other);
    if (!token(other).cues.has(WordCue::And) || token(other).shape != Shape::Lower) return false;
    const std::size_t beyond = leftwards ? left_of(other) : right_of(other);
    return beyond != none && is_name_in_list(beyond);
  }

  bool is_other_place(std::size_t other, std::size_t gap_at) const {
    return other != none && is_list_gap(token(gap_at)) && token(other).known.has(Known::City) &&
           token(other).has_capital();
  }

  void add_label() {
    switch (here().label) {
      case LineLabel::Person:
        return out_.add(Feature::LabelPerson);
      case LineLabel::Org:
        return out_.add(Feature::LabelOrg);
      case LineLabel::Loc:
        return out_.add(Feature::LabelLoc);
      case LineLabel::Project:
        return out_.add(Feature::LabelProject);
      case LineLabel::Other:
        return out_.add(Feature::LabelOther);
      case LineLabel::None:
        return;
    }
  }

  // Claude: the tool where the words around speak of AI.
  void add_ai_tool() {
    if (!here().known.has(Known::AiTool)) return;
    constexpr std::size_t reach = 8;
    std::size_t first = at_;
    while (first > 0 && at_ - first < reach && !starts_block(token(first))) --first;
    const std::size_t last = std::min(tokens_.size(), at_ + reach + 1);
    for (std::size_t i = first; i < last; ++i) {
      if (i > at_ && starts_block(token(i))) return;
      const bool other_tool = i != at_ && token(i).known.has(Known::AiTool) && token(i).lexeme().given == 0;
      if (token(i).cues.has(WordCue::AiWord) || other_tool) return out_.add(Feature::AiToolWithCue);
    }
  }

  // What stands beside a cited author: "selon", "(1961)", other authors.
  void add_citation() {
    constexpr std::size_t before = 5;
    constexpr std::size_t behind = 4;
    constexpr std::size_t beside = 12;
    for (std::size_t n = 0, i = at_; n < before && i > 0 && continues(i); ++n) {
      --i;
      const bool cue = token(i).cues.has(WordCue::Citation) || token(i).cues.has(WordCue::CitationContext);
      if (cue && token(i).shape != Shape::AllCaps) out_.add(Feature::CitationBefore);
    }
    for (std::size_t i = at_ + 1; i <= at_ + behind && continues(i); ++i) {
      if (is_year(token(i))) out_.add(Feature::YearBehind);
    }
    std::size_t first = at_;
    while (first > 0 && at_ - first < beside && !starts_block(token(first))) --first;
    for (std::size_t i = first; i < std::min(tokens_.size(), at_ + beside); ++i) {
      if (i > at_ && starts_block(token(i))) break;
      const bool other = i + 3 < at_ || i > at_ + 3;
      if (other && token(i).known.has(Known::Author) && token(i).known.has(Known::Several))
        out_.add(Feature::AuthorsBeside);
    }
    when(has_coauthor(), Feature::CoauthorBeside);
  }

  // "Kegan & Lahey", "Clot et Faïta": one whom the table knows stands beside it.
  bool has_coauthor() const {
    const auto joins = [&](std::size_t i) {
      const Token& word = token(i);
      return (word.cues.has(WordCue::And) && word.shape == Shape::Lower) || word.gap.has_any(list);
    };
    if (at_ > 0 && continues(at_)) {
      if (here().gap.has_any(list) && is_known_author(at_ - 1)) return true;
      if (at_ > 1 && joins(at_ - 1) && continues(at_ - 1) && is_known_author(at_ - 2)) return true;
    }
    const std::size_t next = at_ + 1;
    if (next >= tokens_.size() || !continues(next)) return false;
    if (token(next).gap.has_any(list) && is_known_author(next)) return true;
    return next + 1 < tokens_.size() && continues(next + 1) && joins(next) && is_known_author(next + 1);
  }

  static constexpr Gaps list{Gap::Ampersand, Gap::Comma, Gap::Slash, Gap::Semicolon, Gap::Plus};

  bool is_known_author(std::size_t i) const {
    return token(i).has_capital() && token(i).known.has_any(Knowns{Known::Author, Known::AuthorPart});
  }

  void add_place_in_note() {
    when(here().where.has(Where::Wikilink), Feature::InWikilink);
    when(here().where.has(Where::Tag), Feature::InTag);
    when(here().where.has(Where::Code), Feature::InCode);
    if (!here().where.has(Where::LineStart)) return;
    const std::size_t next = at_ + 1;
    const bool alone = next >= tokens_.size() || token(next).where.has(Where::LineStart);
    when(alone && !here().where.has(Where::Heading), Feature::AloneOnLine);
    when(!alone && token(next).gap.has(Gap::Colon), Feature::ColonAfterAtLineStart);
  }
};

}  // namespace

FeatureSet context_features(const Tokens& tokens, std::size_t at) {
  FeatureSet out;
  add_left_context(tokens, at, out);
  add_right_context(tokens, at, out);
  add_name_parts(tokens, at, out);
  add_institutions(tokens, at, out);
  Surroundings(tokens, at, out).add();
  return out;
}

}  // namespace paravent::detect
