#include "anonymise/named_place.hpp"

#include <algorithm>
#include <array>

#include "anonymise/reading.hpp"
#include "knowledge/phrases.hpp"

namespace paravent::anonymise {
namespace {

// Those that are no head of an institution's name.
constexpr std::array<std::string_view, 24> nouns{
    "une gare",   "un port",    "une plage",  "une forêt", "un bois",   "un lac",
    "un étang",   "une rue",    "une avenue", "un square", "un parc",   "un jardin",
    "un domaine", "un marché",  "une cité",   "un quai",   "un pont",   "une vallée",
    "un col",     "un sentier", "une maison", "un manoir", "une villa", "un immeuble"};

}  // namespace

NounPhrase kind_of_named_place(std::string_view name, text::Language language) {
  if (language != text::Language::French) return {};
  const std::vector<std::string> words = folded_words(name);
  if (words.size() < 2) return {};
  for (const std::string_view row : nouns) {
    NounPhrase noun = noun_phrase(row, language);
    if (folded_words(noun.words).front() == words.front()) return noun;
  }
  const std::array head{std::string_view(words.front())};
  for (std::size_t nth = 0;; ++nth) {
    const auto phrase = knowledge::whole_phrase(head, nth);
    if (!phrase) return {};
    if (phrase->kind == knowledge::PhraseKind::Institution)
      return noun_phrase(knowledge::institution(*phrase).general_fr, language);
  }
}

}  // namespace paravent::anonymise
