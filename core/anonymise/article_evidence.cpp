#include "anonymise/article_evidence.hpp"

#include <algorithm>
#include <map>
#include <optional>
#include <string_view>

#include "anonymise/reading.hpp"
#include "text/unicode.hpp"

namespace paravent::anonymise {
namespace {

// Of people, dates and ages the words before say nothing lasting: "la Claire d’avant", "du 12 mars".
bool has_article_of_its_own(policy::Category category) {
  using policy::Category;
  return category == Category::Org || category == Category::Loc || category == Category::Project;
}

bool is_behind_the(std::string_view text, std::size_t at) {
  const std::size_t end = skip_blanks_back(text, at, 0);
  const std::optional<Word> before = end == at ? std::nullopt : word_back(text, end, 0);
  return before && before->folded == "the";
}

OwnArticle article_before(const Note& note, const detect::Finding& finding) {
  const std::size_t at = finding.range.begin.value;
  if (!is_in_french(finding)) {
    return is_behind_the(note.text(), at) ? OwnArticle::Masculine : OwnArticle::Unknown;
  }
  const Lead lead = lead_before(note.text(), at, 0);
  if (!lead.stands) return OwnArticle::Unknown;
  if (!lead.article) return lead.word == "dans" ? OwnArticle::Unknown : OwnArticle::None;
  if (lead.plural) return OwnArticle::Plural;
  // "la", "de la", "à la"; "l’" may be of either gender, and is written alike for both.
  const std::string_view written = note.text().substr(lead.begin, at - lead.begin);
  const std::size_t last = skip_blanks_back(written, written.size(), 0);
  const std::optional<Word> article = word_back(written, last, 0);
  return article && article->folded == "la" ? OwnArticle::Feminine : OwnArticle::Masculine;
}

}  // namespace

void take_articles(const Note& note, const AliasBook& aliases, std::vector<Alias>& fresh) {
  std::map<std::string_view, Alias*> by_alias;
  for (Alias& alias : fresh) {
    if (has_article_of_its_own(alias.category)) by_alias.emplace(alias.alias, &alias);
  }
  for (const detect::Finding* finding : note.masked()) {
    if (by_alias.empty() || !has_article_of_its_own(finding->category)) continue;
    const std::string* given = aliases.given_to(*finding);
    const auto found = given == nullptr ? by_alias.end() : by_alias.find(*given);
    if (found == by_alias.end()) continue;
    OwnArticle& known = found->second->article;
    if (known == OwnArticle::Unknown || known == OwnArticle::None) {
      const OwnArticle seen = article_before(note, *finding);
      if (seen != OwnArticle::Unknown) known = seen;
    }
  }
}

}  // namespace paravent::anonymise
