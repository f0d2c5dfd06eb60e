#include "anonymise/apposed_role.hpp"

#include <algorithm>
#include <array>

#include "anonymise/determiner.hpp"
#include "anonymise/kin.hpp"
#include "text/unicode.hpp"

namespace paravent::anonymise {
namespace {

using knowledge::Sex;

bool starts_with(std::string_view text, std::size_t at, std::string_view what) {
  return text.substr(std::min(at, text.size()), what.size()) == what;
}

std::size_t skip_article(std::string_view text, std::size_t at) {
  for (const std::string_view article : {"la ", "le ", "l’", "l'", "une ", "un "}) {
    if (starts_with(text, at, article)) return at + article.size();
  }
  return at;
}

bool is_definite(std::string_view text, std::size_t at) {
  return starts_with(text, at, "la ") || starts_with(text, at, "le ") || starts_with(text, at, "l’") ||
         starts_with(text, at, "l'");
}

// "coach sportive", "responsable industriel": where the role does not tell the sexes apart, its adjective
// may.
Sex sex_of_adjective(std::string_view text, std::size_t role_end) {
  const std::optional<Word> word = next_word(text, role_end);
  if (!word) return Sex::Unknown;
  const knowledge::Lexeme lexeme = knowledge::look_up(word->folded);
  const bool agrees = lexeme.adjective && !lexeme.other && !lexeme.plural;
  if (!agrees || lexeme.feminine == lexeme.masculine) return Sex::Unknown;
  return lexeme.feminine ? Sex::Feminine : Sex::Masculine;
}

struct Ending {
  std::string_view written;  // folded
  Sex sex;
};
// How nouns of people at work end.
constexpr auto endings = std::to_array<Ending>({{"icien", Sex::Masculine},
                                                {"icienne", Sex::Feminine},
                                                {"teur", Sex::Masculine},
                                                {"trice", Sex::Feminine},
                                                {"eur", Sex::Masculine},
                                                {"euse", Sex::Feminine},
                                                {"eure", Sex::Feminine},
                                                {"logue", Sex::Unknown},
                                                {"iste", Sex::Unknown},
                                                {"graphe", Sex::Unknown},
                                                {"iatre", Sex::Unknown}});

// "Joël, hydraulicien chez …": a job that no table has is told by its ending, and by where it is done.
std::optional<RoleMention> job_at(std::string_view text, std::size_t at) {
  constexpr std::array<std::string_view, 3> places{"chez", "au", "dans"};
  const std::optional<Word> noun = word_from(text, at);
  const std::optional<Word> next = noun ? next_word(text, noun->end) : std::nullopt;
  if (!next || text::is_upper(text::decode_at(text, at).value)) return std::nullopt;
  if (!is_one_of(places, next->folded) && text.substr(next->begin, next->end - next->begin) != "à")
    return std::nullopt;
  const auto ending = std::find_if(endings.begin(), endings.end(), [&noun](const Ending& row) {
    return noun->folded.size() > row.written.size() + 2 && noun->folded.ends_with(row.written);
  });
  const knowledge::Lexeme lexeme = knowledge::look_up(noun->folded);
  if (ending == endings.end() || lexeme.other || (lexeme.adjective && !lexeme.noun)) return std::nullopt;
  const std::string_view word = text.substr(noun->begin, noun->end - noun->begin);
  return RoleMention{{word, word, {}, ending->sex == Sex::Unknown, {}},
                     noun->begin,
                     noun->end,
                     ending->sex == Sex::Feminine,
                     ending->sex == Sex::Masculine};
}

}  // namespace

bool read_apposed_role(std::string_view text, std::size_t at, Introduction& out) {
  std::size_t role_begin = skip_article(text, at);
  const std::optional<Word> first = word_from(text, at);
  const bool possessive = first && is_possessive(first->folded);
  if (possessive) role_begin = skip_blanks(text, first->end);
  const bool determined = role_begin > at;
  const std::size_t noun = skip_adjectives(text, role_begin);
  auto role = role_at(text, noun);
  if (!role && determined) role = kin_at(text, noun);
  if (!role && !determined && noun == at) role = job_at(text, noun);
  if (!role) return false;
  out.role = *role;
  out.end = role->end;
  const Determiner* determiner = determined ? determiner_before(text, noun) : nullptr;
  if (determiner != nullptr) out.sex = sex_before(text, *determiner, *role);
  if (out.sex == Sex::Unknown && role->role.epicene) out.sex = sex_of_adjective(text, role->end);
  if (possessive) out.possessed = text.substr(at, role->end - at);
  out.definite = is_definite(text, at);
  out.adjectives = text.substr(role_begin, noun - role_begin);
  return true;
}

}  // namespace paravent::anonymise
