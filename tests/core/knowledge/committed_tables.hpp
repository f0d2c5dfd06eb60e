// The committed text tables as the tests read them, independently of the compiler.
#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <utility>
#include <vector>

namespace paravent::knowledge::testing {

std::string tables_folder();
std::string read_file(const std::string& path);

struct SectionWord {
  std::string title;  // "band=7 sex=f origin=fr"
  std::string word;
  std::string value(const std::string& key) const;  // of key=value in the title, else ""
};
std::vector<SectionWord> section_words(const std::string& table);  // "surnames.words"

using ColumnRow = std::map<std::string, std::string>;
std::vector<ColumnRow> column_rows(const std::string& table);  // "communes.tsv"

std::vector<std::string> table_files();  // names of all tables, sorted

// The folded words of a name, as a note's tokens would be.
std::vector<std::string> folded_words(const std::string& name);

}  // namespace paravent::knowledge::testing
