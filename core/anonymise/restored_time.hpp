// Dates and ages that come back: which words pseudonym.hpp put around their aliases, read backwards.
#pragma once

#include <string>
#include <string_view>

#include "anonymise/own_article.hpp"
#include "anonymise/reading.hpp"
#include "policy/category.hpp"

namespace paravent::anonymise {

constexpr bool is_time(policy::Category category) {
  return category == policy::Category::Date || category == policy::Category::Age;
}

// "jusqu’à la Date A" is said of a time like "au": the lead is then "à" without the article of an adverb.
Lead time_lead(std::string_view text, Lead lead, std::size_t floor);

// "à la Date A" → "le 12 mars", "de Date A" → "du 12 mars", "l’Âge A" → "43 ans". Behind "de la Date A",
// `behind_from`, "à la Date B" is "au 15 mars".
std::string behind_time(policy::Category category, const Lead& lead, const std::string& time,
                        OwnArticle article, bool behind_from);

// What goes before a date whose alias has no such words: "depuis Date A" → "depuis le 12 mars", "du 12 au 15
// mars".
std::string bare_date_article(std::string_view word_before, std::string_view date, OwnArticle article);

// "an 18-year-old"
bool says_an(std::string_view age);

}  // namespace paravent::anonymise
