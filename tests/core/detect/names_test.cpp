// Names of people, organisations, places and projects: every row of examples/names.tsv, and
// of examples/hidden_names.tsv.
#include <gtest/gtest.h>

#include <cctype>
#include <map>
#include <set>

#include "core/detect/marked_text.hpp"
#include "detect/find.hpp"
#include "support/source_dir.hpp"

namespace paravent::detect {
namespace {

using testing::Mark;
using testing::MarkedExample;

bool is_name(Category category) {
  return category == Category::Person || category == Category::Org || category == Category::Loc ||
         category == Category::Project || category == Category::Public;
}

std::string shown(Category category, text::ByteRange range, const std::string& text) {
  return std::string(policy::code_of(category)) + " " + text.substr(range.begin.value, range.size());
}

Analysis analysis_of(const std::string& text) {
  auto found = find(text, {}, {});
  EXPECT_TRUE(found);
  return *found;
}

class Names : public ::testing::TestWithParam<MarkedExample> {};

TEST_P(Names, AreFoundWhereMarkedAndNowhereElse) {
  const auto& [name, content] = GetParam();
  std::multiset<std::string> expected, actual;
  for (const Mark& mark : content.marks) expected.insert(shown(mark.category, mark.range, content.text));
  const Analysis analysis = analysis_of(content.text);
  for (const Finding& finding : analysis.findings) {
    if (is_name(finding.category) && !finding.hint)
      actual.insert(shown(finding.category, finding.range, content.text));
  }
  EXPECT_EQ(actual, expected) << name;
}

TEST_P(Names, OfOneEntityJoinAndOthersStayApart) {
  const auto& [name, content] = GetParam();
  const Analysis analysis = analysis_of(content.text);
  std::map<std::string, EntityId> entity_of;
  std::map<EntityId, std::string> id_of;
  for (const Mark& mark : content.marks) {
    if (mark.id.empty()) continue;
    for (const Finding& finding : analysis.findings) {
      if (finding.range != mark.range) continue;
      EXPECT_EQ(entity_of.emplace(mark.id, finding.entity).first->second, finding.entity)
          << name << ": " << mark.id;
      EXPECT_EQ(id_of.emplace(finding.entity, mark.id).first->second, mark.id) << name;
    }
  }
}

std::vector<MarkedExample> examples_in(const char* table) {
  return testing::read_examples(std::string(PARAVENT_SOURCE_DIR) + "/tests/core/detect/examples/" + table);
}

std::string name_of(const ::testing::TestParamInfo<MarkedExample>& example) {
  std::string name = std::to_string(example.index) + "_";
  for (const char c : example.param.name) name += std::isalnum(static_cast<unsigned char>(c)) ? c : '_';
  return name;
}

INSTANTIATE_TEST_SUITE_P(Table, Names, ::testing::ValuesIn(examples_in("names.tsv")), name_of);
INSTANTIATE_TEST_SUITE_P(Hidden, Names, ::testing::ValuesIn(examples_in("hidden_names.tsv")), name_of);

}  // namespace
}  // namespace paravent::detect
