#include "inflection.hpp"

#include <algorithm>
#include <array>
#include <string_view>

#include "read_tables.hpp"

namespace paravent::data {

namespace {

// What a masculine singular ends in → feminine singular, masculine plural, feminine plural. The first that
// fits counts.
struct Endings {
  std::string_view masculine, feminine, masculine_plural, feminine_plural;
};
constexpr std::array endings{
    Endings{"eux", "euse", "eux", "euses"},
    Endings{"if", "ive", "ifs", "ives"},
    Endings{"teur", "trice", "teurs", "trices"},
    Endings{"eur", "euse", "eurs", "euses"},
    Endings{"ien", "ienne", "iens", "iennes"},
    Endings{"éen", "éenne", "éens", "éennes"},
    Endings{"al", "ale", "aux", "ales"},
    Endings{"el", "elle", "els", "elles"},
    Endings{"er", "ère", "ers", "ères"},
    Endings{"e", "e", "es", "es"},
    Endings{"s", "se", "s", "ses"},
    Endings{"x", "x", "x", "x"},
    Endings{"", "e", "s", "es"},
};

bool ends_with(std::string_view word, std::string_view ending) {
  return word.size() >= ending.size() && word.substr(word.size() - ending.size()) == ending;
}

struct Number {
  bool feminine, plural;
};

std::string agreeing(const std::string& word, Number number) {
  const auto* row = std::find_if(endings.begin(), endings.end(),
                                 [&](const Endings& each) { return ends_with(word, each.masculine); });
  const std::string stem = word.substr(0, word.size() - row->masculine.size());
  if (number.feminine) return stem + std::string(number.plural ? row->feminine_plural : row->feminine);
  return stem + std::string(number.plural ? row->masculine_plural : row->masculine);
}

std::string plural(const std::string& word) {
  if (ends_with(word, "s") || ends_with(word, "x") || ends_with(word, "z")) return word;
  return word + (ends_with(word, "eau") ? "x" : "s");
}

std::string form_of(const std::string& phrase, Number number) {
  std::string out;
  for (const std::string& word : split(phrase, ' ')) {
    if (!out.empty()) out += ' ';
    const std::string bare = word.substr(0, word.size() - 1);
    if (ends_with(word, "*")) {
      out += agreeing(bare, number);
    } else if (ends_with(word, "+")) {
      out += number.plural ? plural(bare) : bare;
    } else {
      out += word;
    }
  }
  return out;
}

}  // namespace

std::vector<std::string> inflected(const std::string& phrase) {
  std::vector<std::string> out;
  for (const Number number : {Number{false, false}, {true, false}, {false, true}, {true, true}}) {
    std::string form = form_of(phrase, number);
    if (std::find(out.begin(), out.end(), form) == out.end()) out.push_back(std::move(form));
  }
  return out;
}

}  // namespace paravent::data
