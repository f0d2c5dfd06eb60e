// Over invented answers of AIs and people: how many aliases come back right, and that none comes back as
// someone else.
#include <gtest/gtest.h>

#include <algorithm>
#include <fstream>
#include <map>
#include <set>
#include <sstream>

#include "anonymise/restore.hpp"
#include "support/source_dir.hpp"

namespace paravent::anonymise {
namespace {

struct Row {
  std::string set;
  std::string text;
  std::string expected;            // without marks
  std::vector<std::string> names;  // that come back
  std::vector<std::string> left;
};

struct Answers {
  std::map<std::string, std::vector<Alias>> sets;
  std::vector<Row> rows;
};

std::vector<std::string> columns_of(const std::string& line) {
  std::vector<std::string> out;
  std::istringstream in(line);
  for (std::string column; std::getline(in, column, '\t');) out.push_back(column);
  return out;
}

void replace_all(std::string& text, std::string_view from, std::string_view to) {
  for (std::size_t at = text.find(from); at != std::string::npos; at = text.find(from, at + to.size())) {
    text.replace(at, from.size(), to);
  }
}

std::vector<std::string> take_marks(std::string& text, std::string_view open, std::string_view close) {
  std::vector<std::string> out;
  for (std::size_t at = text.find(open); at != std::string::npos; at = text.find(open, at)) {
    const std::size_t end = text.find(close, at);
    out.push_back(text.substr(at + open.size(), end - at - open.size()));
    text.replace(at, end + close.size() - at, out.back());
  }
  return out;
}

Alias alias_of(const std::vector<std::string>& columns) {
  const std::map<std::string, OwnArticle> articles{{"none", OwnArticle::None},
                                                   {"m", OwnArticle::Masculine},
                                                   {"f", OwnArticle::Feminine},
                                                   {"p", OwnArticle::Plural}};
  const auto category = policy::category_of(columns.at(1));
  EXPECT_TRUE(category) << columns.at(1);
  const OwnArticle article = columns.size() > 4 ? articles.at(columns[4]) : OwnArticle::Unknown;
  return {category.value_or(policy::Category::Person), columns.at(2), columns.at(3), article};
}

const Answers& answers() {
  static const Answers all = [] {
    Answers out;
    std::ifstream file(std::string(PARAVENT_SOURCE_DIR) + "/tests/core/anonymise/restored_answers.tsv");
    for (std::string line; std::getline(file, line);) {
      if (line.empty() || line.front() == '#') continue;
      const std::vector<std::string> columns = columns_of(line);
      if (line.front() == '=') {
        out.sets[columns.at(0).substr(1)].push_back(alias_of(columns));
        continue;
      }
      Row row{columns.at(0), columns.at(1), columns.at(2), {}, {}};
      replace_all(row.text, "⏎", "\n");
      replace_all(row.expected, "⏎", "\n");
      row.left = take_marks(row.expected, "⟪", "⟫");
      row.names = take_marks(row.expected, "⟦", "⟧");
      out.rows.push_back(std::move(row));
    }
    return out;
  }();
  return all;
}

std::size_t count_of(std::string_view text, std::string_view word) {
  std::size_t out = 0;
  for (std::size_t at = text.find(word); at != std::string_view::npos; at = text.find(word, at + word.size()))
    ++out;
  return out;
}

// Names of `aliases` that stand in `text` more often than they should.
std::size_t wrong_names(const std::string& text, const Row& row, const std::vector<Alias>& aliases) {
  std::set<std::string> names;
  for (const Alias& alias : aliases) names.insert(alias.canonical);
  return static_cast<std::size_t>(std::count_if(names.begin(), names.end(), [&](const std::string& name) {
    return count_of(text, name) > count_of(row.expected, name);
  }));
}

std::size_t right_names(const std::string& text, const Row& row) {
  std::size_t out = 0;
  std::size_t at = 0;
  for (const std::string& name : row.names) {
    const std::size_t found = text.find(name, at);
    if (found == std::string::npos) continue;
    ++out;
    at = found + name.size();
  }
  return out;
}

TEST(RestoredAnswers, NearlyAllAliasesComeBackAndNoneAsSomeoneElse) {
  ASSERT_GE(answers().rows.size(), 150U);
  std::size_t names = 0;
  std::size_t right = 0;
  std::size_t wrong = 0;
  std::size_t whole = 0;
  for (const Row& row : answers().rows) {
    const std::vector<Alias>& aliases = answers().sets.at(row.set);
    const std::string text = restore(row.text, aliases).text;
    names += row.names.size();
    right += right_names(text, row);
    wrong += wrong_names(text, row, aliases);
    whole += text == row.expected ? 1U : 0U;
    EXPECT_EQ(text, row.expected) << row.text;
  }
  RecordProperty("aliases", static_cast<int>(names));
  RecordProperty("right", static_cast<int>(right));
  RecordProperty("answers_whole", static_cast<int>(whole));
  EXPECT_GE(right * 100, names * 99) << right << " of " << names;
  EXPECT_EQ(wrong, 0U);
}

TEST(RestoredAnswers, WhatIsLeftIsListed) {
  for (const Row& row : answers().rows) {
    const Restored out = restore(row.text, answers().sets.at(row.set));
    std::vector<std::string> left;
    left.reserve(out.leftovers.size());
    for (const text::ByteRange& range : out.leftovers)
      left.push_back(out.text.substr(range.begin.value, range.size()));
    EXPECT_EQ(left, row.left) << row.text;
  }
}

TEST(RestoredAnswers, RestoringAgainChangesNothing) {
  for (const Row& row : answers().rows) {
    const std::vector<Alias>& aliases = answers().sets.at(row.set);
    const Restored once = restore(row.text, aliases);
    EXPECT_EQ(once.edits.apply(row.text), once.text);
    EXPECT_EQ(restore(once.text, aliases).text, once.text) << row.text;
  }
}

}  // namespace
}  // namespace paravent::anonymise
