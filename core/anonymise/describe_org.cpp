#include <algorithm>
#include <array>
#include <span>
#include <string>
#include <vector>

#include "anonymise/describe.hpp"
#include "anonymise/reading.hpp"

namespace paravent::anonymise {
namespace {

using Words = std::span<const std::string_view>;

// What people put before a firm's name without it being part of it.
bool is_prefix(std::string_view word) {
  return word == "le" || word == "la" || word == "l" || word == "les" || word == "groupe" || word == "the";
}

std::string_view of_company(Words words, text::Language language) {
  for (std::size_t nth = 0;; ++nth) {
    const auto phrase = knowledge::whole_phrase(words, nth);
    if (!phrase) return {};
    if (phrase->kind != knowledge::PhraseKind::Company) continue;
    const knowledge::Company company = knowledge::company(*phrase);
    const auto sector = knowledge::sector(company.sector);
    if (!sector) return {};
    const bool large = company.size == 'L';
    if (language == text::Language::English) return large ? sector->large_en : sector->any_en;
    return large ? sector->large_fr : sector->any_fr;
  }
}

// The head may be hidden by a longer phrase of another kind ("CHU de Nantes", an employer): shorter
// beginnings are tried too.
std::string_view of_institution(Words words, text::Language language, bool firms) {
  for (std::size_t size = words.size(); size > 0; --size) {
    for (std::size_t nth = 0;; ++nth) {
      const auto phrase = knowledge::longest_phrase(words.first(size), nth);
      if (!phrase) break;
      if (phrase->kind != knowledge::PhraseKind::Institution) continue;
      const knowledge::Institution institution = knowledge::institution(*phrase);
      if ((institution.kind == "company") != firms) continue;
      return language == text::Language::English ? institution.general_en : institution.general_fr;
    }
  }
  return {};
}

// English says what a body is at the end of its name: "St Hilda's Hospice".
std::string_view of_last_words(Words words) {
  for (std::size_t first = 1; first < words.size(); ++first) {
    for (std::size_t nth = 0;; ++nth) {
      const auto phrase = knowledge::whole_phrase(words.subspan(first), nth);
      if (!phrase) break;
      if (phrase->kind == knowledge::PhraseKind::Institution)
        return knowledge::institution(*phrase).general_en;
    }
  }
  return {};
}

// "CMA CGM" is no chamber of trades: the whole name is a firm's, and its sector has no institutions.
bool is_firm_by_whole_name(Words words) {
  constexpr std::array<std::string_view, 16> bodies{"action-sociale",
                                                    "association",
                                                    "clinique",
                                                    "collectivite",
                                                    "culture",
                                                    "enseignement-superieur",
                                                    "formation",
                                                    "hopital",
                                                    "medico-social",
                                                    "ministere",
                                                    "organisation-patronale",
                                                    "organisation-internationale",
                                                    "recherche",
                                                    "sante",
                                                    "secteur-public",
                                                    "syndicat"};
  for (std::size_t nth = 0; words.size() > 1; ++nth) {
    const auto phrase = knowledge::whole_phrase(words, nth);
    if (!phrase) break;
    if (phrase->kind == knowledge::PhraseKind::Company)
      return !is_one_of(bodies, knowledge::company(*phrase).sector);
  }
  return false;
}

// What an English firm does is often the last word of its name: "Hartwell Consulting".
std::string_view of_trade(Words words) {
  struct Trade {
    std::string_view word;
    std::string_view firm;
  };
  constexpr auto trades = std::to_array<Trade>({{"consulting", "a consultancy"},
                                                {"consultancy", "a consultancy"},
                                                {"consultants", "a consultancy"},
                                                {"solicitors", "a law firm"},
                                                {"accountants", "an accounting firm"},
                                                {"accountancy", "an accounting firm"},
                                                {"architects", "an architecture practice"},
                                                {"recruitment", "a recruitment agency"},
                                                {"insurance", "an insurance company"},
                                                {"logistics", "a logistics company"},
                                                {"software", "a software company"},
                                                {"engineering", "an engineering company"},
                                                {"pharmaceuticals", "a pharmaceutical company"},
                                                {"brewery", "a brewery"},
                                                {"foods", "a food company"}});
  for (const Trade& trade : trades) {
    if (words.size() > 1 && words.back() == trade.word) return trade.firm;
  }
  return {};
}

// A hospital or a school is that, even if the tables list it among the employers; a firm's sector says more
// than "cabinet" or "agence" at the head of its name.
std::string_view phrase_for(Words words, text::Language language) {
  std::string_view phrase;
  if (!is_firm_by_whole_name(words)) phrase = of_institution(words, language, false);
  if (phrase.empty()) phrase = of_company(words, language);
  if (phrase.empty()) phrase = of_institution(words, language, true);
  return phrase;
}

}  // namespace

NounPhrase describe_organisation(std::string_view name, text::Language language) {
  constexpr std::size_t most_words = 12;
  std::vector<std::string> folded = folded_words(name);
  folded.resize(std::min(folded.size(), most_words));
  const std::vector<std::string_view> views(folded.begin(), folded.end());
  for (Words words = views; !words.empty(); words = words.subspan(1)) {
    const std::string_view phrase = phrase_for(words, language);
    if (!phrase.empty()) return noun_phrase(phrase, language);
    if (!is_prefix(words.front())) break;
  }
  // "À la Poste": the article of the sentence is that of the name.
  for (const std::string_view article : {"la", "le", "les"}) {
    std::vector<std::string_view> whole{article};
    whole.insert(whole.end(), views.begin(), views.end());
    const std::string_view phrase = of_company(whole, language);
    if (!phrase.empty()) return noun_phrase(phrase, language);
  }
  if (language == text::Language::English) {
    std::string_view phrase = of_last_words(views);
    if (phrase.empty()) phrase = of_trade(views);
    if (!phrase.empty()) return noun_phrase(phrase, language);
  }
  return {};
}

NounPhrase any_organisation(text::Language language) {
  return noun_phrase(language == text::Language::English ? "a company" : "une entreprise", language);
}

}  // namespace paravent::anonymise
