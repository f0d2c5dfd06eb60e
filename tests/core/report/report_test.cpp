#include <gtest/gtest.h>

#include <string>

#include "report/findings.hpp"
#include "report/json.hpp"
#include "report/sarif.hpp"
#include "report/uri.hpp"

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

TEST(JsonStrings, EscapeWhatSteersATerminal) {
  EXPECT_EQ(json_of("a\x1b\x7f\u009B\u00A0é"), "\"a\\u001b\\u007f\\u009b\u00A0é\"");
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

TEST(Explanations, AreWrittenWhereTheyAreGiven) {
  const Example example;
  Checked checked = example.checked();
  const std::vector<std::vector<detect::Weighed>> weighed{{{detect::Reason::Company, 12}}, {}};
  const std::string sentence =
      "Rule email.address, score 0.99. What weighed most: in the table of companies (+1.2).";
  const Options options{false, text::Language::English};
  for (const bool given : {false, true}) {
    if (given) checked.weighed = weighed;
    std::string json;
    append_json_line(json, checked, options);
    EXPECT_EQ(
        json.find(
            ",\"explanation\":{\"reasons\":[{\"reason\":\"company\",\"weight\":1.2,\"message\":\"in the "
            "table of companies\"}],\"message\":\"" +
            sentence + "\"}}") != std::string::npos,
        given)
        << json;
    std::string words;
    append_text(words, checked, options);
    EXPECT_EQ(words.find("\n          " + sentence + "\n") != std::string::npos, given) << words;
    SarifLog log("1", options);
    log.add(checked);
    EXPECT_EQ(log.finish().find(sentence) != std::string::npos, given);
  }
}

TEST(TextForPeople, DoesNothingToATerminal) {
  Example example;
  example.decoded.text = "Écrire à a\x1b[2Jb\nfin";
  example.analysis.findings.pop_back();
  example.analysis.findings[0].range = text::range(11, 17);
  std::string out;
  append_text(out, {"a\x1b[31m\nb.md", example.decoded, example.analysis, example.policy}, {});
  EXPECT_TRUE(out.starts_with("a\\x1B[31m\\x0Ab.md\n")) << out;
  EXPECT_EQ(out.find('\x1b'), std::string::npos);
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

std::string uri_of(std::string_view path) {
  std::string out;
  append_uri_of_file(out, path);
  return out;
}

TEST(Uris, ArePercentEncodedAndRelativeWhereThePathIs) {
  EXPECT_EQ(uri_of("notes/séance 4.md"), "notes/s%C3%A9ance%204.md");
  EXPECT_EQ(uri_of("/tmp/a%b#c?.md"), "file:///tmp/a%25b%23c%3F.md");
  EXPECT_EQ(uri_of("a:b.md"), "a%3Ab.md") << "no scheme";
  EXPECT_EQ(uri_of("a\xff\"\\\n"), "a%FF%22%5C%0A");
  EXPECT_EQ(uri_of("-"), "-");
}

TEST(Sarif, NamesTheFileByItsUri) {
  const Example example;
  SarifLog log("1.2.3", {});
  log.add({"a \"b\".md", example.decoded, example.analysis, example.policy});
  EXPECT_NE(log.finish().find(R"("artifactLocation":{"uri":"a%20%22b%22.md"})"), std::string::npos);
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
