// Ages in English, and those of either language that are written as a number alone: "a 52-year-old", "aged
// 52", "she’s 41, and …", "Ruth, 39, a nurse", "when I was fifteen", "Kids: Sam (8)".
#include "detect/scanners/age.hpp"
#include "detect/scanners/calendar.hpp"
#include "detect/scanners/given_name.hpp"
#include "detect/scanners/recognisers.hpp"

namespace paravent::detect::scanners {
namespace {

constexpr unsigned least_bare_age = 15;  // smaller numbers alone are mostly counts
constexpr unsigned oldest = 112;

// Words right before the number that make it an age whatever follows, unless something is counted.
constexpr WordSet aged{"aged", "turned", "turning", "turns", "at age", "age", "ages", "aged about", "of age"};
constexpr WordSet being{
    "he'll be", "she'll be", "i'll be",    "they'll be", "he is",  "she is",    "he will be", "she will be",
    "he's",     "she's",     "i'm",        "i am",       "he was", "she was",   "i was",      "just turned",
    "they are", "they're",   "who is",     "who's",      "whos",   "who was",   "you are",    "you're",
    "hes",      "shes",      "is already", "mum is",     "dad is", "mother is", "father is"};
constexpr WordSet one_is{"he is",  "she is",  "he's", "she's", "hes",  "shes",
                         "he was", "she was", "i am", "i'm",   "i was"};
constexpr WordSet time_of_life{"when i was",    "when he was",  "when she was",  "when they were",
                               "when you were", "since i was",  "since he was",  "since she was",
                               "until i was",   "until he was", "until she was", "when i turned",
                               "when we were"};
constexpr WordSet adverbs{"only",  "now",    "just",   "nearly",  "almost", "about",  "already",
                          "still", "barely", "around", "roughly", "over",   "not yet"};
constexpr WordSet life_events{"diagnosed at",   "died at",     "married at",  "retired at",
                              "widowed at",     "divorced at", "orphaned at", "pregnant at",
                              "left school at", "retire at",   "die at",      "dead at",
                              "with him at",    "with her at", "with me at",  "diagnosed with it at",
                              "a mother at",    "a father at"};
constexpr WordSet people_of{"man of",  "woman of", "boy of",    "girl of",     "lad of",
                            "lass of", "child of", "son of",    "daughter of", "person of",
                            "lady of", "widow of", "widower of"};
// Who may stand before ", 81,".
constexpr WordSet persons{"founder",     "owner",       "chairman", "mother",   "father",   "wife",
                          "husband",     "son",         "daughter", "brother",  "sister",   "partner",
                          "boss",        "client",      "coachee",  "manager",  "director", "nurse",
                          "teacher",     "widow",       "widower",  "boy",      "girl",     "eldest",
                          "youngest",    "me",          "him",      "uncle",    "aunt",     "cousin",
                          "grandmother", "grandfather", "mum",      "mom",      "dad",      "fondateur",
                          "fondatrice",  "mere",        "pere",     "deceased", "late"};
constexpr WordSet children{"kids",   "kid",           "children",       "child",  "son",
                           "sons",   "daughter",      "daughters",      "boys",   "girls",
                           "twins",  "enfants",       "enfant",         "fils",   "fille",
                           "filles", "grandchildren", "petits-enfants", "nephew", "niece"};
// After the number: what makes it a count, and what closes it.
constexpr WordSet counted{"ans",     "years", "year",     "-year",    "mois",     "%",      "minutes",
                          "minute",  "hours", "hour",     "days",     "weeks",    "months", "percent",
                          "points",  "miles", "metres",   "pounds",   "euros",    "people", "times",
                          "pages",   "km",    "per cent", "seconds",  "sessions", "kilos",  "stone",
                          "dollars", "euro",  "o'clock",  "thousand", "hundred",  "feet"};
constexpr WordSet closing{"herself", "himself", "myself", "and",  "but",  "now",
                          "next",    "in",      "this",   "when", "with", "or so"};
// Behind a number between commas these make it the volume of a journal.
constexpr WordSet of_a_volume{"no", "p", "pp", "vol", "issue", "pages", "n"};

// The number is a part of something longer: "52a", "52-54", "52/60", "52.5".
bool goes_on(const View& text, std::size_t end) {
  const char c = text.at(end);
  return text.word_at(end) || c == '/' || ((c == '-' || c == '.') && is_digit(text.at(end + 1)));
}

bool closes(const View& text, std::size_t end) {
  const char c = text.at(end);
  constexpr std::string_view marks = ".,;)!?\"";
  return c == '\0' || is_line_end(c) || marks.find(c) != std::string_view::npos;
}

// A word with a capital and small letters that ends at `end`: "Ruth".
bool ends_with_name(const View& text, std::size_t end) {
  std::size_t begin = end;
  while (begin > 0 && end - begin < 24) {
    std::size_t size = text.letter_before(begin);
    if (size == 0 && text.before(begin) == '-' && begin != end) size = 1;  // "Ji-woo"
    if (size == 0) break;
    begin -= size;
  }
  return end - begin >= 3 && text.capital_at(begin) && !is_upper(text.at(end - 1)) &&
         month_before(text, end).number == 0;
}

// "Ruth, 39, a nurse", "(founder, 81)": between commas or brackets, behind a name or a word for a person.
bool in_apposition(Scan& scan, std::size_t begin, std::size_t end) {
  const View& text = scan.view;
  std::size_t comma = text.skip_blanks_back(begin);
  if (text.before(comma) != ',') return false;
  comma = text.skip_blanks_back(comma - 1);
  while (text.before(comma) == '"' || text.before(comma) == '*' || text.before(comma) == '.') --comma;
  const std::string_view lead = scan.lead(begin);
  const std::string_view front =
      trim_lead(lead.substr(0, lead.rfind(',') == std::string_view::npos ? 0 : lead.rfind(',')));
  const bool person = ends_with_any(trim_blanks(front), persons) || front.ends_with("(d");
  static constexpr WordSet english{"the", "to",   "of",  "by",  "and", "is", "was",
                                   "for", "with", "his", "her", "at",  "my", "since"};
  const bool in_english = contains_any(lead, english);
  const bool described = in_english && text.at(end) == ',' && text.letter_before(comma) != 0;
  if (!person && !described && !ends_with_name(text, comma)) return false;
  const char after = text.at(end);
  if (after == ')') return true;
  const std::size_t next = text.skip_blanks(end + 1);
  if (after == ',')
    return !is_digit(text.at(next)) && !is_line_end(text.at(next)) &&
           !starts_with_any(scan.trail(next), of_a_volume);
  return closes(text, end) && in_english;
}

// "Kids: Sam (8), Ella (11)", "Tom's birthday (12!)".
bool in_brackets(Scan& scan, std::size_t begin, std::size_t end, unsigned value) {
  const View& text = scan.view;
  if (text.before(begin) != '(') return false;
  const std::string_view lead = scan.lead(begin);
  const std::string_view front = trim_lead(lead);
  if (ends_with_word(front, "birthday") || ends_with_word(front, "anniversaire"))
    return text.at(end) == ')' || text.at(end) == '!';
  const bool given = ends_with_given_name(trim_blanks(front));
  if (text.at(end) != ')' || !(given || ends_with_name(text, text.skip_blanks_back(begin - 1)))) return false;
  // "Callum (15) off school": smaller numbers are votes.
  constexpr unsigned least_alone = 4;
  constexpr unsigned most_alone = 19;
  static constexpr WordSet votes{"votes", "vote", "voix", "points", "score"};
  const bool counts = contains_any(lead, votes) || contains_any(scan.trail(end), votes);
  if (given && !counts && least_alone <= value && value <= most_alone) return true;
  // "her husband Paul (53)"
  if (given && value >= least_bare_age && contains_any(lead, persons)) return true;
  constexpr unsigned oldest_child = 45;  // "Verreries Debes & Fils, Moreuil (80)"
  return value <= oldest_child && contains_any(lead, children) && !ends_with_any(front, children);
}

// "two boys, 3 and 6": one after another.
bool is_in_a_list_of_children(Scan& scan, std::size_t begin, std::size_t end, unsigned value) {
  constexpr unsigned grown_up = 25;
  if (value >= grown_up) return false;
  const std::string_view lead = trim_blanks(scan.lead(begin));
  const std::string_view trail = scan.trail(end);
  const bool first = lead.ends_with(',') &&
                     ends_with_any(trim_blanks(lead.substr(0, lead.size() - 1)), children) &&
                     trail.starts_with("and ") && trail.size() > 4 && is_digit(trail[4]);
  const bool second = !scan.found.empty() && scan.found.back().category == Category::Age &&
                      scan.view.slice(scan.found.back().range.end.value, begin) == " and ";
  return first || (second && closes(scan.view, end));
}

// "Eilidh, 12, is no bother": a child’s age between commas, behind a given name.
bool is_childs_apposition(Scan& scan, std::size_t begin, std::size_t end, unsigned value) {
  constexpr unsigned least = 3;
  const std::string_view lead = trim_blanks(scan.lead(begin));
  if (value < least || !lead.ends_with(',')) return false;
  return ends_with_given_name(trim_blanks(lead.substr(0, lead.size() - 1))) &&
         in_apposition(scan, begin, end);
}

// "kids: Ama 11, Kofi 7", "hubby w the girls, Inaya 9 + Hafsa 6"
bool is_of_a_child(Scan& scan, std::size_t begin, std::size_t end, unsigned value) {
  const View& text = scan.view;
  constexpr unsigned grown_up = 25;
  const std::size_t name = text.skip_blanks_back(begin);
  if (value >= grown_up || name == begin || is_digit(text.at(text.skip_blanks(end)))) return false;
  const std::string_view lead = trim_blanks(scan.lead(begin));
  return contains_any(lead, children) && ends_with_given_name(lead) && ends_with_name(text, name);
}

// "dropped at 15, now a roofer"; "until forty."
bool turns_a_life(std::string_view lead, std::string_view trail, bool closed_in_words) {
  if (closed_in_words && (ends_with_word(lead, "until") || ends_with_word(lead, "till"))) return true;
  return ends_with_word(lead, "at") && (trail.starts_with(", now") || trail.starts_with("; now"));
}

// "Sioned is 39, acting head", "her son is 14 and": what a name or a relative is.
bool is_of_somebody(std::string_view lead) {
  static constexpr WordSet verbs{"is", "was", "turns", "turned"};
  bool dropped = false;
  const std::string_view rest = drop_word(lead, verbs, dropped);
  return dropped &&
         (ends_with_given_name(rest) || ends_with_any(rest, children) || ends_with_any(rest, persons));
}

// "Leo is 6.", "Leo is 6 and": not "Leo is 6 in the row".
bool closes_or_adds(const View& text, std::size_t end, std::string_view trail) {
  static constexpr WordSet additions{"and", "now", "but"};
  return closes(text, end) || starts_with_any(trail, additions);
}

// "At 52 he's never written a CV": an hour has no person behind it, and ends at 24.
bool at_an_age(std::string_view lead, std::string_view trail, unsigned value) {
  static constexpr WordSet persons_after{"he", "he's", "she", "she's"};
  return value > 24 && ends_with_word(lead, "at") && starts_with_any(trail, persons_after);
}

std::string_view without_adverbs(std::string_view lead) {
  bool dropped = true;
  for (int n = 0; n < 2 && dropped; ++n) lead = drop_word(lead, adverbs, dropped);
  return lead;
}

}  // namespace

void judge_english_age(Scan& scan, std::size_t begin, std::size_t number_end, unsigned value) {
  const View& text = scan.view;
  if (value == 0 || value > oldest) return;
  const std::size_t dash = text.dash_at(number_end);
  const std::size_t unit = dash != 0 ? number_end + dash : text.skip_blanks(number_end);
  const char first = to_lower(text.at(unit));
  if (is_lower(first) && first != 'y' && first != 'm') return;  // as no unit starts
  const std::string_view trail = scan.trail(unit);
  static constexpr WordSet units{"years old", "year old", "year-old", "years-old", "years of age",
                                 "yo",        "y/o",      "y.o",      "yrs old",   "months old"};
  for (const std::string_view name : Words(units).starting(trail)) {
    if (starts_with_word(trail, name)) {
      scan.add(begin, unit + name.size(), Category::Age, "age.cue", by_strong_format);
      return;
    }
  }
  // "their baby Nilo, 4 months"
  static constexpr WordSet babies{"baby", "newborn", "infant", "toddler"};
  static constexpr WordSet small{"months", "weeks", "month"};
  const std::size_t comma = text.skip_blanks_back(begin);
  if (dash != 0 || text.before(comma) != ',' || !contains_any(scan.lead(begin), babies)) return;
  for (const std::string_view name : Words(small).starting(trail)) {
    if (starts_with_word(trail, name) && ends_with_name(text, comma - 1))
      scan.add(begin, unit + name.size(), Category::Age, "age.apposition", by_format);
  }
}

void judge_bare_age(Scan& scan, std::size_t begin, std::size_t end, unsigned value) {
  const View& text = scan.view;
  if (value == 0 || value > oldest || goes_on(text, end)) return;
  const std::string_view trail = scan.trail(end);
  if (starts_with_any(trail, counted)) return;
  const std::string_view lead = trim_blanks(scan.lead(begin));
  const std::string_view joined = trim_lead(lead);
  const std::string_view rest = without_adverbs(lead);
  const bool closed = closes(text, end) || starts_with_any(trail, closing);
  // In words, and closed, a small number is hardly a count: "I was ten."
  constexpr unsigned least_in_words = 5;
  const bool in_words = !is_digit(text.at(begin));
  const bool old_enough = value >= (in_words && closes(text, end) ? least_in_words : least_bare_age);
  if (ends_with_any(joined, aged) || ends_with_any(rest, time_of_life) ||
      (closed && (ends_with_any(lead, life_events) || ends_with_any(lead, people_of))) ||
      (closed && old_enough && ends_with_any(rest, being)) ||
      ((old_enough ? closed : closes_or_adds(text, end, trail)) && is_of_somebody(rest)) ||
      (in_words && old_enough && ends_with_any(rest, one_is)) || at_an_age(lead, trail, value) ||
      (old_enough && turns_a_life(lead, trail, in_words && closes(text, end)))) {
    scan.add(begin, end, Category::Age, "age.cue", by_strong_format);
  } else if ((old_enough && in_apposition(scan, begin, end)) || in_brackets(scan, begin, end, value) ||
             is_of_a_child(scan, begin, end, value) || is_childs_apposition(scan, begin, end, value) ||
             is_in_a_list_of_children(scan, begin, end, value)) {
    scan.add(begin, end, Category::Age, "age.apposition", by_format);
  }
}

}  // namespace paravent::detect::scanners
