#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>
#include <span>
#include <string_view>

#include "detect/annotate.hpp"
#include "detect/features.hpp"

namespace paravent::detect {
namespace {

constexpr std::size_t most_authors = 12;
constexpr std::size_t longest_surname = 3;  // words: "Van den Berg"

// Lists of clients look much like a bibliography: "Lemaire, S. (2024). Arrêt de trois mois". An author whom
// no table holds is one only where nothing else is possible; masked in vain is better than readable.
class ReferenceReader {
 public:
  ReferenceReader(Tokens& tokens, std::size_t last) : tokens_(tokens), last_(last) {}

  // Reads the list of authors that begins at `first`. The word behind it, or behind what looked like one; the
  // word behind `first` where there is none.
  std::size_t read(std::size_t first) {
    count_ = 0;
    all_with_comma_ = true;
    if (!opens_line(tokens_, first) && !is_numbered(first)) return first + 1;
    const std::size_t end = read_names(first);
    if (end == first) return first + 1;
    if (count_ < most_authors && goes_on(end)) mark(end);
    return end;
  }

 private:
  struct Name {
    std::size_t first = 0;
    std::size_t last = 0;
  };

  const Token& token(std::size_t i) const { return tokens_.all[i]; }
  bool goes_on(std::size_t i) const {
    return i < last_ && !starts_block(token(i)) && !token(i).gap.has_any(Gaps{Gap::LineBreak, Gap::Pipe});
  }

  // "[3] Rooke, D."
  bool is_numbered(std::size_t i) const {
    return i > 0 && !starts_block(token(i)) && token(i - 1).shape == Shape::Digits &&
           opens_line(tokens_, i - 1);
  }

  std::size_t read_names(std::size_t first) {
    std::size_t end = first;
    std::size_t next = first;
    while (count_ < most_authors && next < last_) {
      const std::size_t behind = read_name(next);
      if (behind == next) break;
      names_[count_++] = {next, behind};
      end = behind;
      next = behind_and(behind);
      if (next == behind && !separates(behind)) break;
    }
    return end;
  }

  // "Torbert, W. R.", "Vermersch P.", "Le Goff, J.-P.": the word behind it, or `first`.
  std::size_t read_name(std::size_t first) {
    std::size_t i = first;
    while (i < last_ && i - first < longest_surname && is_of_surname(i, first)) ++i;
    if (i == first || token(i - 1).shape == Shape::Lower || !goes_on(i)) return first;
    const bool with_comma = token(i).gap == Gaps{Gap::Comma, Gap::Space};
    if (!with_comma && token(i).gap != Gaps{Gap::Space}) return first;
    const std::size_t initials = i;
    while (goes_on(i) && token(i).shape == Shape::Initial &&
           (i == initials || token(i).gap.only(Gaps{Gap::Dot, Gap::Space, Gap::Hyphen})))
      ++i;
    if (i == initials) return first;
    all_with_comma_ = all_with_comma_ && with_comma;
    return i;
  }

  // Not "Vu Bertin, L.", "Met Novak, P."
  bool is_of_surname(std::size_t i, std::size_t first) const {
    const Token& part = token(i);
    if (is_barred(part) || (i > first && (!goes_on(i) || !part.gap.only(name_joints)))) return false;
    if (part.shape == Shape::Lower) return part.cues.has(WordCue::Particle);
    const bool capital =
        part.shape == Shape::Capital || part.shape == Shape::AllCaps || part.shape == Shape::Mixed;
    const bool name = part.cues.empty() || part.cues.has(WordCue::Particle);
    return capital && name && (is_of_author(part) || !part.lexeme().word());
  }

  static bool is_of_author(const Token& token) {
    return token.known.has_any(Knowns{Known::AuthorPart, Known::Author});
  }

  bool separates(std::size_t i) const {
    return goes_on(i) && token(i).gap.has_any(Gaps{Gap::Comma, Gap::Ampersand, Gap::Semicolon});
  }

  // Behind "and" or "et" at `i`; `i` where there is none.
  std::size_t behind_and(std::size_t i) const {
    const bool joins = goes_on(i) && token(i).cues.has(WordCue::And) && token(i).shape == Shape::Lower;
    return joins && goes_on(i + 1) ? i + 1 : i;
  }

  enum class Bearer { Stranger, Namesake, Author };

  // An author whom the table knows, or one of the many who bear an author’s name.
  Bearer bearer_of(const Name& name) const {
    constexpr std::uint8_t frequent = 6;
    const Token& surname = token(name.first);
    if (!is_of_author(surname)) return Bearer::Stranger;
    const bool many = surname.known.has(Known::AmbiguousAuthor) || surname.lexeme().surname >= frequent;
    return many ? Bearer::Namesake : Bearer::Author;
  }

  void mark(std::size_t end) {
    const bool anybody = all_with_comma_ && cites_anybody(end);
    const bool title = anybody || has_title(end);
    for (const Name& name : std::span(names_).first(count_)) {
      const Bearer bearer = bearer_of(name);
      const bool cited = bearer == Bearer::Author     ? title || is_year_of_work(end)
                         : bearer == Bearer::Namesake ? title
                                                      : anybody && !is_likely_given(token(name.first));
      if (!cited) continue;
      for (std::size_t i = name.first; i < name.last; ++i) tokens_.all[i].where.add(Where::Reference);
      tokens_.all[name.first].where.add(Where::ReferenceStart);
    }
  }

  // "Rogers, C. (1961)"; not "Rogers, C. (2019), DRH"
  bool is_year_of_work(std::size_t end) const {
    return is_year(token(end)) && (!goes_on(end + 1) || !token(end + 1).known.has(Known::Role));
  }

  // "Rogers, C., On Becoming a Person", "Vermersch P., *L’entretien d’explicitation*"; not "Rogers, C., DRH",
  // "Rogers, C., Claire Morvan", "Rogers, C. : …"
  bool has_title(std::size_t end) const {
    constexpr std::size_t shortest = 3;  // words
    constexpr Gaps closes{Gap::Stop, Gap::Open, Gap::Colon, Gap::Dash, Gap::Pipe};
    const std::size_t first = is_year(token(end)) ? end + 1 : end;
    if (!goes_on(first) || !token(first).has_capital() || token(first).known.has(Known::Role)) return false;
    constexpr Gaps before{Gap::Comma, Gap::Dot, Gap::Stop, Gap::Emphasis};
    if (!token(first).gap.has_any(before) || token(first).gap.has_any(Gaps{Gap::Colon, Gap::Dash}))
      return false;
    // "Smith J. « Je n’en peux plus »": in quotes, somebody speaks.
    if (token(first).gap.has(Gap::Quote)) return false;
    const bool marked = token(first).gap.has(Gap::Emphasis);
    if (!marked && !all_with_comma_) return false;
    std::size_t last = first + 1;
    while (goes_on(last) && !token(last).gap.has_any(closes)) ++last;
    return last - first >= shortest;
  }

  // "(2005). Seven transformations of leadership. *Harvard Business Review*, 83(4)": a year in brackets, a
  // title, on the same line something in italics, and more than one author or more than one initial or what
  // stands behind a title.
  bool cites_anybody(std::size_t end) const {
    constexpr std::size_t longest_line = 60;  // words
    constexpr Gaps before_title{Gap::Dot, Gap::Stop, Gap::Comma, Gap::Emphasis};
    if (!is_year(token(end)) || !token(end).gap.has(Gap::Open) || !goes_on(end + 1)) return false;
    const Token& title = token(end + 1);
    if (!title.has_capital() || title.known.has(Known::Role) || !title.gap.has_any(before_title))
      return false;
    std::size_t i = end + 1;
    while (goes_on(i) && i - end < longest_line && !opens_italics(i)) ++i;
    if (!goes_on(i) || !opens_italics(i)) return false;
    std::size_t behind = i + 1;
    while (goes_on(behind) && behind - end < longest_line && !token(behind).gap.has(Gap::Emphasis)) ++behind;
    if (behind - i < 2) return false;
    const bool published =
        goes_on(behind) && (token(behind).shape == Shape::Digits || token(behind).has_capital());
    return count_ > 1 || names_.front().last - names_.front().first > 2 || published;
  }

  // "*Harvard", not "**Harvard"
  bool opens_italics(std::size_t i) const {
    if (!token(i).gap.has(Gap::Emphasis) || !token(i).where.has(Where::Emphasis) || !token(i).has_capital())
      return false;
    const std::size_t before = token(i - 1).end;
    const std::string_view between = tokens_.text.substr(before, token(i).begin - before);
    return between.find("**") == std::string_view::npos && between.find("__") == std::string_view::npos;
  }

  Tokens& tokens_;
  std::size_t last_;
  std::array<Name, most_authors> names_{};
  std::size_t count_ = 0;
  bool all_with_comma_ = true;  // "Torbert, W."
};

}  // namespace

void mark_references(Tokens& tokens, std::size_t first, std::size_t last) {
  ReferenceReader reader(tokens, last);
  for (std::size_t i = first; i < last;) i = reader.read(i);
}

}  // namespace paravent::detect
