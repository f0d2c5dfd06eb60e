#include "anonymise/restored_time.hpp"

#include <algorithm>
#include <array>
#include <optional>
#include <vector>

#include "anonymise/grammar.hpp"
#include "text/unicode.hpp"

namespace paravent::anonymise {
namespace {

bool holds_word(std::string_view written, std::string_view word) {
  const std::vector<std::string> words = folded_words(written);
  return std::find(words.begin(), words.end(), word) != words.end();
}

bool is_range(std::string_view date) {
  return !date.empty() && date.front() >= '0' && date.front() <= '9' && holds_word(date, "au");
}

NounPhrase phrase_of(const std::string& time) {
  return {time, false, text::Language::French};
}

std::string date_behind(const Lead& lead, const std::string& date, bool takes_le, bool behind_from) {
  if (is_range(date)) return "du " + date;
  const Article article = takes_le ? Article::Definite : Article::None;
  if (lead.word == "à" && lead.article && !behind_from) return takes_le ? "le " + date : "en " + date;
  if (lead.word == "en") return takes_le ? "le " + date : "en " + date;
  // A date starts with a digit or a week day: its article is never elided, even before "11" or "onze".
  if (takes_le && lead.word.empty()) return "le " + date;
  return behind(lead.word, article, phrase_of(date));
}

}  // namespace

Lead time_lead(std::string_view text, Lead lead, std::size_t floor) {
  if (lead.word != "à" || !lead.article || lead.begin <= floor) return lead;
  const char32_t before = text::decode_before(text, lead.begin).value;
  if (before == U'\'' || before == U'’') lead.article = false;
  const std::string_view written = text.substr(lead.begin);
  if (written.starts_with("au ") || written.starts_with("Au ")) lead.article = false;
  return lead;
}

std::string behind_time(policy::Category category, const Lead& lead, const std::string& time,
                        OwnArticle article, bool behind_from) {
  if (category == policy::Category::Date) {
    return date_behind(lead, time, article == OwnArticle::Masculine, behind_from);
  }
  return behind(lead.word, Article::None, phrase_of(time));
}

std::string bare_date_article(std::string_view word_before, std::string_view date, OwnArticle article) {
  constexpr std::array<std::string_view, 6> prepositions{"depuis", "avant", "apres", "des", "vers", "jusqu"};
  if (is_range(date)) return word_before == "on" || word_before == "from" ? "" : "du ";
  const bool asks = std::find(prepositions.begin(), prepositions.end(), word_before) != prepositions.end();
  return asks && article == OwnArticle::Masculine ? "le " : "";
}

bool says_an(std::string_view age) {
  const std::size_t digits = std::min(age.find_first_not_of("0123456789"), age.size());
  const std::string_view number = age.substr(0, digits);
  if (number.empty()) return std::string_view("aeiouAEIOU").find(age.front()) != std::string_view::npos;
  return number.front() == '8' || number == "11" || number == "18";
}

}  // namespace paravent::anonymise
