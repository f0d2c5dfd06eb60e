#include "anonymise/english_amount.hpp"

#include <algorithm>
#include <array>

#include "anonymise/reading.hpp"
#include "anonymise/written_number.hpp"

namespace paravent::anonymise {
namespace {

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

}  // namespace

std::optional<Amount> english_amount_at(std::string_view text, std::size_t at) {
  if (!is_digit_at(text, at)) return std::nullopt;
  const WrittenNumber number = written_number_at(text, at, english_figures);
  if (is_digit_at(text, number.end)) return std::nullopt;
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
  std::string figures =
      std::string(amount.sign) + in_figures(scaled ? round / amount.factor : round, english_figures);
  figures += unit;
  return determined ? figures + "-plus" : "more than " + figures;
}

}  // namespace paravent::anonymise
