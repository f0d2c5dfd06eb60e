#include "detect/person_bounds.hpp"

#include <algorithm>
#include <array>
#include <span>
#include <string_view>

#include "detect/certain_names.hpp"
#include "detect/span_reach.hpp"

namespace paravent::detect {
namespace {

bool is_one_of(std::string_view form, std::span<const std::string_view> words) {
  return std::find(words.begin(), words.end(), form) != words.end();
}

class PersonBounds : private SpanReach {
 public:
  using SpanReach::SpanReach;

  void widen_over_neighbours() {
    take_given_name_behind_comma();
    take_initial_of_list();
    take_hyphenated_name();
    take_surname_behind_particle();
    take_rest_of_reference();
  }

  void widen_between_neighbours() {
    take_particle();
    take_initials_before();
    take_prefix();
    if (span_.label == Label::Person) take_initial_behind();
    take_nickname();
    take_glued_initial();
    if (span_.label == Label::Person) take_given_name();
    if (span_.label == Label::Person) take_surname();
  }

 private:
  // "| Ishikawa, | Grant |", "ROTICH, | Chebet (client)": as lists write one person, alone in a cell or a
  // line.
  void take_given_name_behind_comma() {
    constexpr std::uint32_t most_words = 3;
    const Token& first = token(span_.first);
    if (!opens_entry(span_.first) || span_.last - span_.first > most_words) return;
    if (!follows(span_.last, Gaps{Gap::Comma, Gap::Space}) || !token(span_.last).gap.has(Gap::Comma)) return;
    std::uint32_t last = span_.last;
    while (last < end_ && last - span_.last < most_words && token(last).has_capital() &&
           !is_barred(token(last)) &&
           (last == span_.last || follows(last, Gaps{Gap::Space, Gap::Hyphen, Gap::Dot})))
      ++last;
    const bool closes = last == tokens_.size() || starts_block(token(last)) ||
                        token(last).gap.has_any(Gaps{Gap::Pipe, Gap::Open});
    const bool labelled = first.label == LineLabel::Person && first.gap.has(Gap::Pipe);
    // "Rogers, Carl (1961)", "SNCF, Lyon"
    const bool year =
        last < tokens_.size() && !starts_block(token(last)) && token(last).shape == Shape::Digits;
    if (last == span_.last || !closes || year ||
        token(span_.last).known.has_any(Knowns{Known::City, Known::Country}))
      return;
    const bool surname_first = first.shape == Shape::AllCaps && token(span_.last).shape == Shape::Capital;
    if (!labelled && !surname_first && !is_likely_given(token(span_.last))) return;
    // Who stands so in a list is hardly an author.
    span_.label = Label::Person;
    span_.last = last;
  }

  // "Présents : Lenoir | J., Marchal P. (DAF)", "Lemaire, | J. (DRH)"
  void take_initial_of_list() {
    if (span_.last - span_.first != 1 || !token(span_.first).has_capital()) return;
    const bool entry = opens_entry(span_.first);
    if (!follows(span_.last, entry ? Gaps{Gap::Space, Gap::Comma} : blank)) return;
    const Token& initial = token(span_.last);
    if (initial.shape != Shape::Initial || !is_dotted(tokens_, initial)) return;
    const std::uint32_t next = span_.last + 1;
    const bool ends = next >= tokens_.size() || starts_block(token(next));
    const bool bracket = !ends && token(next).gap.has(Gap::Open);
    const bool listed = ends || token(next).gap.has_any(Gaps{Gap::Comma, Gap::Semicolon, Gap::LineBreak});
    if (bracket || (listed && !initial.gap.has(Gap::Comma))) span_.last = next;
  }

  // "J | -M", "Ji | -woo"
  void take_hyphenated_name() {
    if (!follows(span_.last, Gaps{Gap::Hyphen}) || is_barred(token(span_.last))) return;
    const Token& part = token(span_.last);
    const Token& first = token(span_.last - 1);
    if (!first.has_capital() || part.known.has_any(Knowns{Known::Role, Known::City})) return;
    const knowledge::Lexeme& word = part.lexeme();
    const bool name = part.shape == Shape::Initial || (!word.word() && !word.acronym);
    if (name && (part.shape == Shape::Lower || part.shape == first.shape)) ++span_.last;
  }

  // "Soazig | Le Bras", "Dirk | van der Rooyen"
  void take_surname_behind_particle() {
    constexpr std::uint32_t most = 2;
    if (!token(span_.last - 1).has_capital()) return;
    std::uint32_t at = span_.last;
    while (at < span_.last + most && follows(at, blank) && opens_surname(token(at))) ++at;
    if (at == span_.last || !follows(at, blank) || is_barred(token(at))) return;
    const Token& surname = token(at);
    const knowledge::Lexeme& lexeme = surname.lexeme();
    const bool word = lexeme.word();
    // "Marie La Poste" is no name: the table knows the whole.
    constexpr Knowns of_others{Known::Company, Known::WordCompany, Known::SmallPlace,  Known::Place,
                               Known::City,    Known::Country,     Known::FixedPhrase, Known::Role};
    const bool other = surname.known.has(Known::Several) && surname.known.has_any(of_others);
    if (surname.shape == Shape::Capital && !other && (lexeme.surname > 0 || !word)) span_.last = at + 1;
  }

  // "Rogers, | C.", in a bibliography
  void take_rest_of_reference() {
    const auto is_rest = [&](std::uint32_t at) {
      return at < tokens_.size() && token(at).where.has(Where::Reference) &&
             !token(at).where.has(Where::ReferenceStart);
    };
    if (!token(span_.first).where.has(Where::Reference)) return;
    while (is_rest(span_.last)) ++span_.last;
  }

  bool opens_surname(const Token& particle) const {
    constexpr std::array<std::string_view, 6> in_any_case{"van", "von", "der", "den", "bin", "ibn"};
    constexpr std::array<std::string_view, 5> capital{"le", "la", "du", "el", "ben"};
    const std::string_view form = tokens_.form(particle);
    return is_one_of(form, in_any_case) || (particle.shape == Shape::Capital && is_one_of(form, capital));
  }

  // "EL | BAKKALI Saliha"
  void take_particle() {
    const std::uint32_t left = before(span_.first, blank);
    if (!is_left(left) || token(left).shape != Shape::AllCaps || !token(left).cues.has(WordCue::Particle))
      return;
    if (token(span_.first).shape == Shape::AllCaps) span_.first = left;
  }

  // "o. | mambourg"
  void take_initials_before() {
    constexpr Gaps glue{Gap::Space, Gap::Dot, Gap::Hyphen};
    for (std::uint32_t left = before(span_.first, glue); is_left(left); left = before(left, glue)) {
      const Token& initial = token(left);
      const bool letter =
          is_letter(initial) && (initial.shape == Shape::Initial) == token(left + 1).has_capital();
      // In English M. is an initial.
      const bool civility = initial.cues.has(WordCue::Civility) && initial.tongue != Tongue::English &&
                            token(left + 1).gap.has(Gap::Space) && !initial.gap.has(Gap::Hyphen);
      if (!letter || !token(left + 1).gap.has(Gap::Dot) || civility ||
          is_called_by_civility(tokens_, left + 1))
        break;
      // "Plan B. Sophie agreed": an initial stands for a given name, not before one.
      if (is_likely_given(token(left + 1)) && token(left + 1).shape != Shape::Initial) break;
      span_.first = left;
    }
  }

  // "N | 'Diaye", "M | 'Barek": no letter that French elides stands there.
  void take_prefix() {
    const std::uint32_t left = before(span_.first, Gaps{Gap::Apostrophe});
    if (!is_left(left) || token(left).shape != Shape::Initial || !token(span_.first).has_capital()) return;
    constexpr std::string_view prefixes = "kmno";
    if (prefixes.find(tokens_.form(token(left))) != std::string_view::npos) span_.first = left;
  }

  // "hugues | b.", "Josiane | M., Antzela"; not "avec Josiane M. Petit est venu"
  void take_initial_behind() {
    if (!follows(span_.last, blank)) return;
    const Token& initial = token(span_.last);
    const Token& name = token(span_.last - 1);
    const bool lower = initial.shape == Shape::Lower && name.shape == Shape::Lower;
    const bool bears = is_likely_given(name) || !name.lexeme().word();
    const bool capital = initial.shape == Shape::Initial && name.shape == Shape::Capital && bears;
    if ((!lower && !capital) || !is_letter(initial) || is_barred(initial)) return;
    if (!is_dotted(tokens_, initial) || is_glued(span_.last + 1)) return;
    const std::uint32_t next = span_.last + 1;
    const bool named = capital && next < tokens_.size() && !starts_block(token(next)) &&
                       token(next).has_capital() && token(next).gap.only(Gaps{Gap::Dot, Gap::Space});
    if (!named) ++span_.last;
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
    const bool word = surname.lexeme().word();
    if (name && surname.shape == Shape::Capital && (is_likely_surname(surname) || !word)) span_.first = left;
  }

  // "the volunteer Grace | Swift, 71"
  void take_surname() {
    constexpr std::uint8_t borne = 3;
    constexpr Knowns of_authors{Known::AuthorPart, Known::AmbiguousAuthor, Known::First, Known::Last};
    const Token& given = token(span_.first);
    if (span_.last - span_.first != 1 || given.shape != Shape::Capital || !is_likely_given(given)) return;
    if (!follows(span_.last, blank) || is_barred(token(span_.last))) return;
    const Token& surname = token(span_.last);
    const bool name = surname.shape == Shape::Capital && surname.known.only(of_authors) &&
                      surname.cues.empty() && surname.lexeme().surname >= borne &&
                      surname.lexeme().given == 0;
    if (name && !given.where.has(Where::Heading)) ++span_.last;
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

  static bool is_letter(const Token& token) {
    return token.shape != Shape::Digits && token.end - token.begin == 1;
  }

  bool is_glued(std::uint32_t at) const {
    return at < tokens_.size() && !starts_block(token(at)) &&
           token(at).gap.only(Gaps{Gap::Apostrophe, Gap::Dot});
  }
};

}  // namespace

void widen_person_over_neighbours(const Tokens& tokens, Span& span, std::uint32_t begin, std::uint32_t end) {
  PersonBounds(tokens, span, begin, end).widen_over_neighbours();
}

void widen_person_between_neighbours(const Tokens& tokens, Span& span, std::uint32_t begin,
                                     std::uint32_t end) {
  PersonBounds(tokens, span, begin, end).widen_between_neighbours();
}

}  // namespace paravent::detect
