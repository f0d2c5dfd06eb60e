// Lists of words (or phrases) that are asked for every number of a note: nearly all askings are answered "no"
// by two letters, and the others compare the few words that share one.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <span>
#include <string_view>
#include <utility>

#include "detect/scanners/view.hpp"

namespace paravent::detect::scanners {

// Characters count by their low five bits: a word may be compared for nothing, but none is missed.
constexpr unsigned letter_key(char c) {
  return static_cast<unsigned char>(c) & 31U;
}

// The two letters at one end of the words of a set, and where the words with such a letter stand in its
// order.
struct LetterIndex {
  std::array<std::uint32_t, 32> pairs{};  // of the outer letter: a bit for each inner one
  std::array<std::uint8_t, 33> first{};   // of the outer letter: its first word

  constexpr void add(char outer, char inner, bool alone) {
    pairs[letter_key(outer)] |= alone ? ~std::uint32_t{0} : std::uint32_t{1} << letter_key(inner);
    for (std::size_t key = letter_key(outer) + 1; key < first.size(); ++key) ++first[key];
  }
  constexpr bool has(char outer, char inner) const {
    return (pairs[letter_key(outer)] >> letter_key(inner)) & 1U;
  }
};

// Whether words may start at `i`, before anything is folded: not unless their letters stand there.
inline bool may_start(const View& text, std::size_t i, const LetterIndex& starts) {
  const char a = text.at(i);
  const char b = text.at(i + 1);
  return !is_ascii(a) || !is_ascii(b) || starts.has(to_lower(a), to_lower(b));
}

// A view of a WordSet, whatever its size.
class Words {
 public:
  using List = std::span<const std::string_view>;

  constexpr Words(List by_start, List by_end, const LetterIndex& starts, const LetterIndex& ends)
      : by_start_(by_start.data()), by_end_(by_end.data()), starts_(&starts), ends_(&ends) {}

  constexpr const LetterIndex& starts() const { return *starts_; }

  // The words that the text may start (end) with, in the order of the set.
  constexpr List starting(std::string_view text) const {
    if (text.empty() || !starts_->has(text[0], text.size() > 1 ? text[1] : '\0')) return {};
    return part(by_start_, *starts_, text[0]);
  }
  constexpr List ending(std::string_view text) const {
    if (text.empty() || !ends_->has(text.back(), text.size() > 1 ? text[text.size() - 2] : '\0')) return {};
    return part(by_end_, *ends_, text.back());
  }

 private:
  static constexpr List part(const std::string_view* words, const LetterIndex& index, char letter) {
    const unsigned key = letter_key(letter);
    return {words + index.first[key], words + index.first[key + 1]};
  }

  const std::string_view* by_start_;
  const std::string_view* by_end_;
  const LetterIndex* starts_;
  const LetterIndex* ends_;
};

template <std::size_t N>
class WordSet {
  static_assert(N < 256);

 public:
  template <class... Word>
  constexpr explicit WordSet(Word... words) : by_start_{std::string_view(words)...}, by_end_(by_start_) {
    for (const std::string_view word : by_start_) {
      const std::size_t size = word.size();
      starts_.add(word[0], word[size > 1 ? 1 : 0], size == 1);
      ends_.add(word[size - 1], word[size > 1 ? size - 2 : 0], size == 1);
    }
    sort(by_start_, [](std::string_view word) { return letter_key(word.front()); });
    sort(by_end_, [](std::string_view word) { return letter_key(word.back()); });
  }
  constexpr operator Words() const { return {by_start_, by_end_, starts_, ends_}; }

 private:
  using Array = std::array<std::string_view, N>;

  template <class Key>
  static constexpr void sort(Array& words, Key key) {  // by insertion: keeps the order of equal keys
    for (std::size_t i = 1; i < N; ++i) {
      for (std::size_t k = i; k > 0 && key(words[k]) < key(words[k - 1]); --k)
        std::swap(words[k], words[k - 1]);
    }
  }

  Array by_start_;
  Array by_end_;
  LetterIndex starts_;
  LetterIndex ends_;
};
template <class... Word>
WordSet(Word...) -> WordSet<sizeof...(Word)>;

}  // namespace paravent::detect::scanners
