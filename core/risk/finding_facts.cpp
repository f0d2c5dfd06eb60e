#include "risk/finding_facts.hpp"

#include <algorithm>
#include <span>
#include <vector>

#include "detect/scanners/calendar.hpp"
#include "knowledge/shares.hpp"
#include "text/unicode.hpp"

namespace paravent::risk {
namespace {

using detect::Category;
using knowledge::PhraseKind;

constexpr std::size_t most_words = 12;

std::vector<std::string> folded_words(std::string_view name) {
  std::vector<std::string> out;
  for (std::size_t at = 0; at < name.size() && out.size() < most_words;) {
    std::size_t end = at;
    for (text::Codepoint c = text::decode_at(name, end); c.size != 0 && text::is_word(c.value);
         c = text::decode_at(name, end)) {
      end += c.size;
    }
    if (end > at) out.push_back(text::fold(name.substr(at, end - at)));
    at = end + std::max<std::size_t>(text::decode_at(name, end).size, 1);
  }
  return out;
}

std::vector<std::string_view> views_of(const std::vector<std::string>& words) {
  return {words.begin(), words.end()};
}

std::string without_article(std::string_view phrase) {
  return std::string(phrase.substr(phrase.find(' ') + 1));
}

std::uint32_t value_of(std::string_view kind, std::string_view key) {
  const auto share = knowledge::share(kind, key);
  return share ? share->value : 0;
}

std::optional<knowledge::Phrase> whole(std::span<const std::string_view> words, PhraseKind kind) {
  for (std::size_t nth = 0;; ++nth) {
    const auto phrase = knowledge::whole_phrase(words, nth);
    if (!phrase || phrase->kind == kind) return phrase;
  }
}

std::optional<knowledge::Place> place_called(std::string_view name) {
  const std::vector<std::string> words = folded_words(name);
  const auto phrase = whole(views_of(words), PhraseKind::Place);
  if (!phrase) return std::nullopt;
  return knowledge::place(*phrase);
}

std::optional<Fact> company_fact(const knowledge::Company& company, text::Language language) {
  const auto sector = knowledge::sector(company.sector);
  const std::uint32_t of_jobs = value_of("sector", company.sector);
  if (!sector || of_jobs == 0) return std::nullopt;
  Fact out;
  out.trait = Trait::Employer;
  out.of_workers = out.of_anyone = of_jobs;
  out.home = company.sector;
  const bool large = company.size == 'L';
  const bool english = language == text::Language::English;
  const std::string_view any = english ? sector->any_en : sector->any_fr;
  out.label = without_article(!large ? any : english ? sector->large_en : sector->large_fr);
  // The size stays readable where it is said: only a large firm is called so.
  if (large) {
    out.of_workers = static_cast<std::uint32_t>(std::uint64_t{of_jobs} * value_of("size", "L") / million);
    out.of_anyone = out.of_workers;
  }
  return out;
}

std::optional<Fact> organisation_fact(std::string_view name, text::Language language) {
  const std::vector<std::string> folded = folded_words(name);
  const std::vector<std::string_view> all = views_of(folded);
  // "l’hôpital de Guéret" opens with an article; a firm's may have "groupe" before it.
  for (std::span<const std::string_view> words = all; !words.empty(); words = words.subspan(1)) {
    for (std::size_t size = words.size(); size > 0; --size) {
      const auto phrase = whole(words.first(size), PhraseKind::Institution);
      if (!phrase) continue;
      const knowledge::Institution institution = knowledge::institution(*phrase);
      if (auto fact = institution_fact(institution)) {
        fact->label = without_article(language == text::Language::English ? institution.general_en
                                                                          : institution.general_fr);
        return fact;
      }
    }
    if (const auto phrase = whole(words, PhraseKind::Company)) {
      return company_fact(knowledge::company(*phrase), language);
    }
    const std::string_view first = words.front();
    if (first != "le" && first != "la" && first != "l" && first != "les" && first != "groupe" &&
        first != "the")
      break;
  }
  return std::nullopt;
}

std::optional<unsigned> years_in(std::string_view words) {
  using namespace detect::scanners;
  const View view(words);
  std::size_t digits = 0;
  while (is_digit(view.at(digits))) ++digits;
  if (digits > 3) return std::nullopt;
  if (digits > 0) return number_of(words.substr(0, digits));
  if (const WordNumber french = french_number_at(view, 0); french.end != 0) return french.value;
  if (const WordNumber english = english_number_at(view, 0); english.end != 0) return english.value;
  return std::nullopt;
}

std::string age_label(std::string_view words, text::Language language) {
  std::string out = label_of(words);
  const bool bare = out.find_first_not_of("0123456789") == std::string::npos;
  if (bare) out += language == text::Language::English ? " years old" : " ans";
  return out;
}

// Of a whole date a day of the year is known too.
std::optional<Fact> birth_fact(std::string_view words) {
  constexpr std::uint32_t days = 365, years = 10;
  const bool year_alone = words.find_first_not_of("0123456789") == std::string_view::npos;
  Fact out;
  out.trait = Trait::Birth;
  const std::uint32_t workers = value_of("age-of-worker", "40"), anyone = value_of("age-of-anyone", "40");
  out.of_workers = year_alone ? workers : workers / days;
  out.of_anyone = year_alone ? anyone : anyone / days;
  out.coarse_of_workers = workers * years;
  out.coarse_of_anyone = anyone * years;
  return out;
}

std::optional<Fact> trait_of(const detect::Finding& finding, std::string_view words,
                             text::Language language) {
  switch (finding.category) {
    case Category::Loc: {
      const auto place = place_called(words);
      return place ? place_fact(*place) : std::nullopt;
    }
    case Category::Org:
      return organisation_fact(words, language);
    case Category::Birthdate:
      return birth_fact(words);
    case Category::Age: {
      const auto years = years_in(words);
      auto fact = years ? age_fact(*years, false) : std::nullopt;
      if (fact) fact->label = age_label(words, language);
      return fact;
    }
    case Category::Sensitive: {
      Fact fact;
      fact.trait = Trait::Sensitive;
      fact.of_workers = fact.of_anyone = value_of("sensitive", "any");
      return fact;
    }
    default:
      return std::nullopt;
  }
}

}  // namespace

std::string label_of(std::string_view words) {
  std::string out;
  for (const char c : words) {
    const bool blank = c == '\n' || c == '\r' || c == '\t' || c == ' ';
    if (!blank) out += c;
    if (blank && !out.empty() && out.back() != ' ') out += ' ';
  }
  return out;
}

std::optional<Fact> age_fact(unsigned years, bool about) {
  constexpr unsigned youngest = 16, oldest = 109, decade = 10;
  if (years < youngest || years > oldest) return std::nullopt;
  const std::string key = std::to_string(std::min(years / decade, 9U) * decade);
  Fact out;
  out.trait = Trait::Age;
  out.coarse_of_workers = value_of("age-of-worker", key) * decade;
  out.coarse_of_anyone = value_of("age-of-anyone", key) * decade;
  out.of_workers = out.coarse_of_workers / (about ? 1 : decade);
  out.of_anyone = out.coarse_of_anyone / (about ? 1 : decade);
  if (about) out.coarse_of_workers = out.coarse_of_anyone = 0;
  return out;
}

std::optional<Fact> place_fact(const knowledge::Place& place) {
  if (place.country || place.population == 0) return std::nullopt;
  Fact out;
  out.trait = Trait::Place;
  out.people = place.population;
  if (place.region == place.name) return out;
  const auto region = place_called(place.region);
  if (region && region->population > place.population) out.coarse_people = region->population;
  return out;
}

std::optional<Fact> institution_fact(const knowledge::Institution& institution) {
  const std::uint32_t of_jobs = value_of("institution", institution.kind);
  if (of_jobs == 0) return std::nullopt;
  Fact out;
  out.trait = Trait::Employer;
  out.of_workers = out.of_anyone = of_jobs;
  out.home = institution.kind;
  return out;
}

std::optional<Fact> fact_of(const detect::Finding& finding, std::string_view text, text::Language language) {
  const std::string_view words = text.substr(finding.range.begin.value, finding.range.size());
  auto out = trait_of(finding, words, language);
  if (!out) return std::nullopt;
  out->range = finding.range;
  if (out->label.empty()) out->label = label_of(words);
  return out;
}

}  // namespace paravent::risk
