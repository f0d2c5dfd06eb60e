#include <gtest/gtest.h>

#include <string>

#include "report/findings.hpp"
#include "report/json.hpp"
#include "report/sarif.hpp"

namespace paravent::report {
namespace {

std::string json_of(std::string_view text) {
  std::string out;
  append_json_string(out, text);
  return out;
}

std::string score_of(std::uint16_t permille) {
  std::string out;
  append_score(out, permille);
  return out;
}

TEST(JsonStrings, EscapeWhatJsonRequires) {
  EXPECT_EQ(json_of("a\"b\\c\n\t\x01 é😀"), "\"a\\\"b\\\\c\\n\\t\\u0001 é😀\"");
}

TEST(JsonStrings, StayValidForIllFormedBytes) {
  EXPECT_EQ(json_of("a\xff\xc3"), "\"a\xEF\xBF\xBD\xEF\xBF\xBD\"");
}

TEST(Scores, AreDecimalFractions) {
  EXPECT_EQ(score_of(0), "0.0");
  EXPECT_EQ(score_of(7), "0.007");
  EXPECT_EQ(score_of(980), "0.98");
  EXPECT_EQ(score_of(1000), "1.0");
}

// A note with one e-mail address that masks and one hint, in a file with a BOM.
struct Example {
  text::Decoded decoded;
  detect::Analysis analysis;
  policy::Policy policy;

  Example() {
    auto read = text::decode_file("\xef\xbb\xbfÉcrire à a@b.fr\nfin");
    decoded = *read;
    const std::size_t at = decoded.text.find("a@b.fr");
    analysis.findings.push_back(
        {text::range(at, at + 6), policy::Category::Email, "email.address", 990, false, 0, {}});
    analysis.findings.push_back({text::range(decoded.text.size() - 3, decoded.text.size()),
                                 policy::Category::Loc,
                                 "loc.word",
                                 300,
                                 true,
                                 0,
                                 {}});
  }
  Checked checked() const { return {"n.md", decoded, analysis, policy}; }
};

TEST(JsonLines, CountBytesOfTheFileAndLeaveHintsUnlessAsked) {
  const Example example;
  std::string line;
  append_json_line(line, example.checked(), {});
  EXPECT_TRUE(
      line.starts_with("{\"file\":\"n.md\",\"findings\":[{\"category\":\"EMAIL\",\"rule\":\"email.address\","
                       "\"start\":14,\"end\":20,"))
      << line;
  EXPECT_EQ(line.find("LOC"), std::string::npos);
  EXPECT_TRUE(line.ends_with("}]}\n"));
  line.clear();
  append_json_line(line, example.checked(), {true, text::Language::French});
  EXPECT_NE(line.find("\"hint\":true"), std::string::npos);
}

TEST(JsonLines, AreWrittenForAnInputWithoutFindings) {
  const Example example;
  const detect::Analysis nothing;
  std::string line;
  append_json_line(line, {"n.md", example.decoded, nothing, example.policy}, {});
  EXPECT_EQ(line, "{\"file\":\"n.md\",\"findings\":[]}\n");
}

TEST(TextForPeople, SaysLineColumnAndCategoryInTheirLanguage) {
  const Example example;
  std::string french;
  append_text(french, example.checked(), {});
  EXPECT_NE(french.find("1:10"), std::string::npos) << french;
  std::string english;
  append_text(english, example.checked(), {false, text::Language::English});
  EXPECT_NE(french, english);
}

TEST(Sarif, HoldsRuleAndPlaceButNoTextOfTheNote) {
  const Example example;
  SarifLog log("1.2.3", {});
  log.add(example.checked());
  const std::string out = log.finish();
  EXPECT_NE(out.find("\"ruleId\":\"email.address\""), std::string::npos);
  EXPECT_NE(out.find("\"startLine\":1,\"startColumn\":10,\"endLine\":1,\"endColumn\":16"), std::string::npos)
      << out;
  EXPECT_EQ(out.find("a@b.fr"), std::string::npos);
}

TEST(ExitCodes, AreDecidedByWhatMasks) {
  Example example;
  EXPECT_TRUE(anything_to_mask(example.analysis));
  example.analysis.findings.erase(example.analysis.findings.begin());
  EXPECT_FALSE(anything_to_mask(example.analysis));
  example.analysis.findings[0] = {
      text::range(0, 1), policy::Category::Sensitive, "sensitive.word", 900, false, 0, {}};
  EXPECT_FALSE(anything_to_mask(example.analysis));
}

}  // namespace
}  // namespace paravent::report
