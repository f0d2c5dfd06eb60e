#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>
#include <span>

#include "detect/annotate.hpp"
#include "detect/features.hpp"

namespace paravent::detect {
namespace {

constexpr std::size_t most_authors = 12;
constexpr std::size_t longest_surname = 3;  // words: "Van den Berg"
constexpr std::uint8_t frequent_surname = 6;

bool begins_line(const Token& token) {
  return starts_block(token) || token.where.has_any(Places{Where::LineStart, Where::ItemStart});
}

// Reads "Rooke, D. & Torbert, W. R. (2005)" in one block.
class ReferenceReader {
 public:
  ReferenceReader(Tokens& tokens, std::size_t last) : tokens_(tokens), last_(last) {}

  // The word behind the list of authors that begins at `first`, or behind what looked like one; the word
  // behind `first` where there is none.
  std::size_t read(std::size_t first) {
    count_ = 0;
    known_ = false;
    all_with_comma_ = true;
    const std::size_t end = read_names(first);
    if (end == first) return first + 1;
    if (cites(first, end)) mark();
    return std::max(end, first + 1);
  }

 private:
  struct Name {
    std::size_t first = 0;
    std::size_t last = 0;
  };

  const Token& token(std::size_t i) const { return tokens_.all[i]; }
  bool goes_on(std::size_t i) const {
    return i < last_ && !starts_block(token(i)) && !token(i).gap.has(Gap::LineBreak);
  }

  std::size_t read_names(std::size_t first) {
    std::size_t end = first;
    std::size_t next = first;
    while (count_ < most_authors && next < last_) {
      const std::size_t behind = read_name(next);
      if (behind == next) break;
      names_[count_++] = {next, behind};
      end = behind;
      next = behind_separator(behind);
      if (next == behind && !separates(behind)) break;
    }
    return end;
  }

  // "Torbert, W. R.", "Vermersch P.", "Le Goff, J.-P.": the word behind it, or `first`.
  std::size_t read_name(std::size_t first) {
    std::size_t i = first;
    while (i < last_ && i - first < longest_surname && is_of_surname(i, first)) ++i;
    if (i == first || token(i - 1).shape == Shape::Lower || !goes_on(i)) return first;
    constexpr Gaps comma{Gap::Comma, Gap::Space};
    const bool with_comma = token(i).gap.has(Gap::Comma) && token(i).gap.only(comma);
    if (!with_comma && !token(i).gap.only(Gaps{Gap::Space})) return first;
    const std::size_t initials = i;
    while (goes_on(i) && token(i).shape == Shape::Initial &&
           (i == initials || token(i).gap.only(Gaps{Gap::Dot, Gap::Space, Gap::Hyphen})))
      ++i;
    if (i == initials) return first;
    all_with_comma_ = all_with_comma_ && with_comma;
    known_ = known_ || (token(first).known.has_any(Knowns{Known::AuthorPart, Known::Author}) &&
                        token(first).lexeme().surname < frequent_surname);
    return i;
  }

  bool is_of_surname(std::size_t i, std::size_t first) const {
    const Token& part = token(i);
    if (is_barred(part) || (i > first && (!goes_on(i) || !part.gap.only(name_joints)))) return false;
    if (part.shape == Shape::Lower) return part.cues.has(WordCue::Particle);
    return part.shape == Shape::Capital || part.shape == Shape::AllCaps || part.shape == Shape::Mixed;
  }

  bool separates(std::size_t i) const {
    return goes_on(i) && token(i).gap.has_any(Gaps{Gap::Comma, Gap::Ampersand, Gap::Semicolon});
  }

  // Behind "and" or "et" at `i`; `i` where there is none.
  std::size_t behind_separator(std::size_t i) const {
    const bool joins = goes_on(i) && token(i).cues.has(WordCue::And) && token(i).shape == Shape::Lower;
    return joins && goes_on(i + 1) ? i + 1 : i;
  }

  // Whether what stands behind the names makes them authors: a year in brackets, a title. In a sentence only
  // a year does; a title that nothing marks only behind an author whom the table knows.
  bool cites(std::size_t first, std::size_t end) const {
    if (goes_on(end + 1) && tokens_.form(end) == "et" && tokens_.form(end + 1) == "al") end += 2;
    if (!goes_on(end)) return false;
    const Token& next = token(end);
    const bool numbered = first > 0 && !starts_block(token(first)) &&
                          token(first - 1).shape == Shape::Digits && begins_line(token(first - 1));
    const bool opens = begins_line(token(first)) || numbered;
    if (is_year(next)) return is_year_of_work(first, end, opens);
    if (!opens || !next.has_capital() || next.known.has(Known::Role) || next.gap.has(Gap::Open)) return false;
    if (next.gap.has_any(Gaps{Gap::Emphasis, Gap::Quote})) return true;
    return known_ && all_with_comma_ && next.gap.has_any(Gaps{Gap::Comma, Gap::Dot, Gap::Stop});
  }

  // "(2005). Seven transformations", "(Rooke, D. & Torbert, W., 2005)"; not "Lemaire, J. (2019), DRH" and not
  // the year of birth in "Durand, M. (1972)".
  bool is_year_of_work(std::size_t first, std::size_t year, bool opens) const {
    if (known_ && opens) return true;
    if (token(first).gap.has(Gap::Open)) return known_ || count_ > 1;
    if (!token(year).gap.has(Gap::Open) || !(all_with_comma_ || opens)) return false;
    if (known_ || !goes_on(year + 1)) return known_;
    const Token& title = token(year + 1);
    constexpr Knowns of_people{Known::Role, Known::City, Known::Place, Known::SmallPlace, Known::Country};
    constexpr Gaps before_title{Gap::Dot, Gap::Stop, Gap::Comma, Gap::Colon, Gap::Emphasis, Gap::Quote};
    return title.has_capital() && title.gap.has_any(before_title) && !title.known.has_any(of_people);
  }

  void mark() {
    for (const Name& name : std::span(names_).first(count_)) {
      for (std::size_t i = name.first; i < name.last; ++i) tokens_.all[i].where.add(Where::Reference);
      tokens_.all[name.first].where.add(Where::ReferenceStart);
    }
  }

  Tokens& tokens_;
  std::size_t last_;
  std::array<Name, most_authors> names_{};
  std::size_t count_ = 0;
  bool known_ = false;          // one of them is an author of the table
  bool all_with_comma_ = true;  // "Torbert, W."
};

}  // namespace

void mark_references(Tokens& tokens, std::size_t first, std::size_t last) {
  ReferenceReader reader(tokens, last);
  for (std::size_t i = first; i < last;) i = reader.read(i);
}

}  // namespace paravent::detect
