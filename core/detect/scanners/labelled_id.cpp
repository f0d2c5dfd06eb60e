// Numbers of a person or a file that only the words before them tell: staff number, contract, passport,
// invoice …
#include <algorithm>
#include <array>

#include "detect/scanners/calendar.hpp"
#include "detect/scanners/label_words.hpp"
#include "detect/scanners/recognisers.hpp"

namespace paravent::detect::scanners {
namespace {

struct Label {
  bool names = false;   // the word says that a number follows
  bool marked = false;  // "n°", ":" or "#"
  bool plain_word = false;
  bool law = false;
};

Label read_label(std::string_view lead) {
  Label out;
  const std::string_view whole = trim_blanks(lead);
  out.marked = whole.ends_with(':') || whole.ends_with('#');
  std::string_view rest = trim_lead(lead);
  if (rest.ends_with(')') && rest.find('(') != std::string_view::npos)  // "PPS no. (if known): 7412936KA"
    rest = trim_lead(rest.substr(0, rest.rfind('(')));
  for (int n = 0; n < 4; ++n) {
    out.names = ends_with_any(rest, labels::naming);
    out.plain_word = ends_with_any(rest, labels::plain);
    out.law = ends_with_any(rest, labels::laws);
    if (out.names || out.plain_word || out.law) break;
    bool marker = false;
    bool filler = false;
    rest = drop_word(rest, labels::markers, marker);
    if (!marker) rest = drop_word(rest, labels::fillers, filler);
    out.marked = out.marked || marker;
    if (!marker && !filler) return out;
  }
  if (!out.plain_word) return out;
  // "n° client : 123", "numéro de dossier 123"
  bool ignored = false;
  rest = drop_word(rest, labels::plain, ignored);
  for (int n = 0; n < 2; ++n) rest = drop_word(rest, labels::fillers, ignored);
  bool marker = false;
  drop_word(rest, labels::markers, marker);
  out.marked = out.marked || marker;
  return out;
}

constexpr bool joins(char c) {
  return c == '-' || c == '/' || c == '.' || c == '_';
}

std::size_t token_begin(const View& text, std::size_t digit) {
  std::size_t i = digit;
  while (i > 0 && digit - i < 24) {
    const char c = text.at(i - 1);
    if (is_alnum(c) || (joins(c) && i >= 2 && is_alnum(text.at(i - 2)))) {
      --i;
    } else {
      break;
    }
  }
  return i;
}

std::size_t token_end(const View& text, std::size_t i) {
  const std::size_t start = i;
  while (i - start < 40) {
    if (is_alnum(text.at(i)) || (joins(text.at(i)) && is_alnum(text.at(i + 1)))) {
      ++i;
    } else {
      break;
    }
  }
  return i;
}

bool upper_or_digits(const View& text, std::size_t begin, std::size_t end) {
  for (std::size_t i = begin; i < end; ++i) {
    if (!is_digit(text.at(i)) && !is_upper(text.at(i))) return false;
  }
  return true;
}

// Further groups of a number written with blanks: "12 AB 34567", "10 003 456 789".
std::size_t grouped_end(const View& text, std::size_t begin, std::size_t end) {
  if (!upper_or_digits(text, begin, end)) return end;
  for (int n = 0; n < 5; ++n) {
    const std::size_t blank = text.blank_at(end);
    if (blank == 0) break;
    const std::size_t next = token_end(text, end + blank);
    if (next == end + blank || next - end - blank > 9 || text.word_at(next)) break;
    if (!upper_or_digits(text, end + blank, next)) break;
    const bool letters = !is_digit(text.at(end + blank));
    if (letters && (next - end - blank > 2 || !is_digit(text.at(next + text.blank_at(next))))) break;
    end = next;
  }
  return end;
}

// "AB 1234": letters set off by a blank belong to the number when a label stands before them. Where they
// begin, or `begin`.
std::size_t front_before(const View& text, std::size_t begin) {
  const std::size_t end = begin - text.blank_before(begin);
  if (end == begin) return begin;
  const std::size_t front = token_begin(text, end);
  return front != end && end - front <= 4 && upper_or_digits(text, front, end) ? front : begin;
}

// "12/03/2024", "10/01"; or a day before the name of its month.
bool looks_like_date(const View& text, const DigitGroups& groups, std::size_t token_end) {
  if (groups.shaped("224") || groups.shaped("222") || groups.shaped("114") || groups.shaped("124") ||
      groups.shaped("214"))
    return groups.joint(1) != ' ';
  if (groups.count() == 2 && groups.length(0) <= 2 && groups.length(1) <= 2 && groups.joint(1) == '/')
    return true;
  const std::size_t month = text.skip_blanks(token_end);
  return groups.length(0) <= 2 && month != token_end && month_at(text, month).number != 0;
}

// "report_v2.pdf", "walk.m4a": small letters, or the digit of a format, behind the last dot.
bool is_file_name(std::string_view token) {
  const std::size_t dot = token.rfind('.');
  if (dot == std::string_view::npos || token.size() - dot < 3 || token.size() - dot > 6) return false;
  const std::string_view ending = token.substr(dot + 1);
  return is_alpha(ending.front()) &&
         std::all_of(ending.begin(), ending.end(), [](char c) { return !is_upper(c); }) &&
         std::none_of(ending.begin(), ending.end(), joins);
}

// Capitals and a number, joined or mixed: "MRG-DUP-3", "QX7R2P".
bool is_code(std::string_view token) {
  const auto capitals = std::count_if(token.begin(), token.end(), is_upper);
  const bool mixed = std::count_if(token.begin(), token.end(), is_digit) >= 2;
  return token.size() >= 6 && capitals >= 2 && (mixed || std::any_of(token.begin(), token.end(), joins)) &&
         std::none_of(token.begin(), token.end(), is_lower);
}

// "2024", "2023-2024": a year or two, no number.
bool is_year(std::string_view token) {
  if (token.size() == 9 && !is_digit(token[4]))
    return is_year(token.substr(0, 4)) && is_year(token.substr(5));
  return token.size() == 4 && (token.starts_with("19") || token.starts_with("20")) &&
         std::all_of(token.begin(), token.end(), is_digit);
}

// A number and the letters before it, as it stands in the text.
struct Token {
  std::size_t begin = 0;
  std::size_t end = 0;
  std::size_t digits = 0;
  std::string_view written;
  bool has_letters() const { return digits < written.size(); }
};

std::size_t count_digits(const View& text, std::size_t begin, std::size_t end) {
  const std::string_view part = text.slice(begin, end);
  return static_cast<std::size_t>(std::count_if(part.begin(), part.end(), is_digit));
}

// The token around its first digit; an empty one where there is none to judge.
Token read_token(const View& text, std::size_t digit) {
  constexpr std::size_t most_letters = 16;
  if (joins(text.before(digit)) && is_digit(text.before(digit - 1))) return {};  // not its first digit
  Token out;
  out.begin = token_begin(text, digit);
  if (digit - out.begin > most_letters || text.word_before(out.begin)) return {};
  if (count_digits(text, out.begin, digit) != 0) return {};  // taken at its first digit
  out.end = token_end(text, digit);
  if (text.at(out.end) == '%' || text.word_at(out.end)) return {};
  out.written = text.slice(out.begin, out.end);
  if (is_file_name(out.written)) return {};
  out.digits = count_digits(text, out.begin, out.end);
  return out;
}

// "factures F-0388 et F-0402", "2024-071, 2024-088": the word before the first names them all.
bool follows_another(const Scan& scan, const Token& token) {
  const bool joined = std::any_of(token.written.begin(), token.written.end(), joins);
  if (token.digits < 3 || is_year(token.written) || (!joined && !token.has_letters() && token.digits < 4))
    return false;
  constexpr std::size_t looked_at = 4;
  const std::size_t count = scan.found.size();
  for (std::size_t i = count; i > 0 && count - i < looked_at; --i) {
    const Finding& last = scan.found[i - 1];
    if (last.category != Category::Id || last.range.end.value >= token.begin) continue;
    const std::string_view between = scan.view.slice(last.range.end.value, token.begin);
    return between == ", " || between == " et " || between == " and " || between == " & " ||
           between == " / " || between == " + ";
  }
  return false;
}

// "FA-2024-62": capitals, a year and a number, where the line speaks of a bill.
bool is_bill(Scan& scan, const Token& token) {
  const std::string_view written = token.written;
  const std::size_t letters = written.find_first_not_of("ABCDEFGHIJKLMNOPQRSTUVWXYZ");
  if (letters == 0 || letters > 4 || letters == std::string_view::npos || written.size() < letters + 7)
    return false;
  const std::string_view year = written.substr(letters + (joins(written[letters]) ? 1 : 0), 5);
  return year.size() == 5 && joins(year.back()) && is_year(year.substr(0, 4)) &&
         contains_any(scan.lead(token.begin), labels::billing);
}

void add(Scan& scan, std::size_t begin, std::size_t end) {
  scan.add(begin, end, Category::Id, "id.keyword", by_keyword);
}

// After a word that names such a number by itself.
void add_named(Scan& scan, const Token& token, std::size_t begin) {
  if (token.digits < 2 && token.end - begin < 4) return;
  add(scan, begin, grouped_end(scan.view, token.begin, token.end));
}

// After a plain word: "dossier n° 2024-0153", "devis D2024-031".
void add_plain(Scan& scan, const Token& token, std::size_t begin, std::size_t digit, bool marked) {
  const DigitGroups& groups = scan.groups(digit);
  const bool pairs =
      groups.count() >= 2 && groups.length(0) <= 4 && token.begin == digit && groups.joint(1) == ' ';
  const std::size_t grouped = pairs ? grouped_end(scan.view, token.begin, token.end) : token.end;
  const std::size_t in_groups = count_digits(scan.view, begin, grouped);
  const bool account =
      in_groups >= 8 && in_groups <= 12 && ends_with_any(trim_lead(scan.lead(begin)), labels::accounts);
  // "le compte : 14 clés"
  const std::size_t next = scan.view.skip_blanks(token.end);
  const bool counts = next != token.end && scan.view.letter_at(next) != 0 && !scan.view.capital_at(next);
  if (counts && token.digits < 4 && !token.has_letters()) return;
  const bool one =
      marked ? token.digits >= 2 || is_code(token.written)
             : (token.digits >= 3 && !is_year(token.written) && (token.has_letters() || token.digits >= 4)) ||
                   is_code(token.written);
  const bool whole = account || ((marked || begin != token.begin) && in_groups >= 6);
  if (one || account) add(scan, begin, whole ? grouped : token.end);
}

// "ID 448213" is of a person; "id: 202402181107" is how programs for notes name a page.
bool says_id(const View& text, std::size_t begin) {
  begin = text.skip_blanks_back(begin);
  if (text.before(begin) == ':') begin = text.skip_blanks_back(begin - 1);
  return begin >= 2 && text.slice(begin - 2, begin) == "ID";
}

// "n° SUP-0932", "no. 2025-CC-0448", "n° 48213": only the mark says so.
void add_numbered(Scan& scan, const Token& token) {
  const std::string_view lead = trim_blanks(scan.lead(token.begin));
  const bool numbered = ends_with_word(lead, "no") || ends_with_word(lead, "no.") ||
                        ends_with_word(lead, "numero") || ends_with_word(lead, "number") ||
                        (ends_with_word(trim_lead(lead), "id") && says_id(scan.view, token.begin));
  if (!numbered) return;
  const std::size_t grouped = grouped_end(scan.view, token.begin, token.end);
  const bool letters =
      token.has_letters() && std::any_of(token.written.begin(), token.written.end(), is_upper);
  if (token.written.size() >= 2 && count_digits(scan.view, token.begin, grouped) >= 8) {
    scan.add(token.begin, grouped, Category::Id, "id.numbered", by_format);
  } else if (token.digits >= 5 || (letters && token.digits >= 3)) {
    scan.add(token.begin, token.end, Category::Id, "id.numbered", by_format);
  }
}

}  // namespace

void recognise_labelled_id(Scan& scan, std::size_t digit) {
  const View& text = scan.view;
  const Token token = read_token(text, digit);
  if (token.end == 0) return;
  if (follows_another(scan, token) || is_bill(scan, token)) return add(scan, token.begin, token.end);
  const std::size_t front = front_before(text, token.begin);
  const std::size_t grouped = grouped_end(text, token.begin, token.end);
  if (token.digits < 2 && grouped - front < 4) return;  // too short whatever the label
  if (token.has_letters() && token.digits >= 4 &&
      ends_with_any(trim_lead(scan.lead(token.begin)), labels::series))
    return add(scan, token.begin, token.end);
  std::size_t begin = token.begin;
  Label label = read_label(scan.lead(begin));
  if (!label.names && !label.plain_word && !label.marked) {
    label = read_label(scan.lead(front));
    begin = front;
    const std::string_view lead = trim_blanks(scan.lead(front));
    if (!label.names && lead.ends_with(',') && token.digits >= 6)  // "her passport, C 4471906"
      label.names = ends_with_any(lead.substr(0, lead.size() - 1), labels::naming);
    const bool joined =
        (std::any_of(token.written.begin(), token.written.end(), joins) && token.digits >= 4) ||
        (count_digits(text, front, token.begin) == 0 && count_digits(text, token.begin, grouped) >= 6);
    if (!label.names && (front == token.begin || !label.plain_word || (!label.marked && !joined))) return;
  }
  if (label.law) return;
  if (digit == token.begin && looks_like_date(text, scan.groups(digit), token.end) &&
      !(label.names && scan.groups(digit).count() > 2))
    return;
  if (label.names) {
    add_named(scan, token, begin);
  } else if (label.plain_word) {
    add_plain(scan, token, begin, digit, label.marked);
  } else {
    add_numbered(scan, token);
  }
}

}  // namespace paravent::detect::scanners
