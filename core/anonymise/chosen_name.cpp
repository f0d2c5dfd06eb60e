#include "anonymise/chosen_name.hpp"

#include <algorithm>
#include <span>
#include <unordered_set>

#include "anonymise/fictitious_names.hpp"
#include "anonymise/letter_case.hpp"
#include "anonymise/reading.hpp"
#include "detect/fictitious_form.hpp"
#include "knowledge/phrases.hpp"
#include "text/unicode.hpp"

namespace paravent::anonymise {
namespace {

using knowledge::PhraseKind;
using Because = Objection::Because;

// "Vauremelle" of "VAUREMELLE", "Alquintal-Barlhosa" of "alquintal-barlhosa".
std::string with_capitals(std::string_view words) {
  std::string out;
  bool starts = true;
  for (std::size_t at = 0; at < words.size();) {
    const text::Codepoint c = text::decode_at(words, at);
    text::append_utf8(out, starts ? text::to_upper(c.value) : text::to_lower(c.value));
    starts = !text::is_word(c.value);
    at += c.size;
  }
  return out;
}

bool has_capital(std::string_view word) {
  return !text::is_lower(text::decode_at(word, 0).value);
}

// The words of real names, folded: "de" of "Lucas de Brenne" names nobody.
std::unordered_set<std::string> words_of_names(const std::vector<std::string>& names) {
  std::unordered_set<std::string> out;
  for (const std::string& name : names) {
    const bool small = std::none_of(name.begin(), name.end(), [](char c) { return c >= 'A' && c <= 'Z'; });
    for (std::size_t at = 0; at < name.size();) {
      const std::optional<Word> word = word_from(name, at);
      // An initial is everybody's.
      const bool tells = word && word->folded.size() > 1;
      if (tells && (small || has_capital(std::string_view(name).substr(at)))) out.insert(word->folded);
      at = word ? word->end : at + text::decode_at(name, at).size;
    }
  }
  return out;
}

// The first word of `typed` that is among them, as it was typed.
std::string first_among(std::string_view typed, const std::unordered_set<std::string>& words) {
  for (std::size_t at = 0; at < typed.size();) {
    const std::optional<Word> word = word_from(typed, at);
    if (word && words.contains(word->folded)) return std::string(typed.substr(at, word->end - at));
    at = word ? word->end : at + text::decode_at(typed, at).size;
  }
  return {};
}

bool is_author(std::string_view typed) {
  const std::vector<std::string> words = folded_words(typed);
  const std::vector<std::string_view> views(words.begin(), words.end());
  for (std::size_t nth = 0;; ++nth) {
    const auto phrase = knowledge::whole_phrase(views, nth);
    if (!phrase) return false;
    if (phrase->kind == PhraseKind::Author) return true;
  }
}

std::unordered_set<std::string> words_of_surnames(const std::vector<std::string>& invented) {
  std::unordered_set<std::string> out;
  for (const std::string& name : invented) {
    for (std::string& word : folded_words(detect::surname_in(name))) out.insert(std::move(word));
  }
  return out;
}

}  // namespace

std::optional<std::string> as_invented_name(std::string_view typed) {
  if (!detect::is_fictitious_form(typed)) return std::nullopt;
  const std::string_view surname = detect::surname_in(typed);
  const std::optional<Word> first = word_from(typed, 0);
  if (surname.size() == typed.size() || !first) return with_capitals(typed);
  return with_capitals(typed.substr(0, first->end)) + ' ' + with_capitals(surname);
}

std::string with_other_half(std::string_view typed, std::string_view present) {
  const std::string_view surname = detect::surname_in(present);
  const std::optional<Word> first = word_from(typed, 0);
  const bool is_given =
      first && first->end == typed.size() && knowledge::look_up(first->folded).fictitious_given;
  if (is_given) return std::string(typed).append(" ").append(surname);
  if (!detect::is_fictitious_form(typed) || detect::surname_in(typed) != typed) return std::string(typed);
  return std::string(present.substr(0, present.size() - surname.size())).append(typed);
}

std::optional<Objection> objection_to(std::string_view typed, const NamesInUse& used) {
  if (std::string word = first_among(typed, words_of_names(used.real)); !word.empty()) {
    return Objection{Because::RealName, std::move(word)};
  }
  const std::optional<std::string> name = as_invented_name(typed);
  if (!name) return Objection{is_author(typed) ? Because::Author : Because::NotReserved, std::string(typed)};
  std::string word = first_among(detect::surname_in(*name), words_of_surnames(used.invented));
  if (!word.empty()) return Objection{Because::OtherAlias, std::move(word)};
  return std::nullopt;
}

std::string name_instead_of(std::string_view typed, std::string_view real_name, knowledge::Sex sex,
                            const NamesInUse& used) {
  FictitiousNames names;
  for (const std::string& real : used.real) names.avoid(real);
  for (const std::string& invented : used.invented) names.avoid(detect::surname_in(invented));
  std::string out = names.next(real_name, sex);
  const std::optional<Word> first = word_from(typed, 0);
  if (!first || !knowledge::look_up(first->folded).fictitious_given) return out;
  std::string kept = with_capitals(typed.substr(0, first->end));
  if (words_of_names(used.real).contains(first->folded)) return out;
  return kept.append(" ").append(detect::surname_in(out));
}

}  // namespace paravent::anonymise
