#include "detect/scanners/age.hpp"

#include "detect/scanners/age_words.hpp"
#include "detect/scanners/calendar.hpp"
#include "detect/scanners/given_name.hpp"
#include "detect/scanners/recognisers.hpp"

namespace paravent::detect::scanners {
namespace {

bool unit_at(const View& text, std::size_t unit, std::size_t& end, bool& months) {
  const char a = to_lower(text.at(unit));
  months = false;
  if (a == 'a' && to_lower(text.at(unit + 1)) == 'n') {
    end = to_lower(text.at(unit + 2)) == 's' ? unit + 3 : unit + 2;
    return !text.word_at(end) && text.at(end) != '\'';
  }
  if (a != 'm' || to_lower(text.at(unit + 1)) != 'o' || to_lower(text.at(unit + 2)) != 'i' ||
      to_lower(text.at(unit + 3)) != 's')
    return false;
  months = true;
  end = unit + 4;
  return !text.word_at(end);
}

// A range or a list of numbers is about no one: "30-40 ans", "entre 30 et 40 ans", "2 ou 3 ans".
bool in_a_range(std::string_view lead) {
  const std::string_view rest = trim_blanks(lead);
  for (const std::string_view link : {std::string_view(" a"), std::string_view(" ou"), std::string_view("-"),
                                      std::string_view(" et"), std::string_view("/")}) {
    if (!rest.ends_with(link)) continue;
    const std::string_view front = trim_blanks(rest.substr(0, rest.size() - link.size()));
    if (!front.empty() && is_digit(front.back())) return link != " et" || contains_word(front, "entre");
  }
  return false;
}

// The nearest noun of a set in the four words before "de".
bool near_noun(std::string_view rest, Words nouns) {
  for (int n = 0; n < 3; ++n) {
    if (ends_with_any(rest, nouns)) return true;
    const std::string_view word = last_word(rest);
    if (word.empty()) return false;
    rest = trim_blanks(rest.substr(0, rest.size() - word.size()));
  }
  return false;
}

// "Léo, 8 ans", "leur fille, 4 ans", "yessine, 14 ans": a capital, a given name or a word for a child before
// the comma.
bool follows_a_person(const View& text, std::size_t begin, std::string_view lead) {
  std::string_view rest = trim_blanks(lead);
  rest = trim_blanks(rest.substr(0, rest.size() - 1));
  if (near_noun(rest, age_words::people) || ends_with_given_name(rest)) return true;
  std::size_t i = text.skip_blanks_back(begin);
  i = text.skip_blanks_back(i - 1);
  std::size_t word = i;
  while (word > 0 && i - word < 24) {
    const std::size_t size = text.letter_before(word);
    if (size == 0) break;
    word -= size;
  }
  return word != i && text.capital_at(word);
}

// "capucine 14 ans, jules 11 ans.": nothing of the sentence follows.
bool stands_by_a_name(const View& text, std::size_t end, std::string_view lead) {
  constexpr std::string_view marks = ",.;)";
  const char c = text.at(end);
  return (c == '\0' || is_line_end(c) || marks.find(c) != std::string_view::npos) &&
         ends_with_given_name(trim_blanks(lead));
}

// "(11 ans, 8 ans)", "6 ans et 9 ans"
bool follows_an_age(const Scan& scan, std::size_t begin) {
  if (scan.found.empty() || scan.found.back().category != Category::Age) return false;
  const std::size_t end = scan.found.back().range.end.value;
  const std::string_view between = scan.view.slice(end, begin);
  return end < begin && (between == ", " || between == " et ");
}

// "58 ans, lui 36": the unit stands with the age before.
bool elliptic(std::string_view lead) {
  const std::string_view rest = trim_blanks(lead);
  if (!ends_with_any(rest, age_words::others)) return false;
  return contains_word(rest.substr(rest.size() > 28 ? rest.size() - 28 : 0), "ans");
}

enum class Verdict { Age, Duration, Apposition, Open };

Verdict judge_before(std::string_view lead) {
  std::string_view rest = trim_blanks(lead);
  if (rest.empty()) return Verdict::Age;
  const char last = rest.back();
  if (last == '(') return Verdict::Age;
  const bool labelled = last == ':' || last == '-';
  if (last == '=') return Verdict::Duration;
  rest = trim_lead(rest);
  if (labelled && ends_with_any(rest, age_words::age_labels)) return Verdict::Age;
  for (int n = 0; n < 3; ++n) {
    for (const std::string_view adverb : age_words::adverbs) {
      if (ends_with_word(rest, adverb)) rest = trim_blanks(rest.substr(0, rest.size() - adverb.size()));
    }
  }
  if (ends_with_any(rest, age_words::before_duration)) return Verdict::Duration;
  if (ends_with_word(rest, "de") || ends_with_word(rest, "d")) {
    const std::string_view noun = trim_blanks(rest.substr(0, rest.size() - (rest.ends_with("de") ? 2U : 1U)));
    if (ends_with_any(noun, age_words::aged_words)) return Verdict::Age;
    if (ends_with_any(noun, age_words::durable) ||
        contains_word(noun.substr(noun.size() > 24 ? noun.size() - 24 : 0), "periode"))
      return Verdict::Duration;
    if (near_noun(noun, age_words::people)) return Verdict::Age;
    return near_noun(noun, age_words::durable) ? Verdict::Duration : Verdict::Open;
  }
  if (ends_with_word(rest, "a") && !ends_with_any(rest, age_words::having_there)) {
    const std::string_view noun = trim_blanks(rest.substr(0, rest.size() - 1));
    if (near_noun(noun, age_words::looking_ahead)) return Verdict::Duration;
  }
  if (ends_with_any(rest, age_words::having)) return Verdict::Age;
  if (ends_with_any(rest, age_words::possessive)) return Verdict::Age;
  if (last == ',' || last == ';') return Verdict::Apposition;
  return Verdict::Open;
}

// "trente ans à guetter"
bool starts_with_infinitive(std::string_view after) {
  if (!after.starts_with("a ")) return false;
  const std::string_view word = after.substr(2, after.find_first_of(" ,.;", 2) - 2);
  return word.size() > 4 && (word.ends_with("er") || word.ends_with("ir"));
}

// "3 ans Lely Center": a firm right behind the years of a career.
bool goes_on_with_name(const View& text, std::size_t end) {
  const std::size_t next = text.skip_blanks(end);
  return next != end && text.capital_at(next);
}

}  // namespace

void judge_french_age(Scan& scan, std::size_t begin, std::size_t unit, unsigned value) {
  const View& text = scan.view;
  std::size_t end = 0;
  bool months = false;
  if (value == 0 || value > 112 || !unit_at(text, unit, end, months)) return;
  const std::size_t last = begin;
  begin = first_of_list(text, begin, 99, false);  // "8 et 11 ans"
  const std::string_view lead = scan.lead(begin);
  if (in_a_range(lead) || (begin != last && ends_with_word(trim_lead(lead), "entre"))) return;
  const std::string_view trail = trim_blanks(scan.trail(end));
  const std::string_view after = trail.starts_with(' ') ? trail.substr(1) : trail;
  const bool past =
      after.starts_with("passes") && ends_with_word(trim_blanks(lead), "a");  // "à 80 ans passés"
  const bool trails_duration = !past && starts_with_any(after, age_words::after_duration) &&
                               !starts_with_any(after, age_words::still_age);
  const Verdict verdict = judge_before(lead);
  const std::string_view rest = trim_blanks(lead);
  if (verdict == Verdict::Duration || trails_duration || starts_with_infinitive(after)) return;
  if (value < 15 && goes_on_with_name(text, end) && !ends_with_any(rest, age_words::having) &&
      !ends_with_any(rest, age_words::possessive))
    return;
  if (months) {
    const bool aged =
        ends_with_any(rest, age_words::aged_of) || (rest.ends_with('(') && contains_word(rest, "ans"));
    const bool child =
        rest.ends_with(" de") && near_noun(trim_blanks(rest.substr(0, rest.size() - 3)), age_words::infants);
    const bool closed = text.at(end) == '.' || text.at(end) == ',' || text.at(end) == ')';
    constexpr unsigned told_in_months = 36;
    const bool named = value <= told_in_months && after.starts_with(", et ") && rest.ends_with(',') &&
                       ends_with_given_name(trim_blanks(rest.substr(0, rest.size() - 1)));
    const bool small =
        closed && ((ends_with_any(rest, age_words::having) && contains_any(lead, age_words::infants)) ||
                   (verdict == Verdict::Apposition &&
                    (named || (contains_word(lead, "ans") && follows_a_person(text, begin, lead)))));
    if (!aged && !child && !small) return;
  } else if (value < 15 && !follows_an_age(scan, begin) &&
             (verdict == Verdict::Apposition
                  ? !follows_a_person(text, begin, lead)
                  : verdict == Verdict::Open && !stands_by_a_name(text, end, lead))) {
    return;
  }
  scan.add(begin, end, Category::Age, verdict == Verdict::Age ? "age.cue" : "age.years",
           verdict == Verdict::Age ? by_strong_format : by_format);
}

void recognise_age(Scan& scan, std::size_t digit) {
  const View& text = scan.view;
  const std::size_t end = text.digits_end(digit, 4);
  if (end - digit > 3 || continues_before(text, digit)) return;
  const unsigned value = number_of(text.slice(digit, end));
  if (value == 0 || value > 112) return;
  const std::size_t unit = text.skip_blanks(end);
  const bool letter = text.letter_at(unit) != 0 || text.dash_at(end) != 0;
  if (letter) {
    judge_french_age(scan, digit, unit, value);
    judge_english_age(scan, digit, end, value);
  }
  if (letter && unit == end) return;
  if (value >= 15 && elliptic(trim_blanks(scan.lead(digit))))
    scan.add(digit, end, Category::Age, "age.cue", by_strong_format);
  judge_bare_age(scan, digit, end, value);
}

}  // namespace paravent::detect::scanners
