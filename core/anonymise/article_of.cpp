#include "anonymise/article_of.hpp"

#include <algorithm>
#include <span>
#include <string>
#include <vector>

#include "anonymise/date_lead.hpp"
#include "anonymise/describe.hpp"
#include "anonymise/reading.hpp"
#include "anonymise/written_alias.hpp"
#include "knowledge/phrases.hpp"

namespace paravent::anonymise {
namespace {

using policy::Category;

bool starts_with_digit(std::string_view name) {
  return !name.empty() && name.front() >= '0' && name.front() <= '9';
}

// By the noun at its head: "CHU de Nantes", "clinique des Lilas".
OwnArticle article_of_institution(std::string_view name) {
  constexpr std::size_t most_words = 12;
  std::vector<std::string> folded = folded_words(name);
  folded.resize(std::min(folded.size(), most_words));
  const std::vector<std::string_view> words(folded.begin(), folded.end());
  for (std::size_t size = words.size(); size > 0; --size) {
    for (std::size_t nth = 0;; ++nth) {
      const auto phrase = knowledge::longest_phrase(std::span(words).first(size), nth);
      if (!phrase) break;
      if (phrase->kind != knowledge::PhraseKind::Institution) continue;
      return knowledge::institution(*phrase).feminine ? OwnArticle::Feminine : OwnArticle::Masculine;
    }
  }
  return OwnArticle::None;
}

bool starts_with_week_day(std::string_view date) {
  const std::vector<std::string> words = folded_words(date);
  return !words.empty() && is_week_day(words.front());
}

}  // namespace

OwnArticle article_of(const Alias& alias) {
  if (alias.article != OwnArticle::Unknown) return alias.article;
  const std::string_view name = alias.canonical;
  switch (noun_category(alias.category)) {
    case Category::Org:
      return article_of_institution(name);
    case Category::Loc:
      return has_own_article(name) ? OwnArticle::Masculine : OwnArticle::None;
    case Category::Date:
      return starts_with_digit(name) || starts_with_week_day(name) ? OwnArticle::Masculine : OwnArticle::None;
    case Category::Address:
    case Category::Phone:
    case Category::Id:
      return starts_with_digit(name) ? OwnArticle::Masculine : OwnArticle::None;
    default:
      return OwnArticle::None;
  }
}

}  // namespace paravent::anonymise
