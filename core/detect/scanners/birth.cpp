#include "detect/scanners/birth.hpp"

#include <algorithm>
#include <array>

#include "detect/scanners/folded.hpp"

namespace paravent::detect::scanners {
namespace {

// Folded: "né" is "ne". The negation "ne" never stands right before a date.
constexpr std::string_view births[] = {"ne",
                                       "nee",
                                       "nes",
                                       "nees",
                                       "ne(e)",
                                       "ne(e",
                                       "nee(s",
                                       "nait",
                                       "naquit",
                                       "naissance",
                                       "ddn",
                                       "d.d.n",
                                       "born",
                                       "dob",
                                       "d.o.b",
                                       "birth",
                                       "birthdate",
                                       "birthday",
                                       "birth date",
                                       "date naissance",
                                       "anniversaire de naissance",
                                       "date of birth",
                                       "naiss",
                                       "b.",
                                       "ne.e",
                                       "ne-e",
                                       "nee-e",
                                       "date de naiss",
                                       "dn"};
constexpr std::string_view fillers[] = {
    "le",    "la",       "on",    "the",      "un",     "une",      "est", "is",       "was", "lundi",
    "mardi", "mercredi", "jeudi", "vendredi", "samedi", "dimanche", "en",  "celle-ci", "du",  "au"};
constexpr std::string_view english_days[] = {"monday", "tuesday",  "wednesday", "thursday",
                                             "friday", "saturday", "sunday"};
constexpr std::string_view dates[] = {"le",     "du",       "au",     "au plus tard le",
                                      "ce",     "on",       "since",  "until",
                                      "depuis", "from",     "to",     "by",
                                      "due",    "lundi",    "mardi",  "mercredi",
                                      "jeudi",  "vendredi", "samedi", "dimanche",
                                      "date",   "lun",      "mar",    "mer",
                                      "jeu",    "ven"};
// "né à Lyon le", "born in Leeds on": the place between.
constexpr std::string_view with_place[] = {"ne a",    "nee a",    "ne en",  "nee en", "ne(e) a",
                                           "born in", "born at",  "nes a",  "nees a", "ne au",
                                           "nee au",  "ne(e) en", "ne aux", "nee aux"};

}  // namespace

bool announces_birth(std::string_view lead) {
  std::string_view rest = lead;
  while (!rest.empty() && (rest.back() == ' ' || rest.back() == ',')) rest.remove_suffix(1);
  if (ends_with_any(trim_lead(rest), births)) return true;
  rest = drop_words(rest, fillers);
  rest = drop_words(rest, english_days);
  rest = drop_words(rest, fillers);
  if (ends_with_any(rest, births)) return true;
  if (rest.ends_with(')')) {  // "né(e) le", "date de naissance (JJ/MM/AAAA) :"
    const std::size_t open = rest.rfind('(');
    if (ends_with_any(rest, births)) return true;
    if (open != std::string_view::npos && ends_with_any(trim_lead(rest.substr(0, open)), births)) return true;
  }
  if (rest.size() == lead.size()) return false;
  const std::size_t stop = rest.find_last_of(";!?");
  const std::string_view sentence = stop == std::string_view::npos ? rest : rest.substr(stop + 1);
  for (const std::string_view phrase : with_place) {
    const std::size_t at = sentence.rfind(phrase);
    if (at == std::string_view::npos || (at > 0 && is_alnum(sentence[at - 1]))) continue;
    const std::string_view place = sentence.substr(at + phrase.size());
    if (place.size() <= 44 && place.find(". ") == std::string_view::npos &&
        std::count(place.begin(), place.end(), ' ') <= 5)
      return true;
  }
  return false;
}

bool announces_date(std::string_view lead) {
  const std::string_view rest = trim_lead(lead);
  return ends_with_any(rest, dates) || ends_with_any(rest, english_days);
}

}  // namespace paravent::detect::scanners
