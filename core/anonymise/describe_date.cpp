#include <array>
#include <optional>
#include <string>
#include <vector>

#include "anonymise/describe.hpp"
#include "anonymise/reading.hpp"
#include "detect/scanners/calendar.hpp"

namespace paravent::anonymise {
namespace {

using detect::scanners::is_digit;
using detect::scanners::View;

constexpr std::array<text::Wording, 12> months{text::Wording{"janvier", "January"},
                                               {"février", "February"},
                                               {"mars", "March"},
                                               {"avril", "April"},
                                               {"mai", "May"},
                                               {"juin", "June"},
                                               {"juillet", "July"},
                                               {"août", "August"},
                                               {"septembre", "September"},
                                               {"octobre", "October"},
                                               {"novembre", "November"},
                                               {"décembre", "December"}};

struct Date {
  unsigned day = 0;
  unsigned month = 0;
  unsigned year = 0;  // 0: not said
};

struct Number {
  unsigned value;
  std::size_t digits;
};

unsigned full_year(const Number& number) {
  constexpr unsigned last_of_this_century = 69;
  if (number.digits == 4) return number.value;
  return number.value + (number.value <= last_of_this_century ? 2000U : 1900U);
}

// Three numbers, or two. English notes write the month first or last: only what can be but one is read.
std::optional<Date> from_numbers(const std::vector<Number>& numbers, text::Language language) {
  if (numbers.size() < 2 || numbers.size() > 3) return std::nullopt;
  if (numbers[0].digits == 4) {
    if (numbers.size() < 3) return std::nullopt;
    return Date{numbers[2].value, numbers[1].value, numbers[0].value};
  }
  Date out{numbers[0].value, numbers[1].value, numbers.size() == 3 ? full_year(numbers[2]) : 0};
  if (language == text::Language::English && out.day <= months.size()) {
    if (out.month <= months.size()) return std::nullopt;
    std::swap(out.day, out.month);
  }
  return out;
}

std::optional<Date> read(std::string_view written, text::Language language) {
  std::vector<Number> numbers;
  unsigned month = 0;
  for (const std::string& word : folded_words(written)) {
    std::size_t digits = 0;
    while (digits < word.size() && is_digit(word[digits])) ++digits;
    if (digits > 4) return std::nullopt;
    if (digits > 0) {
      numbers.push_back({detect::scanners::number_of(std::string_view(word).substr(0, digits)), digits});
    } else if (month == 0) {
      month = detect::scanners::month_at(View(word), 0).number;
    }
  }
  if (month == 0) return from_numbers(numbers, language);
  Date out{0, month, 0};
  for (const Number& number : numbers) {
    if (number.digits == 4) out.year = number.value;
    if (number.digits < 4 && out.day == 0) out.day = number.value;
  }
  return out;
}

// Days 1 to 10, 11 to 20, and the rest.
std::string_view part_of_month(unsigned day, text::Language language) {
  constexpr std::array<text::Wording, 3> parts{
      text::Wording{"début ", "early "}, {"mi-", "mid-"}, {"fin ", "late "}};
  const unsigned part = (day - 1) / 10;
  return parts[part < parts.size() ? part : parts.size() - 1].in(language);
}

}  // namespace

std::string describe_date(std::string_view written, text::Language language) {
  const std::optional<Date> date = read(written, language);
  if (!date || date->month == 0 || date->month > months.size() ||
      !detect::scanners::is_day_of(date->day, date->month)) {
    return {};
  }
  std::string out(part_of_month(date->day, language));
  out += months[date->month - 1].in(language);
  if (date->year != 0) out += " " + std::to_string(date->year);
  return out;
}

std::string describe_birth(std::string_view written, text::Language language) {
  const std::optional<Date> date = read(written, language);
  if (!date || !detect::scanners::is_year(date->year)) return {};
  const std::string decade = std::to_string(date->year / 10 * 10);
  return language == text::Language::English ? decade + "s" : "années " + decade;
}

}  // namespace paravent::anonymise
