// Sentences of notes in many wordings, and what a careful coach would write in their place.
#include <algorithm>
#include <fstream>
#include <sstream>

#include "rewritten.hpp"
#include "support/source_dir.hpp"

namespace paravent::anonymise {
namespace {

struct Row {
  text::Language language;
  std::string marked;
  std::string expected;
};

std::string with_line_ends(std::string text) {
  constexpr std::string_view mark = "⏎";
  for (std::size_t at = text.find(mark); at != std::string::npos; at = text.find(mark, at)) {
    text.replace(at, mark.size(), "\n");
  }
  return text;
}

const std::vector<Row>& rows() {
  static const std::vector<Row> all = [] {
    std::vector<Row> out;
    std::ifstream file(std::string(PARAVENT_SOURCE_DIR) + "/tests/core/anonymise/generalised_sentences.tsv");
    for (std::string line; std::getline(file, line);) {
      if (line.empty() || line.front() == '#') continue;
      std::istringstream in(line);
      std::string language, marked, expected;
      std::getline(in, language, '\t');
      std::getline(in, marked, '\t');
      std::getline(in, expected, '\t');
      out.push_back({language == "en" ? text::Language::English : text::Language::French,
                     with_line_ends(marked), with_line_ends(expected)});
    }
    return out;
  }();
  return all;
}

std::size_t count_in(text::Language language) {
  return static_cast<std::size_t>(std::count_if(
      rows().begin(), rows().end(), [language](const Row& row) { return row.language == language; }));
}

// Figures of amounts that were rounded have blanks that do not break.
std::string with_plain_blanks(std::string text) {
  constexpr std::string_view blank = "\u00a0";
  for (std::size_t at = text.find(blank); at != std::string::npos; at = text.find(blank, at)) {
    text.replace(at, blank.size(), " ");
  }
  return text;
}

TEST(GeneralisedSentences, ReadAsACarefulCoachWouldWriteThem) {
  ASSERT_GE(count_in(text::Language::French), 90U);
  ASSERT_GE(count_in(text::Language::English), 75U);
  for (const Row& row : rows()) {
    EXPECT_EQ(with_plain_blanks(rewritten(row.marked, policy::Style::Generalise, row.language)), row.expected)
        << row.marked;
  }
}

TEST(GeneralisedSentences, HaveNothingLeftToMaskAndAreNotChangedAgain) {
  for (const Row& row : rows()) {
    const std::string note = testing_support::read_marked(row.marked, row.language).text;
    const auto once = anonymise(note, with_style(policy::Style::Generalise), {});
    ASSERT_TRUE(once) << note;
    const auto found = detect::find(once->text, with_style(policy::Style::Generalise), {});
    ASSERT_TRUE(found);
    for (const detect::Finding& finding : found->findings) {
      EXPECT_TRUE(finding.hint || !policy::is_masked(finding.category)) << once->text;
    }
    const auto twice = anonymise(once->text, with_style(policy::Style::Generalise), {});
    ASSERT_TRUE(twice) << once->text;
    EXPECT_EQ(twice->text, once->text);
  }
}

}  // namespace
}  // namespace paravent::anonymise
