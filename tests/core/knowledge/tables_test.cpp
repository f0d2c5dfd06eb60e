// The committed tables as files: what they say of their sources, how large they are, how they compile.
#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>
#include <random>
#include <sstream>
#include <string>

#include "core/knowledge/committed_tables.hpp"
#include "lexemes.hpp"
#include "phrase_tables.hpp"
#include "support/source_dir.hpp"
#include "write_tables.hpp"

namespace paravent::knowledge::testing {
namespace {

std::vector<std::string> header_lines(const std::string& table) {
  std::vector<std::string> lines;
  std::istringstream text(read_file(tables_folder() + table));
  for (std::string line; std::getline(text, line) && line.rfind("# ", 0) == 0;)
    lines.push_back(line.substr(2));
  return lines;
}

bool any_starts_with(const std::vector<std::string>& lines, const std::string& start) {
  for (const std::string& line : lines) {
    if (line.rfind(start, 0) == 0) return true;
  }
  return false;
}

TEST(Tables, EveryTableSaysWhereItComesFromAndUnderWhichLicence) {
  for (const std::string& table : table_files()) {
    const auto lines = header_lines(table);
    if (any_starts_with(lines, "Compiled by the Paravent authors")) continue;
    for (const char* field : {"source: ", "licence: ", "attribution: ", "script: data/make/"}) {
      EXPECT_TRUE(any_starts_with(lines, field)) << table << " has no line " << field;
    }
  }
}

TEST(Tables, NoticeHoldsEveryAttribution) {
  const std::string notice = read_file(std::string(PARAVENT_SOURCE_DIR) + "/NOTICE");
  std::size_t attributions = 0;
  for (const std::string& table : table_files()) {
    for (const std::string& line : header_lines(table)) {
      const std::string field = "attribution: ";
      if (line.rfind(field, 0) != 0) continue;
      ++attributions;
      EXPECT_NE(notice.find(line.substr(field.size())), std::string::npos) << table << ": " << line;
    }
  }
  EXPECT_GT(attributions, 10u);
}

TEST(Tables, NoticeAndTablesNameNoShareAlikeData) {
  for (const std::string& table : table_files()) {
    for (const std::string& line : header_lines(table)) {
      for (const char* licence : {"BY-SA", "ODbL", "GPL", "GFDL"}) {
        EXPECT_EQ(line.find(licence), std::string::npos) << table << ": " << line;
      }
    }
  }
}

TEST(Tables, CommittedTextIsAtMostEightMegabytes) {
  std::uintmax_t size = 0;
  for (const auto& entry :
       std::filesystem::recursive_directory_iterator(std::string(PARAVENT_SOURCE_DIR) + "/data")) {
    if (entry.is_regular_file() && entry.path().extension() != ".bin") size += entry.file_size();
  }
  EXPECT_LE(size, 8'000'000u);
}

TEST(Tables, CompiledFileIsAtMostEightMegabytes) {
  const auto size = std::filesystem::file_size(PARAVENT_KNOWLEDGE_BIN);
  EXPECT_LE(size, 8'000'000u);
  EXPECT_GT(size, 1'000'000u);
}

std::string compile(const std::string& folder) {
  data::Lexemes lexemes = data::read_lexemes(folder, PARAVENT_WIKIDATA_NAMES != 0);
  const data::PhraseTables phrases = data::read_phrases(folder, lexemes);
  return data::lay_out(lexemes, phrases);
}

TEST(Tables, CompilingAgainGivesTheSameBytes) {
  EXPECT_TRUE(compile(tables_folder()) == read_file(PARAVENT_KNOWLEDGE_BIN));
}

// A copy of the tables that a test may damage.
class DamagedTables : public ::testing::Test {
 protected:
  void SetUp() override {
    std::filesystem::remove_all(folder_);
    std::filesystem::copy(tables_folder(), folder_);
  }
  void TearDown() override { std::filesystem::remove_all(folder_); }

  void append(const std::string& table, const std::string& line) const {
    std::ofstream(folder_ / table, std::ios::app | std::ios::binary) << line << "\n";
  }
  void expect_stop(const std::string& message) const {
    EXPECT_EXIT(compile(folder_.string()), ::testing::ExitedWithCode(1), message);
  }

  std::filesystem::path folder_ =
      std::filesystem::temp_directory_path() / ("paravent-tables-" + std::to_string(std::random_device{}()));
};

TEST_F(DamagedTables, AMissingTableStopsTheBuildAndIsNamed) {
  std::filesystem::remove(folder_ / "surnames.words");
  expect_stop("surnames.words");
}

TEST_F(DamagedTables, ASensitiveWordOfNoKnownKindOrUseStopsTheBuild) {
  append("sensitive.tsv", "zona\tfr\tweather\tsure\t");
  expect_stop("sensitive.tsv:.*no such kind or use: weather");
}

TEST_F(DamagedTables, ARowThatIsNotFrontCodedStopsTheBuild) {
  append("given_names.words", "zclaire");
  expect_stop("given_names.words:.*not a front-coded row");
}

TEST_F(DamagedTables, ARowWithTooFewCellsStopsTheBuild) {
  append("communes.tsv", "Paravent-les-Bains");
  expect_stop("communes.tsv:.*1 cells, but the table has 3 columns");
}

TEST_F(DamagedTables, ACompanyOfAnUnknownSectorStopsTheBuild) {
  append("company_lists.tsv", "Paravent SA\tscreens\tS\tFR");
  expect_stop("no such sector: screens");
}

}  // namespace
}  // namespace paravent::knowledge::testing
