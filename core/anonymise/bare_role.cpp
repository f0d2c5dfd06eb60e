#include "anonymise/bare_role.hpp"

#include <algorithm>

#include "anonymise/determiner.hpp"
#include "anonymise/role_complement.hpp"

namespace paravent::anonymise {
namespace {

using knowledge::Sex;

// Where the sentence starts that has no mark up to `end`; `end` where it is farther off.
std::size_t sentence_start(const Note& note, std::size_t end) {
  constexpr std::size_t longest = 90;
  const std::string_view text = note.text();
  const std::size_t earliest = end - std::min(end, longest);
  const std::string_view before = text.substr(earliest, end - earliest);
  const std::size_t stop = before.find_last_of(",.;:!?()[]|\"\r\n#>*_");
  if (stop == std::string_view::npos && earliest > 0) return end;
  std::size_t begin = stop == std::string_view::npos ? earliest : earliest + stop + 1;
  begin = skip_blanks(text, begin);
  if (text.substr(begin).starts_with("- ")) begin = skip_blanks(text, begin + 1);
  return begin < end && note.at_sentence_start(begin) ? begin : end;
}

// The sentence goes on with what the person does.
bool goes_on(std::string_view text, std::size_t name_end) {
  const std::size_t next = skip_blanks(text, name_end);
  const std::optional<Word> word = next == name_end ? std::nullopt : word_from(text, next);
  return word && word->folded != "et" && word->folded != "ou";
}

Sex sex_of_adjective(std::string_view text, std::size_t begin, std::size_t noun) {
  const std::optional<Word> first = begin < noun ? word_from(text, begin) : std::nullopt;
  if (!first) return Sex::Unknown;
  const knowledge::Lexeme lexeme = knowledge::look_up(first->folded);
  if (lexeme.feminine == lexeme.masculine) return Sex::Unknown;
  return lexeme.feminine ? Sex::Feminine : Sex::Masculine;
}

}  // namespace

std::optional<Introduction> bare_role_before(const Note& note, const NameSpan& name) {
  const std::string_view text = note.text();
  const std::size_t left = skip_blanks_back(text, name.begin, 0);
  if (left == 0 || text[left - 1] != ',' || !goes_on(text, name.end)) return std::nullopt;
  const std::size_t end = left - 1;
  const std::size_t begin = sentence_start(note, end);
  if (begin == end) return std::nullopt;
  const std::size_t noun = skip_adjectives(text, begin);
  const auto role = role_at(text, noun);
  if (!role || role->end > end) return std::nullopt;
  if (role->end < end && !is_completed(note, name.index, *role, end)) return std::nullopt;
  Introduction out;
  out.shape = Introduction::Shape::BareRole;
  out.name = name.index;
  out.role = *role;
  out.begin = end;
  out.end = name.end;
  out.phrase_begin = begin;
  out.sex = sex_of_adjective(text, begin, noun);
  return out;
}

}  // namespace paravent::anonymise
