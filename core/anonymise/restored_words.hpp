// A name takes the place of its alias: the words before it are redone for the name.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "anonymise/draft.hpp"
#include "anonymise/note.hpp"
#include "anonymise/own_article.hpp"
#include "policy/category.hpp"

namespace paravent::anonymise {

struct ReturningName {
  std::string words;  // "Claire Dupont"
  OwnArticle article = OwnArticle::None;
  std::string_view marks;   // of emphasis, around it alone
  std::string_view joiner;  // what stands between it and the one before
};

// Where aliases stand in a rewritten text, and what comes back there.
struct Return {
  std::size_t begin = 0;
  std::size_t end = 0;
  policy::Category category = policy::Category::Person;  // as noun_category() says
  bool french = true;                                    // what its noun is; both for "Date A"
  bool english = false;
  bool plural = false;       // "les Personnes A et B"
  bool behind_from = false;  // "de la Date A à …": a time that has begun
  std::vector<ReturningName> names;
};

// The edit; nothing before `floor` is changed.
Draft returned(const Note& note, const Return& what, std::size_t floor);

}  // namespace paravent::anonymise
