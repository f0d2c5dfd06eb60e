#include "detect/scan.hpp"

#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>
#include <string>
#include <vector>

#include "detect/scanners/checks.hpp"
#include "detect/scanners/resolve.hpp"
#include "support/source_dir.hpp"

namespace paravent::detect {
namespace {

constexpr std::string_view codes[] = {"PERSON",    "ORG",  "LOC", "ADDRESS", "EMAIL",     "PHONE", "URL",
                                      "BIRTHDATE", "DATE", "AGE", "NIR",     "IBAN",      "CARD",  "SIREN",
                                      "PLATE",     "IP",   "ID",  "PROJECT", "SENSITIVE", "PUBLIC"};

std::string code(Category category) {
  return std::string(codes[static_cast<std::size_t>(category)]);
}

struct Span {
  std::size_t begin;
  std::size_t end;
  std::string category;
  auto operator<=>(const Span&) const = default;
};

struct Example {
  std::string text;
  std::vector<Span> spans;
};

// Takes the marks ⟦CATEGORY|surface⟧ out of a text; ⏎ is a line end.
Example parse(std::string marked) {
  const std::string line_end = "⏎";
  for (std::size_t at = 0; (at = marked.find(line_end, at)) != std::string::npos;)
    marked.replace(at, line_end.size(), "\n");
  const std::string open = "⟦";
  const std::string close = "⟧";
  Example out;
  std::size_t at = 0;
  while (at < marked.size()) {
    if (marked.compare(at, open.size(), open) != 0) {
      out.text += marked[at++];
      continue;
    }
    const std::size_t bar = marked.find('|', at);
    const std::size_t end = marked.find(close, bar);
    const std::size_t begin = out.text.size();
    out.text += marked.substr(bar + 1, end - bar - 1);
    out.spans.push_back({begin, out.text.size(), marked.substr(at + open.size(), bar - at - open.size())});
    at = end + close.size();
  }
  return out;
}

std::vector<Span> spans_of(const std::vector<Finding>& findings) {
  std::vector<Span> out;
  out.reserve(findings.size());
  for (const Finding& finding : findings) {
    out.push_back({finding.range.begin.value, finding.range.end.value, code(finding.category)});
  }
  return out;
}

std::string shown(const std::string& text, const std::vector<Span>& spans) {
  std::string out;
  for (const Span& span : spans)
    out += span.category + " “" + text.substr(span.begin, span.end - span.begin) + "”; ";
  return out.empty() ? "nothing" : out;
}

std::vector<std::filesystem::path> tables() {
  const std::filesystem::path folder = PARAVENT_SOURCE_DIR "/tests/core/detect/examples";
  std::vector<std::filesystem::path> out;
  for (const char* name : {"address", "age", "birthdate", "card", "date", "email", "iban", "id", "ip", "nir",
                           "phone", "plate", "siren", "url"}) {
    out.push_back(folder / (std::string(name) + ".tsv"));
  }
  return out;
}

std::vector<std::string> rows_of(const std::filesystem::path& table) {
  std::ifstream file(table);
  std::vector<std::string> rows;
  for (std::string line; std::getline(file, line);) {
    if (const std::size_t tab = line.find('\t'); tab != std::string::npos && line[0] != '#')
      rows.push_back(line.substr(tab + 1));
  }
  return rows;
}

class ScanExamples : public testing::TestWithParam<std::filesystem::path> {};

TEST_P(ScanExamples, FindsExactlyTheMarkedSpans) {
  const std::vector<std::string> rows = rows_of(GetParam());
  EXPECT_GE(rows.size(), 30U);
  for (const std::string& row : rows) {
    const Example example = parse(row);
    const std::vector<Span> found = spans_of(scan_identifiers(example.text));
    EXPECT_EQ(found, example.spans) << row << "\n  found " << shown(example.text, found);
  }
}

// The same answers inside a sentence and a list, after CRLF and in a table cell.
TEST_P(ScanExamples, FindsThemInTheMiddleOfANoteToo) {
  for (const std::string& row : rows_of(GetParam())) {
    const Example example = parse(row);
    const std::string before = "# Point\r\n\r\nUne phrase ordinaire.\r\n\r\n";
    std::vector<Span> expected = example.spans;
    for (Span& span : expected) {
      span.begin += before.size();
      span.end += before.size();
    }
    EXPECT_EQ(spans_of(scan_identifiers(before + example.text + "\r\n\r\nLa suite.\r\n")), expected) << row;
  }
}

// Cut anywhere, even inside a character, a text is read without leaving it (run under the sanitizers), and
// what is found stays inside and does not overlap.
TEST_P(ScanExamples, AnyCutOfATextIsReadSafely) {
  for (const std::string& row : rows_of(GetParam())) {
    const std::string text = parse(row).text;
    for (std::size_t n = 0; n <= text.size(); ++n) {
      const std::string head = text.substr(0, n);
      const std::string tail = text.substr(n);
      for (const std::string& part : {head, tail}) {
        std::size_t last = 0;
        for (const Finding& finding : scan_identifiers(part)) {
          ASSERT_LE(last, finding.range.begin.value);
          ASSERT_LT(finding.range.begin.value, finding.range.end.value);
          ASSERT_LE(finding.range.end.value, part.size());
          last = finding.range.end.value;
        }
      }
    }
  }
}

INSTANTIATE_TEST_SUITE_P(Tables, ScanExamples, testing::ValuesIn(tables()),
                         [](const auto& table) { return table.param.stem().string(); });

std::uint64_t steps_for(std::string_view unit, std::size_t bytes) {
  std::string text;
  while (text.size() < bytes) text += unit;
  std::uint64_t steps = 0;
  scan_identifiers(text, steps);
  return steps;
}

class HostileText : public testing::TestWithParam<std::string_view> {};

TEST_P(HostileText, FourTimesTheTextIsFourTimesTheWork) {
  const std::uint64_t once = steps_for(GetParam(), 20'000);
  const std::uint64_t fourfold = steps_for(GetParam(), 80'000);
  EXPECT_LE(fourfold, once * 4 + once / 4) << once << " then " << fourfold;
  EXPECT_LE(once / 20'000, 400U);
}

INSTANTIATE_TEST_SUITE_P(Units, HostileText,
                         testing::Values("7", ".", "@", "1 ", "A", "a.", "a@", "1.", "1-", "+", "(",
                                         "::", "a:", "://", "+1", "(0)", "12/", "rue ", "vingt ", "quatre-",
                                         "de ", "12 rue ", "AB-123-", "2A", "né le ", "\xC2\xA0",
                                         "\xE2\x80\xAF"
                                         "1",
                                         "n° 1", "FR76 ", "www.", "é", "\xFF", "1 an ", "March ", "L'", "d'",
                                         "12, ", "\n1", "| 1 |\n|---|\n", "|No|\n|-|\n", "A, 16, ", "7/7, ",
                                         "F-0388, ", "when I was "));

TEST(Scan, AYearIsNoTelephoneNumberAndADottedTelephoneNumberIsNoAddress) {
  EXPECT_TRUE(scan_identifiers("Bilan 2024").empty());
  const std::vector<Finding> found = scan_identifiers("01.23.45.67.89");
  ASSERT_EQ(found.size(), 1U);
  EXPECT_EQ(found[0].category, Category::Phone);
}

TEST(Scan, EveryFindingSaysWhyInRuleScoreAndEvidence) {
  const std::vector<Finding> found = scan_identifiers("IBAN FR29 3000 4008 2100 0123 4567 143");
  ASSERT_EQ(found.size(), 1U);
  EXPECT_EQ(found[0].rule, "iban.checksum");
  EXPECT_EQ(found[0].score, 990);
  EXPECT_TRUE(found[0].evidence.has(Cue::Checksum));
  EXPECT_EQ(found[0].entity, 0U);
  EXPECT_FALSE(found[0].hint);
}

Finding finding(std::size_t begin, std::size_t end, Category category, std::uint16_t score) {
  Finding out;
  out.range = text::range(begin, end);
  out.category = category;
  out.score = score;
  return out;
}

TEST(Resolve, TheHigherScoreThenTheLongerSpanStands) {
  const auto kept =
      scanners::resolve({finding(0, 10, Category::Phone, 800), finding(2, 8, Category::Nir, 990),
                         finding(20, 30, Category::Date, 900), finding(18, 32, Category::Address, 900)});
  ASSERT_EQ(kept.size(), 2U);
  EXPECT_EQ(kept[0].category, Category::Nir);
  EXPECT_EQ(kept[1].category, Category::Address);
}

TEST(Resolve, WhatALosingReadingCoveredAloneIsStillKept) {
  const auto kept =
      scanners::resolve({finding(0, 10, Category::Date, 800), finding(8, 20, Category::Phone, 850),
                         finding(18, 30, Category::Nir, 990)});
  ASSERT_EQ(kept.size(), 2U);
  EXPECT_EQ(kept[0].category, Category::Date);
  EXPECT_EQ(kept[1].category, Category::Nir);
}

TEST(Checks, OneWrongDigitIsSeen) {
  using namespace scanners;
  EXPECT_TRUE(luhn("412730566"));
  EXPECT_FALSE(luhn("412730567"));
  EXPECT_FALSE(luhn("000000000"));
  EXPECT_TRUE(siret_check("35600000048275"));
  EXPECT_FALSE(siret_check("35600000048276"));
  EXPECT_TRUE(tva_fr_check("96412730566"));
  EXPECT_FALSE(tva_fr_check("95412730566"));
  EXPECT_TRUE(bce_check("0412730545"));
  EXPECT_FALSE(bce_check("0412730546"));
  EXPECT_TRUE(ide_check("115620488"));
  EXPECT_FALSE(ide_check("115620489"));
  EXPECT_TRUE(ean13("7563829104753"));
  EXPECT_FALSE(ean13("7563829104754"));
  EXPECT_TRUE(niss_check("85061321459"));
  EXPECT_TRUE(niss_check("03091105561"));
  EXPECT_FALSE(niss_check("85061321458"));
  EXPECT_TRUE(nhs_check("9434765919"));
  EXPECT_FALSE(nhs_check("9434765918"));
}

}  // namespace
}  // namespace paravent::detect
