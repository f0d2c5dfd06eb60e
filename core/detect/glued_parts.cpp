#include "detect/glued_parts.hpp"

#include <algorithm>
#include <utility>

#include "detect/features.hpp"
#include "detect/joined_name.hpp"

namespace paravent::detect {
namespace {

constexpr Gaps glue{Gap::Hyphen, Gap::Dot, Gap::Underscore};
constexpr Places references{Where::Tag, Where::Wikilink, Where::Link, Where::Code};

constexpr int most_frequent_surname = 7;  // band of knowledge::Lexeme: rank ≤ 500
constexpr std::size_t shortest_surname = 4;
constexpr std::size_t shortest_part = 3;  // of words that no table knows: shorter ones are abbreviations

bool is_glued(const Token& token) {
  return !token.gap.empty() && token.gap.only(glue);
}

// A name of something else, or what is said of somebody.
bool is_of_something_else(const Token& token) {
  constexpr Knowns others{Known::Company,     Known::WordCompany, Known::City, Known::Country,
                          Known::Method,      Known::AiTool,      Known::Role, Known::Institution,
                          Known::CompanyHead, Known::FixedPhrase};
  return token.known.has_any(others) || token.lexeme().acronym || token.lexeme().demonym ||
         token.cues.has(WordCue::Calendar) || token.cues.has(WordCue::PrefixOfName);
}

class GluedParts {
 public:
  GluedParts(const Tokens& tokens, const std::vector<Candidate>& candidates)
      : tokens_(tokens), candidates_(candidates) {}

  // Takes off ordinary words that are glued to the ends of a name in lower case: "cr-sandrine-bilan". What is
  // left of "rose-max" names nobody: then the span is empty.
  void trim(Span& span) const {
    const auto ordinary = [&](std::uint32_t at) {
      const Token& word = token(at);
      if (word.has_capital() || is_registered(at)) return false;
      if (!word.lexeme().known())
        return span.last - span.first > 1 && is_registered(at == span.first ? at + 1 : at - 1);
      return word.lexeme().word() ? !is_likely_given(word) || word.lexeme().frequency > 0
                                  : word.lexeme().acronym;
    };
    const std::uint32_t first = span.first;
    const std::uint32_t last = span.last;
    bool cut = false;
    while (span.last - span.first > 1 && is_glued(token(span.last - 1)) && ordinary(span.last - 1) &&
           (is_registered(span.last - 2) ||
            !reads_as_glued_name(token(span.last - 2).lexeme(), token(span.last - 1).lexeme()))) {
      --span.last;
      cut = true;
    }
    while (span.last - span.first > 1 && is_glued(token(span.first + 1)) && ordinary(span.first) &&
           !reads_as_glued_name(token(span.first).lexeme(), token(span.first + 1).lexeme())) {
      ++span.first;
      cut = true;
    }
    if (span.last - span.first > 1 || !ordinary(span.first)) return;
    const bool glued =
        is_glued(token(span.first)) || (span.last < tokens_.size() && is_glued(token(span.last)));
    if (cut || (glued && first + 1 == last)) span.last = span.first;
  }

  // "carl-rogers", "yves-le-goff": a person and an author, or what a particle leads to, that nothing but glue
  // parts are one name. Who is meant is seen of it as a whole.
  bool are_one_name(const Span& left, const Span& right) const {
    const auto names = [](const Span& span) {
      return span.label == Label::Person || span.label == Label::Author;
    };
    if (!names(left) || !names(right) || token(right.first).shape != Shape::Lower) return false;
    if (!may_join(right.first, right.first - 1, right.first)) return false;
    const bool particle = token(right.first - 1).cues.has(WordCue::Particle);
    // "sandrine.bernard" is one address, "sandrine-bernard" may be two people.
    const bool dotted = token(right.first).gap.has(Gap::Dot);
    if (left.last == right.first) return right.label != left.label || particle || dotted;
    return left.last + 1 == right.first && particle && may_join(left.last, left.last - 1, left.last);
  }

  // `begin` and `end`: between its neighbours.
  void widen(Span& span, std::uint32_t begin, std::uint32_t end) const {
    while (span.last < end && may_join(span.last, span.last - 1, span.last) &&
           is_part(span, span.last, span.last - 1))
      ++span.last;
    take_surname_with_particle(span, end);
    take_surname_behind_blank(span, end);
    take_given_name_before(span, begin);
    while (span.first > begin && may_join(span.first, span.first, span.first - 1) &&
           is_part(span, span.first - 1, span.first))
      --span.first;
  }

 private:
  const Token& token(std::uint32_t at) const { return tokens_.all[at]; }

  // Whether the word at `right` is glued to the one before it, and the one at `other` may be a part of a name
  // by the way it is written.
  bool may_join(std::uint32_t right, std::uint32_t anchor, std::uint32_t other) const {
    if (!is_glued(token(right)) || is_barred(token(other))) return false;
    if (token(other).where.has_any(references))
      return token(other).shape == Shape::Lower || token(other).shape == Shape::Capital;
    return token(anchor).shape == Shape::Lower && token(other).shape == Shape::Lower;
  }

  bool is_part(const Span& span, std::uint32_t at, std::uint32_t anchor) const {
    if (is_registered(at)) return true;
    const Token& part = token(at);
    if (is_of_something_else(part)) return false;
    if (!part.lexeme().word()) {
      if (part.lexeme().given > 0 || part.lexeme().surname > 0) return true;
      return part.form_size() >= shortest_part && part.lexeme().place == 0 && is_pair(span, at);
    }
    const knowledge::Lexeme& known = token(anchor).lexeme();
    return reads_as_glued_name(known, part.lexeme()) ||
           (is_likely_surname(token(anchor)) && reads_as_glued_name(part.lexeme(), known));
  }

  // The span is one word, and nothing is glued to it but the word at `at`: "sophie-kervadan". In
  // "sophie_roadmap_v3" the second word names no one.
  bool is_pair(const Span& span, std::uint32_t at) const {
    const std::uint32_t left = std::min(at, span.first);
    const std::uint32_t behind = left + 2;
    if (span.last - span.first != 1 || is_glued(token(left))) return false;
    return behind >= tokens_.size() || !is_glued(token(behind)) || token(behind).where.has(Where::NoNames);
  }

  // "sophie-le-goff"
  void take_surname_with_particle(Span& span, std::uint32_t end) const {
    const std::uint32_t particle = span.last;
    const std::uint32_t surname = particle + 1;
    if (surname >= end || !token(particle).cues.has(WordCue::Particle)) return;
    if (!may_join(particle, particle - 1, particle) || !may_join(surname, particle, surname)) return;
    if (token(surname).lexeme().word() || token(surname).lexeme().surname == 0) return;
    if (!is_of_something_else(token(surname))) span.last = surname + 1;
  }

  // The noun of "sophie martin va bien", where nobody writes capitals. Few nouns follow a given name at once.
  void take_surname_behind_blank(Span& span, std::uint32_t end) const {
    const Token& given = token(span.first);
    if (span.last >= end || span.last - span.first != 1) return;
    const Token& surname = token(span.last);
    if (given.shape != Shape::Lower || surname.shape != Shape::Lower || is_barred(surname)) return;
    if (surname.gap != Gaps{Gap::Space}) return;
    if (is_surname_alone(surname)) {
      ++span.last;
      return;
    }
    if (given.lexeme().word() || !is_likely_given(given)) return;
    const knowledge::Lexeme& lexeme = surname.lexeme();
    if (is_of_something_else(surname)) return;
    const bool noun_only = !lexeme.verb && !lexeme.adjective && !lexeme.other;
    const bool frequent = noun_only && lexeme.surname >= most_frequent_surname;
    if (frequent || (ends_here(span.last) && is_likely_surname(surname))) span.last += 1;
  }

  // "isla | mcvitie", "octave | quignon": what somebody bears as a surname, and that is nothing else.
  static bool is_surname_alone(const Token& token) {
    const knowledge::Lexeme& lexeme = token.lexeme();
    return lexeme.surname > 0 && lexeme.given == 0 && !token.lexeme().word() &&
           !is_of_something_else(token) && token.form_size() >= shortest_surname && token.cues.empty();
  }

  // "dom | vachell", "hope | lindqvist": a given name before what is a surname and nothing else.
  void take_given_name_before(Span& span, std::uint32_t begin) const {
    const Token& surname = token(span.first);
    if (span.first <= begin || span.last - span.first != 1 || starts_block(surname)) return;
    const Token& given = token(span.first - 1);
    if (surname.shape != Shape::Lower || given.shape != Shape::Lower || is_barred(given)) return;
    if (surname.gap != Gaps{Gap::Space} || !is_surname_alone(surname)) return;
    const knowledge::Lexeme& lexeme = given.lexeme();
    const unsigned borne = lexeme.english == 0 ? 1 : 2;
    const bool name = lexeme.given >= borne && !lexeme.other && !lexeme.verb && given.form_size() > 2;
    if (name && !is_of_something_else(given) && given.cues.empty()) --span.first;
  }

  // "(karen rousse)", "yann beau, directeur": nothing that the word could be said with follows.
  bool ends_here(std::uint32_t at) const {
    if (at + 1 >= tokens_.size() || starts_block(token(at + 1))) return true;
    constexpr Gaps ends{Gap::Comma, Gap::Close, Gap::LineBreak, Gap::Pipe, Gap::Colon, Gap::Dash};
    return token(at + 1).gap.has_any(ends);
  }

  // A part of a person of the note
  bool is_registered(std::uint32_t at) const {
    const auto found = std::partition_point(candidates_.begin(), candidates_.end(),
                                            [&](const Candidate& candidate) { return candidate.token < at; });
    if (found == candidates_.end() || found->token != at) return false;
    return found->features.has(Feature::RegisteredGiven) || found->features.has(Feature::RegisteredSurname);
  }

  const Tokens& tokens_;
  const std::vector<Candidate>& candidates_;
};

}  // namespace

void take_glued_parts(const Tokens& tokens, const std::vector<Candidate>& candidates,
                      std::vector<Span>& spans) {
  const GluedParts parts(tokens, candidates);
  for (std::size_t i = 1; i < spans.size(); ++i) {
    if (!parts.are_one_name(spans[i - 1], spans[i])) continue;
    spans[i].first = std::exchange(spans[i - 1].first, spans[i - 1].last);
    spans[i].label = Label::Person;
    spans[i].margin = std::max(spans[i - 1].margin, spans[i].margin);
  }
  std::erase_if(spans, [](const Span& span) { return span.first == span.last; });
  for (std::size_t i = 0; i < spans.size(); ++i) {
    if (spans[i].label != Label::Person || spans[i].margin < 0) continue;
    parts.trim(spans[i]);
    if (spans[i].first == spans[i].last) continue;
    const std::uint32_t begin = i > 0 ? spans[i - 1].last : 0;
    const auto all = static_cast<std::uint32_t>(tokens.size());
    parts.widen(spans[i], begin, i + 1 < spans.size() ? spans[i + 1].first : all);
  }
  std::erase_if(spans, [](const Span& span) { return span.first == span.last; });
}

}  // namespace paravent::detect
