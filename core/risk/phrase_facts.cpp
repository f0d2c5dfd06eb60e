#include "risk/phrase_facts.hpp"

#include <algorithm>
#include <array>
#include <span>
#include <string>

#include "detect/scanners/calendar.hpp"
#include "knowledge/phrases.hpp"
#include "knowledge/shares.hpp"
#include "risk/finding_facts.hpp"
#include "text/unicode.hpp"

namespace paravent::risk {
namespace {

using detect::Known;
using detect::Token;

constexpr std::size_t longest = 10;  // words of a phrase that is read

template <std::size_t N>
bool is_one_of(const std::array<std::string_view, N>& words, std::string_view word) {
  return std::find(words.begin(), words.end(), word) != words.end();
}

// Up to ten words that follow each other as those of one phrase do.
class Run {
 public:
  Run(const NoteWords& words, std::size_t at, std::size_t end) {
    while (count_ < longest && at + count_ < end && (count_ == 0 || words.is_joined(at + count_))) {
      forms_[count_] = words.form(at + count_);
      ++count_;
    }
  }
  std::span<const std::string_view> forms() const { return {forms_.data(), count_}; }
  std::string_view operator[](std::size_t i) const { return i < count_ ? forms_[i] : std::string_view(); }

 private:
  std::array<std::string_view, longest> forms_;
  std::size_t count_ = 0;
};

void place_in_text(Fact& fact, const NoteWords& words, std::size_t first, std::size_t last) {
  const auto& tokens = words.tokens();
  fact.range = text::range(tokens[first].begin, tokens[last - 1].end);
  fact.label = label_of(words.text().substr(fact.range.begin.value, fact.range.size()));
}

Trait trait_of(knowledge::FactKind kind) {
  using knowledge::FactKind;
  switch (kind) {
    case FactKind::Career:
      return Trait::Career;
    case FactKind::Employer:
      return Trait::Employer;
    case FactKind::Event:
      return Trait::Event;
    case FactKind::Family:
      return Trait::Family;
    case FactKind::Health:
      return Trait::Health;
    case FactKind::Honour:
      return Trait::Honour;
    case FactKind::Place:
      return Trait::Place;
  }
  return Trait::Event;
}

std::optional<PhraseFact> listed(const NoteWords& words, std::size_t at, const Run& run) {
  const auto found = knowledge::longest_readable_fact(run.forms());
  if (!found) return std::nullopt;
  PhraseFact out;
  out.last = at + found->words;
  out.fact.trait = trait_of(found->kind);
  out.fact.of_workers = out.fact.of_anyone = found->per_million;
  if (out.fact.trait == Trait::Employer) out.fact.home = found->key;
  if (out.fact.trait == Trait::Place) {
    const auto country = knowledge::share("country", "inhabitants");
    const std::uint64_t inhabitants = country ? country->value : 0;
    out.fact.people = static_cast<std::uint32_t>(inhabitants * found->per_million / million);
    out.fact.of_workers = out.fact.of_anyone = million;
  }
  out.doubtful = out.fact.trait == Trait::Employer && found->words == 1;
  place_in_text(out.fact, words, at, out.last);
  return out;
}

std::optional<unsigned> number_at(const Run& run, std::size_t i) {
  using namespace detect::scanners;
  const std::string_view word = run[i];
  if (word.empty() || word.size() > 2 * sizeof(std::uint64_t)) return std::nullopt;
  if (is_digit(word.front())) {
    if (word.size() > 2 || !is_digit(word.back())) return std::nullopt;
    return number_of(word);
  }
  if (const WordNumber french = french_number_at(View(word), 0);
      french.end == word.size() && !french.ordinal) {
    return french.value;
  }
  const WordNumber english = english_number_at(View(word), 0);
  if (english.end != word.size() || english.ordinal) return std::nullopt;
  return english.value;
}

Fact shared(Trait trait, std::string_view kind, std::string_view key) {
  const auto share = knowledge::share(kind, key);
  Fact out;
  out.trait = trait;
  out.of_workers = out.of_anyone = share ? share->value : million;
  return out;
}

// "trois enfants", "mère de 4 enfants", "mother of four".
std::optional<PhraseFact> children(const NoteWords& words, std::size_t at, const Run& run) {
  constexpr std::array<std::string_view, 10> parents{"mere",   "pere", "maman", "papa", "mother",
                                                     "father", "mum",  "mom",   "dad",  "parent"};
  constexpr std::array<std::string_view, 5> nouns{"enfants", "enfant", "children", "kids", "child"};
  const bool parent = is_one_of(parents, run[0]) && (run[1] == "de" || run[1] == "d" || run[1] == "of");
  const std::size_t number = parent ? 2 : 0;
  const auto count = number_at(run, number);
  const bool named = is_one_of(nouns, run[number + 1]);
  if (!count || *count == 0 || (!named && !(parent && run[1] == "of"))) return std::nullopt;
  constexpr unsigned most = 7;
  PhraseFact out{shared(Trait::Children, "children", std::to_string(std::min(*count, most)))};
  out.last = at + number + (named ? 2 : 1);
  place_in_text(out.fact, words, at, out.last);
  return out;
}

// "22 ans d’ancienneté", "22 ans de maison", "22 years with the company".
std::optional<PhraseFact> seniority(const NoteWords& words, std::size_t at, const Run& run) {
  const auto years = number_at(run, 0);
  if (!years || (run[1] != "ans" && run[1] != "years")) return std::nullopt;
  constexpr std::array<std::string_view, 8> nouns{"anciennete", "maison",  "boite",     "entreprise",
                                                  "poste",      "company", "seniority", "job"};
  constexpr std::array<std::string_view, 12> links{"d",  "de",   "dans", "l",  "la",  "le",
                                                   "of", "with", "at",   "in", "the", "ce"};
  std::size_t i = 2;
  while (i < 5 && is_one_of(links, run[i])) ++i;
  if (i == 2 || !is_one_of(nouns, run[i])) return std::nullopt;
  constexpr std::array<unsigned, 6> steps{40, 30, 20, 10, 5, 0};
  const unsigned step =
      *std::find_if(steps.begin(), steps.end(), [&](unsigned from) { return *years >= from; });
  PhraseFact out{shared(Trait::Seniority, "seniority", std::to_string(step))};
  out.fact.coarse_of_workers = std::min(out.fact.of_workers * 5, million);
  out.fact.coarse_of_anyone = out.fact.coarse_of_workers;
  out.last = at + i + 1;
  place_in_text(out.fact, words, at, out.last);
  return out;
}

// "la quarantaine", "une cinquantaine d’années", "in her forties".
std::optional<PhraseFact> decade(const NoteWords& words, std::size_t at, const Run& run) {
  struct Decade {
    std::string_view word;
    unsigned years;
  };
  constexpr std::array decades{
      Decade{"trentaine", 30},   Decade{"quarantaine", 40}, Decade{"cinquantaine", 50},
      Decade{"soixantaine", 60}, Decade{"vingtaine", 20},   Decade{"twenties", 20},
      Decade{"thirties", 30},    Decade{"forties", 40},     Decade{"fifties", 50},
      Decade{"sixties", 60},     Decade{"seventies", 70}};
  const auto found =
      std::find_if(decades.begin(), decades.end(), [&](const Decade& one) { return one.word == run[0]; });
  if (found == decades.end()) return std::nullopt;
  const std::string_view before = at == 0 ? std::string_view() : words.form(at - 1);
  const bool of_years = (run[1] == "d" || run[1] == "de") && run[2] == "annees";
  const bool english =
      found->word.ends_with("ies") && (before == "her" || before == "his" || before == "their");
  if (!of_years && before != "la" && !english) return std::nullopt;
  if (before == "la" && run[1] == "de") return std::nullopt;  // la quarantaine de salariés
  auto fact = age_fact(found->years, true);
  PhraseFact out{*fact};
  out.last = at + (of_years ? 3 : 1);
  place_in_text(out.fact, words, at, out.last);
  return out;
}

// "d’origine libanaise", "de nationalité belge", "of Lebanese origin".
std::optional<PhraseFact> origin(const NoteWords& words, std::size_t at, const Run& run) {
  constexpr std::array<std::string_view, 4> before{"origine", "origines", "nationalite", "naturalisee"};
  constexpr std::array<std::string_view, 4> behind{"origin", "descent", "heritage", "born"};
  const auto& tokens = words.tokens();
  const bool french = is_one_of(before, run[0]) && !run[1].empty() && tokens[at + 1].lexeme().demonym;
  const bool english = tokens[at].lexeme().demonym && is_one_of(behind, run[1]);
  if (!french && !english) return std::nullopt;
  if (run[french ? 1 : 0].starts_with("franc")) return std::nullopt;
  PhraseFact out{shared(Trait::Origin, "origin", "foreign")};
  out.last = at + 2;
  place_in_text(out.fact, words, at, out.last);
  return out;
}

// "hôpital", "lycée": known by its kind, where a role stands before it.
std::optional<PhraseFact> institution(const NoteWords& words, std::size_t at, const Run& run) {
  if (!words.tokens()[at].known.has(Known::Institution)) return std::nullopt;
  for (std::size_t nth = 0; const auto phrase = knowledge::longest_phrase(run.forms(), nth); ++nth) {
    if (phrase->kind != knowledge::PhraseKind::Institution) continue;
    const auto fact = institution_fact(knowledge::institution(*phrase));
    if (!fact) return std::nullopt;
    PhraseFact out{*fact, at + phrase->words, true};
    place_in_text(out.fact, words, at, out.last);
    return out;
  }
  return std::nullopt;
}

// A town that was not found, behind "à" or "in"; behind "de" only where a role stands before it.
std::optional<PhraseFact> town(const NoteWords& words, std::size_t at, const Run& run) {
  const Token& token = words.tokens()[at];
  const bool known = token.known.has(Known::City) || token.known.has(Known::Place);
  if (at == 0 || !known || !token.known.has(Known::First) || !token.has_capital() || !words.is_joined(at)) {
    return std::nullopt;
  }
  const std::string_view before = words.form(at - 1);
  const bool led = before == "a" || before == "in" || before == "near";
  if (!led && before != "de" && before != "d" && before != "of") return std::nullopt;
  for (std::size_t nth = 0; const auto phrase = knowledge::longest_phrase(run.forms(), nth); ++nth) {
    if (phrase->kind != knowledge::PhraseKind::Place) continue;
    const auto fact = place_fact(knowledge::place(*phrase));
    if (!fact) return std::nullopt;
    PhraseFact out{*fact, at + phrase->words, !led};
    place_in_text(out.fact, words, at, out.last);
    return out;
  }
  return std::nullopt;
}

std::string joined(std::span<const std::string_view> forms) {
  std::string out;
  for (const std::string_view form : forms) out.append(form).append(" ");
  return out;
}

// The words of a table's cell, folded, each with a space behind it.
std::string joined(std::string_view phrase) {
  std::string out;
  for (std::size_t at = 0; at < phrase.size();) {
    const text::Codepoint c = text::decode_at(phrase, at);
    if (text::is_word(c.value)) {
      out.append(phrase.substr(at, c.size));
    } else if (!out.empty() && out.back() != ' ') {
      out += ' ';
    }
    at += c.size;
  }
  return text::fold(out) + ' ';
}

}  // namespace

std::optional<PhraseFact> phrase_fact_at(const NoteWords& words, std::size_t at, std::size_t end) {
  const Run run(words, at, end);
  for (const auto read : {listed, children, seniority, decade, origin, institution, town}) {
    if (auto out = read(words, at, run)) return out;
  }
  return std::nullopt;
}

std::optional<PhraseFact> role_at(const NoteWords& words, std::size_t at, std::size_t end) {
  const Token& token = words.tokens()[at];
  if (!token.known.has(Known::Role) || !token.known.has(Known::First)) return std::nullopt;
  const Run run(words, at, end);
  std::optional<knowledge::Phrase> phrase;
  for (std::size_t nth = 0; (phrase = knowledge::longest_phrase(run.forms(), nth)); ++nth) {
    if (phrase->kind == knowledge::PhraseKind::Role) break;
  }
  if (!phrase) return std::nullopt;
  const knowledge::Role role = knowledge::role(*phrase);
  const std::string written = joined(run.forms().first(phrase->words));
  // A plural speaks of several people.
  if (written != joined(role.masculine) && written != joined(role.feminine) &&
      written != joined(role.english)) {
    return std::nullopt;
  }
  auto share = knowledge::share("role", role.masculine);
  if (!share) share = knowledge::share("default", "role");
  PhraseFact out;
  out.last = at + phrase->words;
  out.fact.known_as = role.masculine;
  out.fact.trait = Trait::Role;
  out.fact.of_workers = out.fact.of_anyone = share ? share->value : million;
  out.fact.in_place = share ? share->in_place : 0;
  out.fact.home = share ? share->home : std::string_view();
  place_in_text(out.fact, words, at, out.last);
  return out;
}

}  // namespace paravent::risk
