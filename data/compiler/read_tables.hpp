// Reading the committed tables (data/tables): sections of front-coded words, and rows with named columns.
#pragma once

#include <functional>
#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace paravent::data {

// Ends the program with one clear line: a damaged table must stop the build.
[[noreturn]] void fail(const std::string& message);

// Calls `each(title, word)` for every word of a table of sections; titles are what follows "@ ".
void read_sections(const std::string& path,
                   const std::function<void(std::string_view, std::string_view)>& each);

// The value of `key` in a title such as "band=7 sex=f"; empty when absent.
std::string_view title_value(std::string_view title, std::string_view key);

class Row {
 public:
  Row(const std::map<std::string, std::size_t, std::less<>>& columns, std::vector<std::string> cells,
      std::string where)
      : columns_(columns), cells_(std::move(cells)), where_(std::move(where)) {}
  const std::string& operator[](std::string_view column) const;  // fails when the table has no such column
  std::vector<std::string> list(std::string_view column) const;  // cells such as "a|b"
  bool flag(std::string_view column) const;                      // 0 or 1; anything else fails
  const std::string& where() const { return where_; }

 private:
  const std::map<std::string, std::size_t, std::less<>>& columns_;
  std::vector<std::string> cells_;
  std::string where_;
};

// Calls `each` for every row of a table with columns.
void read_rows(const std::string& path, const std::function<void(const Row&)>& each);

std::vector<std::string> split(std::string_view text, char separator);
unsigned number(std::string_view text, const std::string& where);

}  // namespace paravent::data
