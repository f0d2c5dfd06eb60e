// Words of special categories: examples, kinds, negation, and what they share with the rest of detection.
#include <gtest/gtest.h>

#include <algorithm>
#include <set>
#include <string>
#include <vector>

#include "core/detect/marked_text.hpp"
#include "detect/find.hpp"
#include "detect/note_analyser.hpp"
#include "detect/sensitive/kinds.hpp"
#include "support/source_dir.hpp"

namespace paravent::detect {
namespace {

using testing::MarkedExample;
using testing::read_examples;

const std::vector<MarkedExample>& examples() {
  static const std::vector<MarkedExample> all =
      read_examples(std::string(PARAVENT_SOURCE_DIR) + "/tests/core/detect/examples/sensitive.tsv");
  return all;
}

std::vector<Finding> sensitive_in(std::string_view text) {
  const auto analysis = find(text, policy::Policy{}, Context{});
  std::vector<Finding> out;
  std::copy_if(analysis->findings.begin(), analysis->findings.end(), std::back_inserter(out),
               [](const Finding& finding) { return finding.category == Category::Sensitive; });
  return out;
}

Finding only_finding_in(std::string_view text) {
  const auto found = sensitive_in(text);
  EXPECT_EQ(found.size(), 1U) << text;
  return found.empty() ? Finding{} : found.front();
}

std::string_view words_of(std::string_view text, const Finding& finding) {
  return text.substr(finding.range.begin.value, finding.range.size());
}

class SensitiveExample : public ::testing::TestWithParam<std::size_t> {};

// The finding holds the marked words; a lead before them ("prend du") may belong to it, too.
TEST_P(SensitiveExample, IsRead) {
  const MarkedExample& example = examples()[GetParam()];
  const std::string& text = example.content.text;
  const auto found = sensitive_in(text);
  std::string shown;
  for (const Finding& finding : found) shown += std::string(words_of(text, finding)) + "; ";
  ASSERT_EQ(found.size(), example.content.marks.size()) << text << "\nfound: " << shown;
  for (std::size_t i = 0; i < found.size(); ++i) {
    EXPECT_TRUE(found[i].range.contains(example.content.marks[i].range)) << text << "\nfound: " << shown;
    EXPECT_EQ(found[i].rule, "sensitive." + example.name) << text;
    EXPECT_FALSE(found[i].hint);
  }
}

INSTANTIATE_TEST_SUITE_P(All, SensitiveExample, ::testing::Range<std::size_t>(0, examples().size()));

TEST(Sensitive, TheExamplesAreMany) {
  const auto negative = std::count_if(examples().begin(), examples().end(),
                                      [](const MarkedExample& each) { return each.name == "none"; });
  EXPECT_GE(negative, 80);
  EXPECT_GE(std::ssize(examples()) - negative, 150);
}

TEST(Sensitive, TakesInTheWordsThatBelongToIt) {
  const std::pair<std::string_view, std::string_view> cases[] = {
      {"Elle est sous antidépresseurs.", "sous antidépresseurs"},
      {"Elle est suivie par un psychiatre.", "suivie par un psychiatre"},
      {"Elle est syndiquée à la CGT.", "syndiquée à la CGT"},
      {"Il a un cancer du poumon.", "cancer du poumon"},
      {"She is the NASUWT rep here.", "NASUWT rep"},
  };
  for (const auto& [text, whole] : cases) EXPECT_EQ(words_of(text, only_finding_in(text)), whole);
}

TEST(Sensitive, ADenialIsFoundAndNoted) {
  for (const std::string_view text : {"Elle n’est pas enceinte.", "Il ne boit plus.", "He is not diabetic.",
                                      "Elle vit sans antidépresseurs."}) {
    EXPECT_TRUE(only_finding_in(text).evidence.has(Cue::Denied)) << text;
  }
  EXPECT_FALSE(only_finding_in("Elle est enceinte.").evidence.has(Cue::Denied));
  EXPECT_NE(explain(only_finding_in("Elle n’est pas enceinte."), text::Language::French).find("nie"),
            std::string::npos);
}

TEST(Sensitive, EachKindHasItsAdviceInBothLanguages) {
  std::set<std::string> said;
  std::set<std::uint64_t> keys;
  for (std::size_t kind = 0; kind < knowledge::sensitive_kind_count; ++kind) {
    Finding finding;
    finding.category = Category::Sensitive;
    finding.rule = sensitive::rule_of(static_cast<knowledge::SensitiveKind>(kind));
    said.insert(explain(finding, text::Language::French));
    said.insert(explain(finding, text::Language::English));
    keys.insert(explanation_key(finding));
  }
  EXPECT_EQ(said.size(), 2 * knowledge::sensitive_kind_count);
  EXPECT_EQ(keys.size(), knowledge::sensitive_kind_count);
}

TEST(Sensitive, NeverAHintAndLeftOutWhereThePolicySaysSo) {
  policy::Policy strict;
  strict.masking_threshold = 1000;
  const auto shown = find("Il est gay.", strict, Context{});
  ASSERT_EQ(shown->findings.size(), 1U);
  EXPECT_FALSE(shown->findings.front().hint);
  policy::Policy silent;
  silent.ignored.insert(Category::Sensitive);
  EXPECT_TRUE(find("Il est gay.", silent, Context{})->findings.empty());
}

TEST(Sensitive, NothingInAddressesAndAliases) {
  EXPECT_TRUE(sensitive_in("Voir https://burn-out.example/cancer et cancer@ligue.example").empty());
}

TEST(Sensitive, FindingsAreSortedAndApart) {
  std::string note;
  for (const MarkedExample& example : examples()) note += example.content.text + "\n\n";
  const auto found = sensitive_in(note);
  EXPECT_GT(found.size(), 150U);
  for (std::size_t i = 1; i < found.size(); ++i)
    EXPECT_LE(found[i - 1].range.end.value, found[i].range.begin.value);
}

// What an analyser says while a note is typed is what find() says of it.
TEST(Sensitive, TypingGivesWhatFindGives) {
  const std::string whole =
      "# Séance\n\nElle n’est pas sous antidépresseurs,\nmais suivie par un psychiatre.\n\n- délégué CFDT\n- "
      "dossier noir\n";
  NoteAnalyser analyser("", policy::Policy{}, Context{});
  std::string text;
  for (const char byte : whole) {
    const text::TextEdit edit{text::range(text.size(), text.size()), std::string(1, byte)};
    text += byte;
    analyser.update(edit, text);
    const auto expected = find(text, policy::Policy{}, Context{});
    ASSERT_EQ(static_cast<bool>(analyser.result()), static_cast<bool>(expected));
    if (!expected) continue;  // half of a letter
    ASSERT_EQ(analyser.analysis().findings, expected->findings) << text;
  }
  EXPECT_EQ(sensitive_in(whole).size(), 3U);
}

}  // namespace
}  // namespace paravent::detect
