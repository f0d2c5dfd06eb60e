// Dates and ages in words, as dictation writes them: "le douze mars", "cinquante-deux ans", "March the
// twelfth".
#include <array>

#include "detect/scanners/age.hpp"
#include "detect/scanners/birth.hpp"
#include "detect/scanners/calendar.hpp"
#include "detect/scanners/recognisers.hpp"

namespace paravent::detect::scanners {
namespace {

void add_date(Scan& scan, std::size_t begin, std::size_t end) {
  const bool birth = announces_birth(scan.lead(begin));
  scan.add(begin, end, birth ? Category::Birthdate : Category::Date,
           birth ? "birthdate.announced" : "date.words", birth ? by_keyword : by_strong_format);
}

// A year in words or digits after a month: "deux mille vingt-quatre", "mil neuf cent quatre-vingt".
std::size_t french_year(const View& text, std::size_t i) {
  const std::size_t digits = year_after(text, i, false);
  if (digits != i) return digits;
  const std::size_t begin = text.skip_blanks(i);
  if (begin == i) return i;
  const WordNumber year = french_number_at(text, begin);
  return year.end != 0 && is_year(year.value) ? year.end : i;
}

std::size_t english_year(const View& text, std::size_t i) {
  const std::size_t digits = year_after(text, i, true);
  if (digits != i) return digits;
  const std::size_t begin = text.skip_blanks(text.at(i) == ',' ? i + 1 : i);
  if (begin == i) return i;
  const WordNumber first = english_number_at(text, begin);
  if (first.end == 0) return i;
  if (is_year(first.value)) return first.end;
  if (first.value != 19 && first.value != 20) return i;
  const std::size_t rest = text.skip_blanks(first.end);
  const WordNumber second = english_number_at(text, rest);
  return rest != first.end && second.end != 0 && second.value < 100 ? second.end : i;
}

bool french(Scan& scan, std::size_t letter) {
  const View& text = scan.view;
  const WordNumber number = french_number_at(text, letter);
  if (number.end == 0) return false;
  const std::size_t next = text.skip_blanks(number.end);
  if (next == number.end) return false;
  if (number.value <= 31) {
    const Month month = month_at(text, next);
    if (month.number != 0 && month.language != MonthLanguage::English &&
        is_day_of(number.value, month.number)) {
      add_date(scan, letter, french_year(text, month.end));
      return true;
    }
  }
  if (!number.ordinal) judge_french_age(scan, letter, next, number.value);
  return number.words > 1;
}

void english(Scan& scan, std::size_t letter) {
  const View& text = scan.view;
  const WordNumber number = english_number_at(text, letter);
  if (number.end == 0) return;
  std::size_t next = text.skip_blanks(number.end);
  const bool linked =
      to_lower(text.at(next)) == 'o' && to_lower(text.at(next + 1)) == 'f' && text.blank_at(next + 2) != 0;
  if (number.ordinal || linked) {
    if (linked) next = text.skip_blanks(next + 2);
    const Month month = month_at(text, next);
    if (month.number != 0 && month.language != MonthLanguage::French &&
        is_day_of(number.value, month.number) && (linked || !month.doubtful)) {
      add_date(scan, letter, english_year(text, month.end));
      return;
    }
  }
  if (number.ordinal) {
    std::size_t before = text.skip_blanks_back(letter);  // "March the twelfth"
    if (before >= 4 && text.slice(before - 3, before) == "the") before = text.skip_blanks_back(before - 3);
    const Month named = month_before(text, before);
    if (before != letter && named.number != 0 && named.language != MonthLanguage::French &&
        is_upper(text.at(named.end)) && is_day_of(number.value, named.number)) {
      add_date(scan, named.end, english_year(text, number.end));
    }
    return;
  }
  const bool dash = text.dash_at(number.end) != 0;
  if (dash || next != number.end) judge_english_age(scan, letter, number.end, number.value);
  judge_bare_age(scan, letter, number.end, number.value);
}

}  // namespace

void recognise_words(Scan& scan, std::size_t letter) {
  const View& text = scan.view;
  // A later word of a number is not its start: "vingt-quatre" is read once.
  if (text.dash_at(letter - (letter > 0 ? 1U : 0U)) != 0 && letter > 1 && text.letter_before(letter - 1) != 0)
    return;
  if (!french(scan, letter)) english(scan, letter);
}

}  // namespace paravent::detect::scanners
