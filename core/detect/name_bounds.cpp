#include "detect/name_bounds.hpp"

#include <algorithm>
#include <array>
#include <optional>
#include <string_view>

#include "detect/number_alone.hpp"
#include "detect/person_bounds.hpp"
#include "detect/span_reach.hpp"

namespace paravent::detect {
namespace {

// One span and the words between its neighbours.
class Bounds : private SpanReach {
 public:
  using SpanReach::SpanReach;

  // Over what may have been read as a name of its own: [begin, end) reaches beyond the next neighbour.
  void widen_over_neighbours() {
    take_tail();
    take_legal_form();
    take_partners();
    if (names_one()) widen_person_over_neighbours(tokens_, span_, begin_, end_);
    if (!is_body_or_place()) return;
    take_hyphenated_place();
    take_rest_of_body();
    take_name_with_article();
  }

  void widen_between_neighbours() {
    if (names_one()) widen_person_between_neighbours(tokens_, span_, begin_, end_);
    take_head();
    if (is_body_or_place()) take_number();
    if (span_.label == Label::Author || span_.label == Label::Project) return;
    take_saint();
    if (is_body_or_place()) take_first_half();
  }

  // "Horizon 2027": the number behind a code name is part of it.
  void take_year_of_project() {
    if (span_.label != Label::Project || span_.last >= tokens_.size()) return;
    const Token& next = token(span_.last);
    const bool number = next.shape == Shape::Digits && next.gap.only(Gaps{Gap::Space, Gap::Hyphen});
    if (number && !next.where.has(Where::Identifier)) ++span_.last;
  }

 private:
  // "St Hilda's | Hospice", "jackson | heights"
  void take_tail() {
    constexpr std::uint32_t longest = 3;
    std::uint32_t at = span_.last;
    if (follows(at, Gaps{Gap::Apostrophe}) && tokens_.form(token(at)) == "s") ++at;
    std::uint32_t tail = no_word;
    const bool lower = token(span_.last - 1).shape == Shape::Lower;
    // "met sarah market visit": in small letters the tails are words of every day.
    if (lower && is_lone_given_name()) return;
    // "Tenants' | Forum"
    const Gaps first_gap =
        tokens_.form(token(at - 1)).ends_with('s') ? Gaps{Gap::Space, Gap::Apostrophe, Gap::Quote} : blank;
    for (std::uint32_t i = at; i < at + longest; ++i) {
      if (!follows(i, i == at ? first_gap : blank) || is_barred(token(i))) break;
      if (token(i).has_capital() == lower) break;
      if (token(i).cues.has(WordCue::BodyTail) || token(i).cues.has(WordCue::PlaceTail)) tail = i;
      if (lower) break;
    }
    if (tail == no_word) return;
    span_.last = tail + 1;
    span_.label = token(tail).cues.has(WordCue::BodyTail) ? Label::Org : Label::Loc;
  }

  // "Wattebled | NV", "Delhaye & Associés | SPRL", "Pea River, | Inc."
  void take_legal_form() {
    if (span_.label == Label::Author || span_.label == Label::Project) return;
    if (!follows(span_.last, Gaps{Gap::Space, Gap::Comma})) return;
    const Token& form = token(span_.last);
    // "Keystone Pretzel | Co."
    const bool company = form.shape == Shape::Capital && tokens_.form(form) == "co" &&
                         !form.gap.has(Gap::Comma) &&
                         !(form.end < tokens_.text.size() && tokens_.text[form.end] == '-');
    if (is_barred(form) || !(form.cues.has(WordCue::LegalForm) || company)) return;
    // "forth glass ltd", "Smith plc"; "sa" in small letters is a word.
    const std::string_view written = tokens_.form(form);
    const bool small = written == "plc" || written == "ltd" || written == "inc" || written == "llp";
    if (!form.has_capital() && !small) return;
    // "Lefort, SA": behind a comma only what is no French word or initials.
    if (form.gap.has(Gap::Comma) &&
        (form.shape != Shape::Capital || written == "sa" || written == "co" || written == "sas"))
      return;
    span_.label = Label::Org;
    ++span_.last;
  }

  // "rue | Notre-Dame", "porte de | la Chapelle", "mairie de | Soyaux"
  void take_head() {
    std::uint32_t head = before(span_.first, Gaps{Gap::Space, Gap::Apostrophe});
    bool direct = true;
    for (int links = 0; links < 2 && is_left(head) && is_link(token(head)); ++links) {
      head = before(head, Gaps{Gap::Space, Gap::Apostrophe});
      direct = false;
    }
    if (!is_left(head)) return;
    const Token& word = token(head);
    const bool firm =
        word.known.has(Known::CompanyHead) && word.has_capital() && !word.where.has(Where::SentenceStart);
    if (direct && (span_.label == Label::Org || span_.label == Label::Person) &&
        word.known.has(Known::Last) && (firm || (word.cues.has(WordCue::LegalForm) && word.has_capital()))) {
      span_.first = first_of_phrase(head);
      span_.label = Label::Org;
      return;
    }
    // "le groupe Mazouz": a firm, not one of the Mazouz.
    if (direct && span_.label == Label::Person && leads_to_a_firm(word) && !is_lone_given_name())
      span_.label = Label::Org;
    if (word.cues.has(WordCue::StreetHead) ||
        (word.cues.has(WordCue::NamedPlaceHead) && is_body_or_place())) {
      if (!is_body_or_place() && (!direct || is_somebody_there())) return;
      span_.first = head;
      span_.label = Label::Loc;
      return;
    }
    const bool body = span_.label == Label::Org || (span_.label == Label::Loc && !direct);
    if (!body || !word.known.has(Known::Institution) || !word.known.has(Known::Last)) return;
    span_.first = first_of_phrase(head);
    span_.label = Label::Org;
  }

  // "Au square Paul joue", "Dans la rue Paul Martin attendait": the street ends before the name.
  bool is_somebody_there() const {
    if (is_lone_given_name()) return true;
    if (!follows(span_.last, blank)) return false;
    const Token& next = token(span_.last);
    return !next.has_capital() && next.lexeme().verb && !next.lexeme().other;
  }

  bool leads_to_a_firm(const Token& word) const {
    if (word.known.has(Known::CompanyHead) && word.known.has(Known::Last)) return true;
    const std::string_view form = tokens_.form(word);
    return form == "groupe" || form == "societe" || form == "entreprise";
  }

  bool is_link(const Token& word) const {
    if (word.shape != Shape::Lower) return false;
    const std::string_view form = tokens_.form(word);
    return word.cues.has(WordCue::Of) || form == "la" || form == "l";
  }

  std::uint32_t first_of_phrase(std::uint32_t last) const {
    std::uint32_t first = last;
    while (first > begin_ && !token(first).known.has(Known::First)) --first;
    return first;
  }

  // "Pointe | -à-Pitre", "Saint-Martin | -des-Noyers"
  void take_hyphenated_place() {
    constexpr std::uint32_t small_words = 2;
    while (follows(span_.last, Gaps{Gap::Hyphen})) {
      std::uint32_t part = span_.last;
      while (part < span_.last + small_words && !token(part).has_capital() &&
             follows(part + 1, Gaps{Gap::Hyphen, Gap::Apostrophe})) {
        ++part;
      }
      if (!token(part).has_capital()) return;
      span_.last = part + 1;
    }
  }

  // "Chambre | d'agriculture du Gers", "iae | de Lyon": a noun for a body, and nothing yet of what it is
  // called.
  void take_rest_of_body() {
    if (span_.label != Label::Org) return;
    for (std::uint32_t i = span_.first; i < span_.last; ++i) {
      const Knowns heads{Known::Institution, Known::CompanyHead};
      if (!token(i).known.has_any(heads)) return;
    }
    constexpr std::uint32_t longest = 7;
    std::uint32_t name = no_word;
    std::uint32_t noun = no_word;
    bool linked = false;
    for (std::uint32_t i = span_.last; i < span_.last + longest; ++i) {
      if (!follows(i, Gaps{Gap::Space, Gap::Apostrophe, Gap::Hyphen}) || is_barred(token(i))) break;
      if (is_link(token(i))) {
        linked = true;
        continue;
      }
      const knowledge::Lexeme& word = token(i).lexeme();
      if (!linked || word.other || token(i).cues.has(WordCue::BodyOf)) break;
      if (token(i).has_capital() || !word.french_word())
        name = i;
      else if (noun == no_word)
        noun = i;
    }
    if (name != no_word)
      span_.last = name + 1;
    else if (noun != no_word && token(span_.first).has_capital())
      span_.last = noun + 1;
  }

  // "ehpad | les glycines", "clinique | les eaux claires": in small letters, where no sentence goes on behind
  // it.
  void take_name_with_article() {
    const Token& head = token(span_.last - 1);
    if (span_.label != Label::Org || head.shape != Shape::Lower || !head.known.has(Known::Institution))
      return;
    if (!follows(span_.last, blank) || !follows(span_.last + 1, Gaps{Gap::Space, Gap::Apostrophe})) return;
    const std::string_view article = tokens_.form(token(span_.last));
    if (article != "les" && article != "la" && article != "le") return;
    std::uint32_t last = span_.last + 1;
    if (!token(last).lexeme().noun || token(last).lexeme().other || is_barred(token(last))) return;
    if (follows(last + 1, blank) && token(last + 1).lexeme().adjective && !token(last + 1).lexeme().verb)
      ++last;
    if (!follows(last + 1, blank) || is_link(token(last + 1)) || token(last + 1).cues.has(WordCue::ToPlace))
      span_.last = last + 1;
  }

  // "Keller | and sons", "Romary | ET FILS", "Caubère | Frères"
  void take_partners() {
    constexpr Gaps ampersand{Gap::Space, Gap::Ampersand};
    std::uint32_t at = span_.last;
    if (span_.label == Label::Author || span_.label == Label::Project) return;
    const bool joined = follows(at, blank) && token(at).cues.has(WordCue::And);
    if (joined) ++at;
    if (!follows(at, ampersand) || !token(at).cues.has(WordCue::Partner)) return;
    // "Vu Jean Roux frères": alone, only as it is written on a door.
    if (!joined && !token(at).gap.has(Gap::Ampersand) && !token(at).has_capital()) return;
    // "Marie et fils sont venus", "Mme Dupont et Fils", "Olwen & co.": a family. A door says "HERMELINE &
    // FILS".
    const bool door = token(at).gap.has(Gap::Ampersand) && token(at).has_capital();
    if (is_behind_civility() || (is_lone_given_name() && !door)) return;
    span_.last = at + 1;
    span_.label = Label::Org;
  }

  bool is_behind_civility() const {
    constexpr Gaps title{Gap::Space, Gap::Dot};
    return names_one() && span_.first > 0 && !starts_block(token(span_.first)) &&
           token(span_.first).gap.only(title) && token(span_.first - 1).cues.has(WordCue::Civility);
  }

  // "Lyon | 3", "SDIS | 72": no count and no unit follows.
  void take_number() {
    constexpr std::uint32_t longest = 3;
    if (!follows(span_.last, blank)) return;
    const Token& number = token(span_.last);
    if (number.shape != Shape::Digits || number.end - number.begin > longest) return;
    if (is_barred_place(number) || !is_number_alone(tokens_, number)) return;
    // "le SDIS 31 cherche": the number of its department, whatever goes on behind it.
    const Token& body = token(span_.last - 1);
    const bool of_department = body.shape == Shape::AllCaps && body.known.has(Known::Institution);
    if (!of_department && follows(span_.last + 1, Gaps{Gap::Space, Gap::Apostrophe, Gap::Dot})) return;
    ++span_.last;
  }

  bool is_saint(const Token& word) const {
    constexpr std::array<std::string_view, 4> saints{"st", "ste", "saint", "sainte"};
    return std::find(saints.begin(), saints.end(), tokens_.form(word)) != saints.end();
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

// The first span behind `i` that begins at `last` or later; nothing if one lies across.
std::optional<std::size_t> first_behind(const std::vector<Span>& spans, std::size_t i, std::uint32_t last) {
  std::size_t next = i + 1;
  while (next < spans.size() && spans[next].first < last) {
    if (spans[next].last > last) return std::nullopt;
    ++next;
  }
  return next;
}

}  // namespace

void widen_bounds(const Tokens& tokens, std::vector<Span>& spans) {
  const auto all = static_cast<std::uint32_t>(tokens.size());
  std::size_t kept = 0;  // spans that are done, at the start
  for (std::size_t i = 0; i < spans.size();) {
    Span span = spans[i];
    const std::uint32_t begin = kept > 0 ? spans[kept - 1].last : 0;
    std::size_t next = i + 1;
    Bounds(tokens, span, begin, all).take_year_of_project();
    if (span.margin >= 0) {
      Span whole = span;
      Bounds(tokens, whole, begin, all).widen_over_neighbours();
      if (const auto behind = first_behind(spans, i, whole.last)) {
        span = whole;
        next = *behind;
      }
      const std::uint32_t end = next < spans.size() ? spans[next].first : all;
      Bounds(tokens, span, begin, end).widen_between_neighbours();
    }
    spans[kept++] = span;
    i = next;
  }
  spans.resize(kept);
}

}  // namespace paravent::detect
