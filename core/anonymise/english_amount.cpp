#include "anonymise/english_amount.hpp"

#include <algorithm>
#include <array>

#include "anonymise/reading.hpp"

namespace paravent::anonymise {
namespace {

bool is_digit(std::string_view text, std::size_t at) {
  return at < text.size() && text[at] >= '0' && text[at] <= '9';
}

struct Scale {
  std::string_view written;
  std::uint64_t factor;
};
constexpr std::uint64_t thousand = 1'000;
constexpr std::uint64_t million = 1'000'000;
constexpr std::uint64_t billion = 1'000'000'000;
// Longer ones before those that they start with.
constexpr std::array scales{Scale{" thousand", thousand}, Scale{" million", million},
                            Scale{" billion", billion},   Scale{"million", million},
                            Scale{"bn", billion},         Scale{"mn", million},
                            Scale{"m", million},          Scale{"M", million},
                            Scale{"k", thousand},         Scale{"K", thousand}};
constexpr std::array<std::string_view, 8> currencies{" pounds", " euros", " dollars", " GBP",
                                                     " EUR",    " USD",   "€",        " €"};

bool starts_with_word(std::string_view text, std::string_view word) {
  return text.starts_with(word) && !word_from(text, word.size());
}

std::string_view sign_before(std::string_view text, std::size_t at) {
  for (const std::string_view sign : {"£", "$", "€"}) {
    if (text.substr(0, at).ends_with(sign)) return text.substr(at - sign.size(), sign.size());
  }
  return {};
}

bool counts_people(std::string_view folded) {
  constexpr std::array<std::string_view, 8> nouns{"employees", "staff",  "workers",  "volunteers",
                                                  "members",   "pupils", "students", "salespeople"};
  return std::find(nouns.begin(), nouns.end(), folded) != nouns.end();
}

// The number at `at` in thousandths of one, and where it ends.
struct Number {
  std::uint64_t thousandths = 0;
  std::size_t end = 0;
};

Number number_at(std::string_view text, std::size_t at) {
  constexpr std::size_t most_digits = 12;
  std::uint64_t whole = 0;
  std::size_t digits = 0;
  for (;;) {
    for (; is_digit(text, at) && digits <= most_digits; ++at, ++digits) {
      whole = whole * 10 + static_cast<std::uint64_t>(text[at] - '0');
    }
    const bool goes_on = at < text.size() && text[at] == ',' && is_digit(text, at + 1) &&
                         is_digit(text, at + 2) && is_digit(text, at + 3) && !is_digit(text, at + 4);
    if (!goes_on || digits > most_digits) break;
    ++at;
  }
  Number out{whole * thousand, at};
  if (at >= text.size() || text[at] != '.' || !is_digit(text, at + 1)) return out;
  ++at;
  for (std::uint64_t place = thousand / 10; is_digit(text, at); ++at, place /= 10) {
    out.thousandths += place * static_cast<std::uint64_t>(text[at] - '0');
  }
  out.end = at;
  return out;
}

std::string in_figures(std::uint64_t value) {
  std::string digits = std::to_string(value);
  for (std::size_t at = digits.size(); at > 3;) {
    at -= 3;
    digits.insert(at, ",");
  }
  return digits;
}

}  // namespace

std::optional<Amount> english_amount_at(std::string_view text, std::size_t at) {
  if (!is_digit(text, at)) return std::nullopt;
  const Number number = number_at(text, at);
  if (is_digit(text, number.end)) return std::nullopt;
  Amount out;
  out.sign = sign_before(text, at);
  out.begin = at - out.sign.size();
  std::size_t end = number.end;
  for (const Scale& scale : scales) {
    if (!starts_with_word(text.substr(end), scale.written)) continue;
    out.factor = scale.factor;
    end += scale.written.size();
    break;
  }
  const auto currency = std::find_if(currencies.begin(), currencies.end(), [&](std::string_view word) {
    return starts_with_word(text.substr(end), word);
  });
  out.value = number.thousandths * out.factor / thousand;
  if (!out.sign.empty() || currency != currencies.end()) {
    if (out.sign.empty()) end += currency->size();
    out.end = end;
    out.unit = text.substr(number.end, end - number.end);
    // What follows a number right away is a part of it: "$3a".
    return word_from(text, end) ? std::nullopt : std::optional(out);
  }
  const std::size_t next = skip_blanks(text, number.end);
  const std::optional<Word> noun = next > number.end ? word_from(text, next) : std::nullopt;
  if (out.factor != 1 || !noun || !counts_people(noun->folded)) return std::nullopt;
  out.end = number.end;
  return out;
}

std::string in_round_english(const Amount& amount, bool determined) {
  if (determined && !is_money(amount)) return {};
  const std::uint64_t round = round_value(amount);
  // "£0.7 million" has no round number of millions.
  const bool scaled = round >= amount.factor;
  std::string_view unit = amount.unit;
  if (!scaled) {
    const auto scale = std::find_if(scales.begin(), scales.end(),
                                    [unit](const Scale& one) { return unit.starts_with(one.written); });
    if (scale != scales.end()) unit.remove_prefix(scale->written.size());
  }
  std::string figures = std::string(amount.sign) + in_figures(scaled ? round / amount.factor : round);
  figures += unit;
  return determined ? figures + "-plus" : "more than " + figures;
}

}  // namespace paravent::anonymise
