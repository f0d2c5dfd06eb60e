// Texts that are hard to count: seeded, so that a failure comes back.
#pragma once

#include <random>
#include <string>
#include <string_view>

#include "text/unicode.hpp"

namespace paravent::text {

class RandomText {
 public:
  explicit RandomText(unsigned seed) : engine_(seed) {}

  std::size_t below(std::size_t n) { return n == 0 ? 0 : engine_() % n; }

  // `pieces` pieces: ASCII, accents, combining marks, a ZWJ emoji, astral letters, line ends of all kinds.
  std::string valid(std::size_t pieces) { return drawn(pieces, 16); }
  // The same, with bytes that are no UTF-8 between them.
  std::string any(std::size_t pieces) { return drawn(pieces, kPieces); }

 private:
  static constexpr std::size_t kPieces = 22;

  std::string drawn(std::size_t pieces, std::size_t kinds) {
    using namespace std::string_view_literals;
    static constexpr std::string_view kPiece[kPieces] = {"a",
                                                         "Z ",
                                                         "mot",
                                                         "é",
                                                         "œ",
                                                         "’",
                                                         "e\u0301",
                                                         "\u0308",
                                                         "👩\u200D👩\u200D👧",
                                                         "𝒜",
                                                         "\U00020000",
                                                         "\n",
                                                         "\r\n",
                                                         "\r",
                                                         "\t",
                                                         "\uFEFF",
                                                         "\xE2\x82"sv,
                                                         "\x80",
                                                         "\xF0\x9F",
                                                         "\xED\xA0\x80",
                                                         "\xC0\xAF",
                                                         "\xFF"};
    std::string out;
    for (std::size_t i = 0; i < pieces; ++i) out += kPiece[below(kinds)];
    return out;
  }

  std::mt19937 engine_;
};

}  // namespace paravent::text
