// Tables whose columns say what their cells are: the head of a column stands for the word that is missing
// before each number. Pipe tables only (GitHub Flavored Markdown, 4.10).
#include <algorithm>
#include <array>
#include <optional>

#include "detect/scanners/calendar.hpp"
#include "detect/scanners/recognisers.hpp"

namespace paravent::detect::scanners {
namespace {

enum class Column : std::uint8_t { Other, Number, Day, Age };

constexpr std::size_t most_columns = 24;
constexpr std::size_t longest_head = 48;  // bytes
using Columns = std::array<Column, most_columns>;

constexpr WordSet number_heads{"matricule",
                               "matricules",
                               "no matricule",
                               "no agent",
                               "no salarie",
                               "service no",
                               "service number",
                               "staff no",
                               "staff number",
                               "staff id",
                               "employee id",
                               "employee no",
                               "no dossier",
                               "dossier",
                               "no de dossier",
                               "file no",
                               "case no",
                               "no adherent",
                               "no badge",
                               "badge",
                               "member no",
                               "membership no",
                               "student id",
                               "student no",
                               "no etudiant",
                               "no client",
                               "client no",
                               "no contrat",
                               "no facture",
                               "facture",
                               "invoice",
                               "invoice no",
                               "passport",
                               "passeport",
                               "no",
                               "numero",
                               "id",
                               "identifiant",
                               "ref",
                               "reference",
                               "case",
                               "no de contrat",
                               "policy no",
                               "licence",
                               "no licence"};
constexpr WordSet day_heads{"date", "dates", "jour", "day", "le", "quand", "when", "session date"};
constexpr WordSet age_heads{"age", "ages"};

Column column_of(std::string_view head) {
  if (is_any(head, number_heads)) return Column::Number;
  if (is_any(head, day_heads)) return Column::Day;
  return is_any(head, age_heads) ? Column::Age : Column::Other;
}

std::size_t line_end(const View& text, std::size_t i) {
  const std::size_t end = text.text().find('\n', i);
  text.count((end == std::string_view::npos ? text.size() : end) - i);
  return end == std::string_view::npos ? text.size() : end;
}

// "|---|:--:|"
bool is_delimiter(std::string_view line) {
  constexpr std::string_view marks = "|-: \t\r>";
  return line.find('|') != std::string_view::npos && line.find('-') != std::string_view::npos &&
         line.find_first_not_of(marks) == std::string_view::npos;
}

// Walks the cells of the line [begin, end): calls visit(column, cell begin, cell end), without blanks and
// emphasis.
template <class Visit>
void for_cells(const View& text, std::size_t begin, std::size_t end, Visit visit) {
  constexpr std::string_view around = " \t\r*_`>";
  const std::string_view line = text.slice(begin, end);
  std::size_t at = line.find_first_not_of(" \t>");
  if (at == std::string_view::npos) return;
  if (line[at] == '|') ++at;
  for (std::size_t column = 0; column < most_columns && at < line.size(); ++column) {
    const std::size_t bar = std::min(line.find('|', at), line.size());
    std::size_t first = at;
    std::size_t last = bar;
    while (first < last && around.find(line[first]) != std::string_view::npos) ++first;
    while (last > first && around.find(line[last - 1]) != std::string_view::npos) --last;
    visit(column, begin + first, begin + last);
    at = bar + 1;
  }
}

std::optional<Columns> read_head(const View& text, std::size_t begin, std::size_t end) {
  Columns out{};
  bool any = false;
  for_cells(text, begin, end, [&](std::size_t column, std::size_t first, std::size_t last) {
    if (first == last || last - first > longest_head) return;
    Folded head;
    head.read(text, first, last);
    std::string_view words = head.view();
    while (!words.empty() && (words.back() == ' ' || words.back() == '.' || words.back() == ':'))
      words.remove_suffix(1);
    out[column] = column_of(words);
    any = any || out[column] != Column::Other;
  });
  return any ? std::optional(out) : std::nullopt;
}

// "H03981", "25190042", "C-2024-17": nothing but capitals and digits, four at least, and what joins them.
void number_cell(Scan& scan, std::size_t begin, std::size_t end) {
  constexpr std::size_t least_digits = 4;
  std::size_t digits = 0;
  bool other = false;
  for (std::size_t i = begin; i < end; ++i) {
    const char c = scan.view.at(i);
    if (is_digit(c)) {
      ++digits;
      continue;
    }
    const bool inside = i > begin && i + 1 < end && (c == '-' || c == '/' || c == '.' || c == ' ');
    if (!is_upper(c) && !inside) return;
    other = true;
  }
  if (digits < least_digits || end - begin > 24) return;
  const bool year = !other && digits == 4 && is_year(number_of(scan.view.slice(begin, end)));
  if (!year) scan.add(begin, end, Category::Id, "id.column", by_format);
}

// "21.05", "7/3"
void day_cell(Scan& scan, std::size_t begin, std::size_t end) {
  const View& text = scan.view;
  const std::size_t joint = text.digits_end(begin, 3);
  const char mark = text.at(joint);
  if (joint == begin || joint - begin > 2 || (mark != '.' && mark != '/' && mark != '-')) return;
  const std::size_t second = text.digits_end(joint + 1, 3);
  const std::size_t after = text.at(second) == mark ? second + 1 : second;
  if (second == joint + 1 || second - joint > 3 || after != end) return;
  const unsigned a = number_of(text.slice(begin, joint));
  const unsigned b = number_of(text.slice(joint + 1, second));
  if (is_day_of(a, b) || is_day_of(b, a))
    scan.add(begin, second, Category::Date, "date.column", by_strong_format);
}

void age_cell(Scan& scan, std::size_t begin, std::size_t end) {
  if (end - begin > 2 || scan.view.digits_end(begin, 3) != end) return;
  if (number_of(scan.view.slice(begin, end)) > 0)
    scan.add(begin, end, Category::Age, "age.column", by_strong_format);
}

void read_row(Scan& scan, const Columns& columns, std::size_t begin, std::size_t end) {
  for_cells(scan.view, begin, end, [&](std::size_t column, std::size_t first, std::size_t last) {
    if (first == last) return;
    if (columns[column] == Column::Number) number_cell(scan, first, last);
    if (columns[column] == Column::Day) day_cell(scan, first, last);
    if (columns[column] == Column::Age) age_cell(scan, first, last);
  });
}

}  // namespace

void recognise_tables(Scan& scan) {
  const View& text = scan.view;
  const std::string_view whole = text.text();
  std::size_t head = whole.find('|');
  text.count(std::min(head, whole.size()));
  if (head == std::string_view::npos) return;
  while (head > 0 && whole[head - 1] != '\n') --head;
  std::optional<Columns> columns;
  for (std::size_t begin = head; begin < whole.size();) {
    const std::size_t end = line_end(text, begin);
    const std::string_view line = text.slice(begin, end);
    if (line.find('|') == std::string_view::npos) {
      columns.reset();
    } else if (is_delimiter(line)) {
      if (!columns && begin > head) columns = read_head(text, head, begin - 1);
    } else if (columns) {
      read_row(scan, *columns, begin, end);
    }
    head = begin;
    begin = end + 1;
  }
}

}  // namespace paravent::detect::scanners
