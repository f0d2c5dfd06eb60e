#include <array>

#include "detect/scanners/address.hpp"
#include "detect/scanners/folded.hpp"

namespace paravent::detect::scanners {
namespace {

constexpr WordSet streets{
    "rue",     "avenue",     "av",       "ave",       "boulevard",   "bd",         "bld",       "boul",
    "blvd",    "bvd",        "chemin",   "che",       "chem",        "allee",      "allees",    "all",
    "impasse", "imp",        "quai",     "square",    "sq",          "esplanade",  "promenade", "sentier",
    "ruelle",  "faubourg",   "fbg",      "fg",        "lotissement", "lot",        "montee",    "traverse",
    "venelle", "rond-point", "chaussee", "dreve",     "grand-rue",   "grande-rue", "residence", "res",
    "sente",   "rang",       "crescent", "croissant", "hameau",      "route",      "rte",       "clos",
    "pl",      "ch",         "r",        "terrasse",  "mail",        "parvis",     "passage",   "ru",
    "bvard"};
constexpr WordSet plain_streets{
    "place", "cours", "cour",     "parc",    "villa",    "zone",      "za",      "zi",   "zac",
    "cite",  "voie",  "quartier", "galerie", "domaine",  "porte",     "pont",    "cote", "rampe",
    "levee", "digue", "grand",    "grande",  "pass",     "lieu-dit",  "lieudit", "pl",   "ch",
    "r",     "mail",  "passage",  "hameau",  "terrasse", "lot",       "route",   "rang", "ave",
    "all",   "via",   "viale",    "corso",   "piazza",   "residence", "res",     "clos"};
constexpr WordSet english_streets{
    "street",  "st",    "road",   "rd",    "avenue",    "ave",   "lane",    "ln",      "drive",
    "dr",      "close", "court",  "ct",    "way",       "place", "pl",      "terrace", "crescent",
    "gardens", "grove", "square", "sq",    "boulevard", "blvd",  "highway", "hwy",     "parkway",
    "pkwy",    "row",   "mews",   "hill",  "walk",      "park",  "green",   "circle",  "cir",
    "trail",   "quay",  "wharf",  "court", "view",      "rise",  "gate"};
constexpr WordSet particles{"de",  "du",   "des", "la",  "le",   "les",  "d",     "l",
                            "sur", "sous", "en",  "lez", "aux",  "et",   "saint", "sainte",
                            "von", "van",  "der", "den", "upon", "under"};
constexpr WordSet months_in_names{"mai",  "novembre", "septembre", "juin",     "juillet", "aout",
                                  "mars", "avril",    "octobre",   "decembre", "fevrier", "janvier"};
// What ends a name written without capitals.
constexpr WordSet function_words{
    "avec", "depuis", "ou",   "pour", "dans",  "chez",   "qui",  "que",   "car",  "mais",  "est",
    "a",    "et",     "il",   "elle", "on",    "je",     "pres", "jusqu", "par",  "en",    "sans",
    "ce",   "cette",  "son",  "sa",   "ses",   "mon",    "ma",   "mes",   "puis", "avant", "apres",
    "vers", "si",     "non",  "sera", "etait", "demain", "y",    "se",    "ne",   "au",    "rdv",
    "c",    "tel",    "code", "the",  "and",   "in",     "at",   "where", "with"};
constexpr WordSet districts{"paris", "lyon", "marseille"};
constexpr WordSet cedex_word{"cedex"};

struct Word {
  std::size_t end = 0;
  bool capital = false;
};

// Letters, and hyphens between letters.
Word word_at(const View& text, std::size_t i) {
  Word out;
  out.capital = text.capital_at(i);
  std::size_t at = i;
  while (at - i < 40) {
    if (const std::size_t size = text.letter_at(at)) {
      at += size;
    } else if (at > i && text.dash_at(at) == 1 && text.letter_at(at + 1) != 0) {
      ++at;
    } else {
      break;
    }
  }
  out.end = at;
  return out;
}

bool fold_is_any(const View& text, std::size_t begin, std::size_t end, Words words) {
  if (!may_start(text, begin, words.starts())) return false;
  Folded word;
  word.read(text, begin, end);
  return is_any(word.view(), words);
}

std::size_t apostrophe_at(const View& text, std::size_t i) {
  if (text.at(i) == '\'') return 1;
  return text.at(i) == '\xE2' && text.at(i + 1) == '\x80' && text.at(i + 2) == '\x99' ? 3 : 0;
}

// After a number in a street's name: "8 mai 1945", "11 Novembre", "4 Septembre".
std::size_t dated_name_end(const View& text, std::size_t i) {
  std::size_t end = text.digits_end(i, 3);
  if (end - i > 2) return i;
  if (text.at(end) == 'e' && text.at(end + 1) == 'r') end += 2;
  std::size_t at = text.skip_blanks(end);
  const Word month = at > end ? word_at(text, at) : Word{};
  if (month.end <= at || !fold_is_any(text, at, month.end, months_in_names)) return i;
  end = month.end;
  at = text.skip_blanks(end);
  const std::size_t year = text.digits_end(at, 5);
  return at > end && year - at == 4 && !text.word_at(year) ? year : end;
}

std::size_t british_postcode_end(const View& text, std::size_t i) {
  std::size_t at = i;
  while (at - i < 2 && is_upper(text.at(at))) ++at;
  if (at == i || !is_digit(text.at(at))) return i;
  at = text.digits_end(at, 2);
  if (is_upper(text.at(at))) ++at;
  const std::size_t blank = text.blank_at(at);
  if (blank == 0) return i;
  at += blank;
  const bool inward = is_digit(text.at(at)) && is_upper(text.at(at + 1)) && is_upper(text.at(at + 2));
  return inward && !text.word_at(at + 3) ? at + 3 : i;
}

std::size_t canadian_postcode_end(const View& text, std::size_t i) {
  if (!is_upper(text.at(i)) || !is_digit(text.at(i + 1)) || !is_upper(text.at(i + 2))) return i;
  const std::size_t at = i + 3 + text.blank_at(i + 3);
  const bool second = is_digit(text.at(at)) && is_upper(text.at(at + 1)) && is_digit(text.at(at + 2));
  return second && !text.word_at(at + 3) ? at + 3 : i;
}

std::size_t american_postcode_end(const View& text, std::size_t i) {  // "IL 62704"
  if (!is_upper(text.at(i)) || !is_upper(text.at(i + 1))) return i;
  const std::size_t at = text.skip_blanks(i + 2);
  const std::size_t end = text.digits_end(at, 6);
  if (at == i + 2 || end - at != 5) return i;
  const std::size_t plus = text.at(end) == '-' ? text.digits_end(end + 1, 5) : end;
  return plus - end == 5 ? plus : end;
}

std::size_t irish_postcode_end(const View& text, std::size_t i) {  // "Y35 N2K8"
  if (!is_upper(text.at(i)) || !is_digit(text.at(i + 1)) || !is_alnum(text.at(i + 2))) return i;
  const std::size_t at = i + 3 + text.blank_at(i + 3);
  if (!is_upper(text.at(at)) || at == i + 3) return i;
  for (std::size_t k = 0; k < 4; ++k) {
    if (!is_digit(text.at(at + k)) && !is_upper(text.at(at + k))) return i;
  }
  return text.word_at(at + 4) ? i : at + 4;
}

// A postcode of digits alone behind the town, which may have swallowed a state: "Durban |4001", "Fitzroy VIC
// |3065".
std::size_t bare_postcode_end(const View& text, std::size_t i) {
  const std::size_t end = text.digits_end(i, 6);
  const bool state =
      i >= 3 && text.blank_before(i) == 1 && is_upper(text.at(i - 2)) && is_upper(text.at(i - 3));
  if (end - i != 4 && !(state && end - i == 5)) return i;
  const bool year = text.at(i) == '2' || (text.at(i) == '1' && text.at(i + 1) == '9');
  const bool counts = text.letter_at(text.skip_blanks(end)) != 0;  // "Lyon 1500 euros"
  return text.word_at(end) || (!state && (year || counts)) ? i : end;
}

std::size_t skip_separator(const View& text, std::size_t i) {
  i = text.skip_blanks(i);
  if (text.at(i) == ',') {
    ++i;
  } else if (const std::size_t dash = text.dash_at(i); dash != 0 && text.blank_before(i) != 0) {
    i += dash;
  }
  return text.skip_blanks(i);
}

// "Springfield, IL 62704", "Leeds LS1 4AB", "Montréal (Québec) H2X 1Y4": the postcode stands after the town.
std::size_t town_first_end(const View& text, std::size_t i) {
  std::size_t at = name_end(text, i, {false, false, 4});
  for (int part = 0; part < 3 && at > i; ++part) {
    const std::size_t next = skip_separator(text, at);
    if (text.at(next) == '(') {
      const std::size_t inside = name_end(text, next + 1, {false, false, 3});
      if (text.at(inside) != ')') return i;
      at = inside + 1;
      continue;
    }
    for (const auto reader : {american_postcode_end, canadian_postcode_end, british_postcode_end,
                              irish_postcode_end, bare_postcode_end}) {
      if (const std::size_t end = reader(text, next); end != next) return end;
    }
    // A name that swallowed the capitals of the code: "London SW1", "Montréal QC".
    at = name_end(text, next, {false, false, 3});
    if (at == next) return i;
  }
  return i;
}

}  // namespace

StreetType street_type_at(const View& text, std::size_t i) {
  StreetType out;
  if (!may_start(text, i, Words(streets).starts()) && !may_start(text, i, Words(plain_streets).starts()))
    return out;
  const Word word = word_at(text, i);
  if (word.end == i || word.end - i > 14) return out;
  Folded folded;
  folded.read(text, i, word.end);
  if (folded.view() == "all" && text.at(word.end) != '.') return out;  // "ALL CAPS"
  const bool plain = is_any(folded.view(), plain_streets);
  if (!plain && !is_any(folded.view(), streets)) return out;
  out.end = word.end;
  out.plain = plain;
  if (text.at(out.end) == '.') ++out.end;
  if ((folded.view() == "grand" ||
       folded.view() == "grande")) {  // "Grand'Rue", "Grande Rue", "Grand-Place" is one word
    const std::size_t gap =
        apostrophe_at(text, out.end) + text.blank_at(out.end + apostrophe_at(text, out.end));
    const Word next = word_at(text, out.end + gap);
    if (gap == 0 || !fold_is_any(text, out.end + gap, next.end, streets)) return {};
    out.end = next.end;
    out.plain = false;
  }
  return out;
}

bool is_surname_too(const View& text, std::size_t begin, std::size_t end) {
  static constexpr WordSet surnames{"hill", "park", "green", "row",   "court", "walk",
                                    "gate", "view", "rise",  "close", "way"};
  return fold_is_any(text, begin, end, surnames);
}

std::size_t english_town_end(const View& text, std::size_t i) {
  const std::size_t at = skip_separator(text, i);
  if (at == i) return i;
  const std::size_t end = town_first_end(text, at);
  return end == at ? i : end;
}

std::size_t english_street_type_end(const View& text, std::size_t i) {
  if (!is_upper(text.at(i))) return 0;
  const Word word = word_at(text, i);
  if (word.end - i > 10 || !fold_is_any(text, i, word.end, english_streets)) return 0;
  return word.end;
}

std::size_t name_end(const View& text, std::size_t i, NameRules rules) {
  std::size_t end = i;  // of the last word that counts
  std::size_t at = i;
  unsigned lower_words = 0;
  for (unsigned n = 0; n < rules.most_words; ++n) {
    if (is_digit(text.at(at))) {
      const std::size_t dated = rules.numbers ? dated_name_end(text, at) : at;
      if (dated == at) break;
      end = dated;
    } else {
      const Word word = word_at(text, at);
      if (word.end == at || is_digit(text.at(word.end))) break;
      const std::size_t apostrophe = apostrophe_at(text, word.end);
      if (word.capital) {
        end = word.end;
        if (text.at(word.end) == '.' && word.end - at <= 2) end = word.end + 1;  // an initial
        if (apostrophe != 0 && text.letter_at(word.end + apostrophe) != 0) {
          at = word.end + apostrophe;
          continue;
        }
      } else if (apostrophe != 0 && text.letter_at(word.end + apostrophe) != 0 && word.end - at <= 2) {
        at = word.end + apostrophe;
        continue;
      } else if (rules.lower_case && end == at - text.blank_before(at) && end != i &&
                 fold_is_any(text, at, word.end, function_words)) {
        break;
      } else if (!fold_is_any(text, at, word.end, particles)) {
        if (!rules.lower_case || fold_is_any(text, at, word.end, function_words) || ++lower_words > 3) break;
        end = word.end;
      }
      at = word.end > end ? word.end : end;
      const std::size_t blank = text.blank_at(at);
      if (blank == 0) break;
      at += blank;
      continue;
    }
    at = end + text.blank_at(end);
    if (at == end) break;
  }
  return end;
}

std::size_t postcode_and_town_end(const View& text, std::size_t i, bool lower_case) {
  std::size_t at = i;
  constexpr std::string_view prefixes = "FBLDA";
  if (is_upper(text.at(at)) && prefixes.find(text.at(at)) != std::string_view::npos && text.at(at + 1) == '-')
    at += 2;
  if (text.at(at) == 'C' && text.at(at + 1) == 'H' && text.at(at + 2) == '-') at += 3;
  std::size_t code = text.digits_end(at, 6);
  if (code - at == 2 && text.blank_at(code) != 0 && text.digits_end(code + 1, 4) - code - 1 == 3)
    code = text.digits_end(code + 1, 4);  // "75 002"
  const std::size_t digits = code - at;
  if (digits < 4 || digits > 6 || text.word_at(code)) return i;
  const std::size_t blank = text.skip_blanks(code);
  if (blank == code) return i;
  std::size_t end = name_end(text, blank, {false, false, 6});
  if (end == blank) {
    const Word word = lower_case ? word_at(text, blank) : Word{};
    if (word.end < blank + 3) return i;
    end = word.end;
  }
  Folded town;
  town.read(text, blank, end);
  std::size_t next = text.skip_blanks(end);
  const Word cedex = word_at(text, next);
  bool numbered = is_any(town.view(), districts) || town.view().ends_with("cedex");
  if (next > end && cedex.end - next == 5 && fold_is_any(text, next, cedex.end, cedex_word)) {
    end = cedex.end;
    numbered = true;
    next = text.skip_blanks(end);
  }
  if (!numbered || next == end) return end;
  std::size_t number = text.digits_end(next, 3);
  if (number == next || number - next > 2) return end;
  const Word suffix = word_at(text, number);
  if (suffix.end > number && suffix.end - number <= 5 && to_lower(text.at(number)) == 'e')
    number = suffix.end;
  return text.word_at(number) ? end : number;
}

std::size_t town_end(const View& text, std::size_t i, bool lower_case) {
  const std::size_t at = skip_separator(text, i);
  if (at == i) return i;
  if (const std::size_t end = postcode_and_town_end(text, at, lower_case); end != at) return end;
  const std::size_t end = town_first_end(text, at);
  return end == at ? i : end;
}

}  // namespace paravent::detect::scanners
