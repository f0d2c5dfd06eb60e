#include "core/knowledge/committed_tables.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <sstream>

#include "support/source_dir.hpp"
#include "text/unicode.hpp"

namespace paravent::knowledge::testing {

std::string tables_folder() {
  return std::string(PARAVENT_SOURCE_DIR) + "/data/tables/";
}

std::string read_file(const std::string& path) {
  const std::ifstream file(path, std::ios::binary);
  EXPECT_TRUE(file) << "cannot read " << path;
  std::ostringstream all;
  all << file.rdbuf();
  return all.str();
}

std::string SectionWord::value(const std::string& key) const {
  std::istringstream items(title);
  for (std::string item; items >> item;) {
    if (item.rfind(key + "=", 0) == 0) return item.substr(key.size() + 1);
  }
  return "";
}

std::vector<SectionWord> section_words(const std::string& table) {
  std::istringstream lines(read_file(tables_folder() + table));
  std::vector<SectionWord> words;
  std::string title, word;
  for (std::string line; std::getline(lines, line);) {
    if (line[0] == '#') continue;
    if (line[0] == '@') {
      title = line.substr(2);
      word.clear();
      continue;
    }
    word =
        word.substr(0, static_cast<std::size_t>(std::stoi(line.substr(0, 1), nullptr, 36))) + line.substr(1);
    words.push_back({title, word});
  }
  return words;
}

std::vector<ColumnRow> column_rows(const std::string& table) {
  std::istringstream lines(read_file(tables_folder() + table));
  std::vector<std::string> columns;
  std::vector<ColumnRow> rows;
  for (std::string line; std::getline(lines, line);) {
    if (line.empty() || line[0] == '#') continue;
    std::vector<std::string> cells(1);
    for (const char c : line) {
      if (c == '\t') {
        cells.emplace_back();
      } else {
        cells.back().push_back(c);
      }
    }
    if (columns.empty()) {
      columns = cells;
      continue;
    }
    ColumnRow row;
    for (std::size_t i = 0; i < columns.size() && i < cells.size(); ++i) row[columns[i]] = cells[i];
    rows.push_back(row);
  }
  return rows;
}

std::vector<std::string> table_files() {
  std::vector<std::string> names;
  for (const auto& entry : std::filesystem::directory_iterator(tables_folder())) {
    names.push_back(entry.path().filename().string());
  }
  std::sort(names.begin(), names.end());
  return names;
}

std::vector<std::string> folded_words(const std::string& name) {
  std::vector<std::string> words(1);
  for (std::size_t at = 0; at < name.size();) {
    const text::Codepoint c = text::decode_at(name, at);
    if (text::is_word(c.value)) {
      words.back().append(name, at, c.size);
    } else if (!words.back().empty()) {
      words.emplace_back();
    }
    at += c.size;
  }
  if (words.back().empty()) words.pop_back();
  for (std::string& word : words) word = text::fold(word);
  return words;
}

}  // namespace paravent::knowledge::testing
