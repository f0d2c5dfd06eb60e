#include "detect/scanners/birth.hpp"

#include <algorithm>
#include <cstdint>

#include "detect/scanners/folded.hpp"

namespace paravent::detect::scanners {
namespace {

// Folded: "né" is "ne". The negation "ne" never stands right before a date.
constexpr WordSet births{"ne",
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
constexpr WordSet fillers{"le",     "la",       "on",    "the",      "un",       "une",   "est",
                          "is",     "was",      "lundi", "mardi",    "mercredi", "jeudi", "vendredi",
                          "samedi", "dimanche", "en",    "celle-ci", "du",       "au"};
constexpr WordSet english_days{"monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"};
constexpr WordSet dates{"le",     "du",       "au",     "au plus tard le",
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

// Whether one of the phrases stands last in the sentence with no more than a place after it.
bool born_at_a_place(std::string_view sentence) {
  std::uint32_t seen = 0;
  for (std::size_t at = sentence.size(); at-- > 0;) {
    if (sentence[at] != 'n' && sentence[at] != 'b') continue;
    const std::string_view rest = sentence.substr(at);
    std::uint32_t bit = 1;
    for (const std::string_view phrase : with_place) {
      const bool last = (seen & bit) == 0 && rest.starts_with(phrase);
      if (last) seen |= bit;
      bit <<= 1;
      if (!last || (at > 0 && is_alnum(sentence[at - 1]))) continue;
      const std::string_view place = rest.substr(phrase.size());
      if (place.size() <= 44 && place.find(". ") == std::string_view::npos &&
          std::count(place.begin(), place.end(), ' ') <= 5)
        return true;
    }
  }
  return false;
}

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
  return born_at_a_place(stop == std::string_view::npos ? rest : rest.substr(stop + 1));
}

bool announces_date(std::string_view lead) {
  const std::string_view rest = trim_lead(lead);
  return ends_with_any(rest, dates) || ends_with_any(rest, english_days);
}

}  // namespace paravent::detect::scanners
