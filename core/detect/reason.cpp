#include "detect/reason.hpp"

#include <array>

namespace paravent::detect {
namespace {

using text::Language;
using text::Wording;

struct Said {
  std::string_view code;
  Wording words;
};

// In the order of Reason: how each reads in a list.
constexpr std::array<Said, reason_count> said{{
    {"word", {"le mot lui-même", "the word itself"}},
    {"writing", {"la façon dont il est écrit", "the way it is written"}},
    {"given.frequent",
     {"dans la table des prénoms, parmi les courants",
      "in the table of given names, among the frequent ones"}},
    {"given.rare",
     {"dans la table des prénoms, parmi les rares", "in the table of given names, among the rare ones"}},
    {"surname.frequent",
     {"dans la table des noms de famille, parmi les courants",
      "in the table of surnames, among the frequent ones"}},
    {"surname.rare",
     {"dans la table des noms de famille, parmi les rares", "in the table of surnames, among the rare ones"}},
    {"place.large",
     {"dans la table des lieux, parmi les grands", "in the table of places, among the large ones"}},
    {"place", {"dans la table des lieux", "in the table of places"}},
    {"company", {"dans la table des entreprises", "in the table of companies"}},
    {"author", {"dans la table des auteurs", "in the table of authors"}},
    {"word.ordinary", {"ce que la langue fait de ce mot", "what the language does with this word"}},
    {"word.unknown", {"dans aucune table de mots", "in no table of words"}},
    {"before", {"les mots qui précèdent", "the words before it"}},
    {"after", {"les mots qui suivent", "the words after it"}},
    {"around", {"les mots d’avant et d’après, ensemble", "the words before and after it, together"}},
    {"citation", {"ce qui ressemble à une citation", "what looks like a citation"}},
    {"position", {"sa place dans la note (ligne, liste, lien)", "its place in the note (line, list, link)"}},
    {"note.name",
     {"le même nom ailleurs dans la note ou son dossier",
      "the same name elsewhere in the note or its folder"}},
    {"note", {"ce que le reste de la note en dit", "what the rest of the note says of it"}},
}};

constexpr Wording rule{"Règle ", "Rule "};
constexpr Wording score{", score ", ", score "};
constexpr Wording what_weighed{". Ce qui a pesé : ", ". What weighed most: "};
constexpr Wording point{",", "."};

void append_decimal(std::string& out, std::uint32_t whole, std::string_view digits, Language language) {
  out.append(std::to_string(whole)).append(point.in(language)).append(digits);
}

// 0 … 1000, rounded to two digits.
void append_hundredths(std::string& out, std::uint16_t permille, Language language) {
  const std::uint32_t hundredths = (permille + 5U) / 10U;
  const std::string digits = std::to_string(100U + hundredths % 100U).substr(1);
  append_decimal(out, hundredths / 100U, digits, language);
}

void append_weight(std::string& out, std::uint32_t tenths, Language language) {
  out += '+';
  append_decimal(out, tenths / 10U, std::to_string(tenths % 10U), language);
}

}  // namespace

std::string_view code_of(Reason reason) {
  return said[static_cast<std::size_t>(reason)].code;
}

text::Wording words_of(Reason reason) {
  return said[static_cast<std::size_t>(reason)].words;
}

std::string explain_score(const Finding& finding, std::span<const Weighed> reasons, Language language) {
  std::string out(rule.in(language));
  out.append(finding.rule).append(score.in(language));
  append_hundredths(out, finding.score, language);
  std::string_view before = what_weighed.in(language);
  for (const Weighed& weighed : reasons) {
    out.append(before).append(words_of(weighed.reason).in(language)).append(" (");
    append_weight(out, weighed.tenths, language);
    out += ')';
    before = Wording{" ; ", "; "}.in(language);
  }
  return out += '.';
}

}  // namespace paravent::detect
