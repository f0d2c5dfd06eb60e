#include "read_tables.hpp"

#include <charconv>
#include <cstdlib>
#include <fstream>
#include <iostream>

namespace paravent::data {

void fail(const std::string& message) {
  std::cerr << "table_compiler: " << message << "\n";
  std::exit(1);
}

namespace {

std::ifstream open(const std::string& path) {
  std::ifstream file(path, std::ios::binary);
  if (!file) fail("cannot read the table " + path);
  return file;
}

std::string place(const std::string& path, std::size_t line) {
  return path + ":" + std::to_string(line);
}

}  // namespace

std::vector<std::string> split(std::string_view text, char separator) {
  std::vector<std::string> parts;
  for (;;) {
    const std::size_t end = text.find(separator);
    parts.emplace_back(text.substr(0, end));
    if (end == std::string_view::npos) return parts;
    text.remove_prefix(end + 1);
  }
}

unsigned number(std::string_view text, const std::string& where) {
  unsigned value = 0;
  const auto result = std::from_chars(text.data(), text.data() + text.size(), value);
  if (result.ec != std::errc{} || result.ptr != text.data() + text.size()) {
    fail(where + ": not a number: " + std::string(text));
  }
  return value;
}

void read_sections(const std::string& path,
                   const std::function<void(std::string_view, std::string_view)>& each) {
  std::ifstream file = open(path);
  std::string line, title, word;
  for (std::size_t count = 1; std::getline(file, line); ++count) {
    if (line.empty() || line[0] == '#') continue;
    if (line[0] == '@') {
      title = line.substr(std::min<std::size_t>(2, line.size()));
      word.clear();
      continue;
    }
    const char digit = line[0];
    const int shared = digit >= '0' && digit <= '9'   ? digit - '0'
                       : digit >= 'a' && digit <= 'z' ? digit - 'a' + 10
                                                      : -1;
    if (title.empty() || shared < 0 || static_cast<std::size_t>(shared) > word.size()) {
      fail(place(path, count) + ": not a front-coded row");
    }
    word.resize(static_cast<std::size_t>(shared));
    word.append(line, 1);
    each(title, word);
  }
}

std::string_view title_value(std::string_view title, std::string_view key) {
  while (!title.empty()) {
    const std::size_t end = std::min(title.find(' '), title.size());
    const std::string_view item = title.substr(0, end);
    if (item.size() > key.size() && item.substr(0, key.size()) == key && item[key.size()] == '=') {
      return item.substr(key.size() + 1);
    }
    title.remove_prefix(std::min(end + 1, title.size()));
  }
  return {};
}

const std::string& Row::operator[](std::string_view column) const {
  const auto found = columns_.find(column);
  if (found == columns_.end()) fail(where_ + ": the table has no column " + std::string(column));
  return cells_[found->second];
}

std::vector<std::string> Row::list(std::string_view column) const {
  const std::string& cell = (*this)[column];
  return cell.empty() ? std::vector<std::string>{} : split(cell, '|');
}

bool Row::flag(std::string_view column) const {
  const std::string& cell = (*this)[column];
  if (cell != "0" && cell != "1") fail(where_ + ": " + std::string(column) + " must be 0 or 1");
  return cell == "1";
}

void read_rows(const std::string& path, const std::function<void(const Row&)>& each) {
  std::ifstream file = open(path);
  std::map<std::string, std::size_t, std::less<>> columns;
  std::string line;
  for (std::size_t count = 1; std::getline(file, line); ++count) {
    if (line.empty() || line[0] == '#') continue;
    std::vector<std::string> cells = split(line, '\t');
    if (columns.empty()) {
      for (std::size_t i = 0; i < cells.size(); ++i) columns[cells[i]] = i;
      continue;
    }
    if (cells.size() != columns.size()) {
      fail(place(path, count) + ": " + std::to_string(cells.size()) + " cells, but the table has " +
           std::to_string(columns.size()) + " columns");
    }
    each(Row(columns, std::move(cells), place(path, count)));
  }
}

}  // namespace paravent::data
