// The committed tables as files: what they say of their sources, how large they are, how they compile.
#include <gtest/gtest.h>

#include <cstdlib>
#include <filesystem>
#include <sstream>
#include <string>

#include "core/knowledge/committed_tables.hpp"

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
    if (entry.is_regular_file()) size += entry.file_size();
  }
  EXPECT_LE(size, 8'000'000u);
}

TEST(Tables, CompiledFileIsAtMostSixMegabytes) {
  const auto size = std::filesystem::file_size(PARAVENT_KNOWLEDGE_BIN);
  EXPECT_LE(size, 6'000'000u);
  EXPECT_GT(size, 1'000'000u);
}

TEST(Tables, CompilingAgainGivesTheSameBytes) {
  const auto again = std::filesystem::temp_directory_path() / "paravent-knowledge-again.bin";
  const std::string command = std::string("\"") + PARAVENT_TABLE_COMPILER + "\" \"" + tables_folder() +
                              "\" \"" + again.string() + "\"" +
                              (PARAVENT_WIKIDATA_NAMES ? "" : " --without-wikidata") + " > /dev/null";
  ASSERT_EQ(std::system(command.c_str()), 0);
  EXPECT_TRUE(read_file(again.string()) == read_file(PARAVENT_KNOWLEDGE_BIN));
  std::filesystem::remove(again);
}

TEST(Tables, DamagedTableStopsTheCompiler) {
  const auto folder = std::filesystem::temp_directory_path() / "paravent-damaged-tables";
  const auto out = folder / "out.bin";
  std::filesystem::remove_all(folder);
  std::filesystem::copy(tables_folder(), folder);
  std::filesystem::resize_file(folder / "roles.tsv", 0);
  std::filesystem::remove(folder / "surnames.words");
  const std::string command = std::string("\"") + PARAVENT_TABLE_COMPILER + "\" \"" + folder.string() +
                              "\" \"" + out.string() + "\" > /dev/null 2> \"" + (folder / "error").string() +
                              "\"";
  EXPECT_NE(std::system(command.c_str()), 0);
  EXPECT_NE(read_file((folder / "error").string()).find("surnames.words"), std::string::npos);
  EXPECT_FALSE(std::filesystem::exists(out));
  std::filesystem::remove_all(folder);
}

}  // namespace
}  // namespace paravent::knowledge::testing
