#include "anonymise/name_line.hpp"

#include <cstdint>

#include "knowledge/lexicon.hpp"
#include "markdown/front_matter.hpp"
#include "text/unicode.hpp"

namespace paravent::anonymise {
namespace {

constexpr std::uint8_t frequent_given_name = 8;  // as knowledge::Lexeme counts: 4 000 births and more
constexpr std::size_t shortest_word = 3;         // letters; shorter ones stand in too many names by chance

// A word that names someone or something, and nothing else: it gets back the capital that a file name lost.
// Words of three letters are abbreviations as often ("dev", "fin"): only given names that many bear.
bool is_only_a_name(const NameWord& word) {
  const knowledge::Lexeme lexeme = knowledge::look_up(word.folded);
  if (lexeme.word()) return false;
  if (word.letters <= shortest_word) return lexeme.given >= frequent_given_name;
  return lexeme.given > 0 || lexeme.surname > 0 || lexeme.place > 0;
}

// "claire" beside "dupont": a word of every day that many are called by.
bool is_called_so(const NameWord& word) {
  return knowledge::look_up(word.folded).given >= frequent_given_name;
}

bool gets_capital(const std::vector<NameWord>& words, std::size_t at) {
  if (is_only_a_name(words[at])) return true;
  const bool beside_name =
      (at > 0 && is_only_a_name(words[at - 1])) || (at + 1 < words.size() && is_only_a_name(words[at + 1]));
  return beside_name && is_called_so(words[at]);
}

// What joins two words of a file name, where a sentence has a space.
bool joins_words(std::string_view name, std::size_t at) {
  const char c = name[at];
  if (c == '_') return true;
  if (c != '-' && c != '.') return false;
  const auto before = text::decode_before(name, at);
  const auto after = text::decode_at(name, at + 1);
  if (c == '-') return text::is_letter(before.value) || text::is_letter(after.value);
  // "claire.dupont", but "C.D." and "12.03.2024" as they are.
  return text::is_letter(before.value) && at > before.size &&
         text::is_letter(text::decode_before(name, at - before.size).value);
}

}  // namespace

std::vector<NameWord> name_words(std::string_view text) {
  std::vector<NameWord> out;
  std::size_t begin = 0;
  std::size_t letters = 0;
  for (std::size_t at = 0; at <= text.size();) {
    const text::Codepoint point = text::decode_at(text, at);
    if (point.size > 0 && text::is_letter(point.value)) {
      if (letters++ == 0) begin = at;
    } else if (letters > 0) {
      out.push_back({text::fold(text.substr(begin, at - begin)), text::range(begin, at), letters});
      letters = 0;
    }
    at += point.size > 0 ? point.size : 1;
  }
  return out;
}

std::string as_line(std::string_view name) {
  std::string out;
  std::size_t done = 0;
  const auto copy_to = [&](std::size_t end) {
    const bool address = name.find('@') != std::string_view::npos;
    for (; done < end; ++done) {
      const bool plain = static_cast<unsigned char>(name[done]) >= 0x80 ||
                         text::is_word(static_cast<unsigned char>(name[done])) ||
                         std::string_view("-.'@+").find(name[done]) != std::string_view::npos;
      const bool space = !plain || (!address && joins_words(name, done));
      if (!space || (!out.empty() && out.back() != ' ')) out += space ? ' ' : name[done];
    }
  };
  const std::vector<NameWord> words = name_words(name);
  for (std::size_t i = 0; i < words.size(); ++i) {
    const NameWord& word = words[i];
    copy_to(word.range.begin.value);
    if (gets_capital(words, i)) {
      const text::Codepoint first = text::decode_at(name, done);
      text::append_utf8(out, text::to_upper(first.value));
      done += first.size;
    }
    copy_to(word.range.end.value);
  }
  copy_to(name.size());
  return out;
}

WithLines with_lines(std::span<const std::string> names, std::string_view note) {
  const std::size_t front_matter = markdown::front_matter_size(note);
  WithLines out{std::string(note.substr(0, front_matter)), {}, 0};
  for (const std::string& name : names) {
    out.text += "\n\n";
    const std::size_t begin = out.text.size();
    out.text += as_line(name);
    out.lines.push_back(text::range(begin, out.text.size()));
  }
  out.text += "\n\n";
  out.end_of_lines = out.text.size();
  out.text += note.substr(front_matter);
  return out;
}

}  // namespace paravent::anonymise
