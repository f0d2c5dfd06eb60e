#include "anonymise/name_title.hpp"

#include "text/unicode.hpp"

namespace paravent::anonymise {
namespace {

using knowledge::Sex;

struct Title {
  std::string_view article;
  std::string_view noun;  // folded
  Sex sex;
};

template <std::size_t N>
std::optional<Title> title_before(const std::array<Title, N>& titles, const std::vector<Word>& words) {
  if (words.size() < 2) return std::nullopt;
  for (const Title& title : titles) {
    if (title.noun == words.back().folded && title.article == words.front().folded) return title;
  }
  return std::nullopt;
}

std::vector<Word> two_words_before(std::string_view text, std::size_t at) {
  const std::size_t end = skip_blanks_back(text, at, 0);
  return end == at ? std::vector<Word>() : words_back(text, end, 2, 0);
}

}  // namespace

std::optional<Civility> clerical_title_before(std::string_view text, std::size_t at) {
  constexpr std::array titles{Title{"le", "pere", Sex::Masculine},   Title{"du", "pere", Sex::Masculine},
                              Title{"au", "pere", Sex::Masculine},   Title{"le", "frere", Sex::Masculine},
                              Title{"du", "frere", Sex::Masculine},  Title{"au", "frere", Sex::Masculine},
                              Title{"la", "mere", Sex::Feminine},    Title{"la", "soeur", Sex::Feminine},
                              Title{"l", "abbe", Sex::Masculine},    Title{"le", "pasteur", Sex::Unknown},
                              Title{"le", "rabbin", Sex::Masculine}, Title{"l", "imam", Sex::Masculine}};
  const std::vector<Word> words = two_words_before(text, at);
  const auto title = title_before(titles, words);
  return title ? std::optional(Civility{words.back().begin, title->sex}) : std::nullopt;
}

std::optional<Civility> certain_before(std::string_view text, std::size_t at) {
  constexpr std::array titles{Title{"un", "certain", Sex::Masculine},
                              Title{"une", "certaine", Sex::Feminine}};
  const std::vector<Word> words = two_words_before(text, at);
  const auto title = title_before(titles, words);
  return title ? std::optional(Civility{words.front().begin, title->sex}) : std::nullopt;
}

}  // namespace paravent::anonymise
