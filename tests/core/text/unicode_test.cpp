#include "text/unicode.hpp"

#include <gtest/gtest.h>

#include "core/text/random_text.hpp"

namespace paravent::text {
namespace {

bool is_surrogate(char32_t c) {
  return c >= 0xD800 && c <= 0xDFFF;
}

TEST(Unicode, EveryCodePointComesBackFromUtf8) {
  for (char32_t c = 0; c <= 0x10FFFF; ++c) {
    if (is_surrogate(c)) continue;
    std::string bytes;
    append_utf8(bytes, c);
    const Codepoint read = decode_at(bytes, 0);
    ASSERT_TRUE(read.valid && read.value == c && read.size == bytes.size()) << static_cast<unsigned>(c);
    const Codepoint before = decode_before(bytes, bytes.size());
    ASSERT_TRUE(before.valid && before.value == c && before.size == bytes.size()) << static_cast<unsigned>(c);
  }
}

TEST(Unicode, WhatIsNoCodePointIsWrittenAsTheReplacementCharacter) {
  for (const char32_t c : {char32_t{0xD800}, char32_t{0xDFFF}, char32_t{0x110000}}) {
    std::string bytes;
    append_utf8(bytes, c);
    EXPECT_EQ(bytes, "\uFFFD");
  }
}

TEST(Unicode, EachIllFormedByteIsReadAlone) {
  for (const std::string_view bytes : {"\x80", "\xBF", "\xC0\xAF", "\xC1\x81", "\xE0\x9F\xBF", "\xED\xA0\x80",
                                       "\xF0\x8F\xBF\xBF", "\xF4\x90\x80\x80", "\xF5\x80\x80\x80", "\xFF",
                                       "\xC3", "\xE2\x82", "\xF0\x9F\x98", "\xC3x", "\xE2\x82x"}) {
    const Codepoint c = decode_at(bytes, 0);
    EXPECT_FALSE(c.valid);
    EXPECT_EQ(c.value, char32_t{0xFFFD});
    EXPECT_EQ(c.size, 1);
    EXPECT_EQ(first_invalid_utf8(bytes), 0U);
  }
}

TEST(Unicode, ReadingPastTheEndOrBeforeTheStartGivesSizeZero) {
  EXPECT_EQ(decode_at("a", 1).size, 0);
  EXPECT_EQ(decode_at("", 0).size, 0);
  EXPECT_EQ(decode_before("a", 0).size, 0);
}

TEST(Unicode, ReadingBackwardsVisitsTheSamePlacesAsReadingForwards) {
  RandomText random(1);
  for (int round = 0; round < 3000; ++round) {
    const std::string text = random.any(random.below(30));
    std::vector<std::size_t> forwards;
    for (std::size_t at = 0; at < text.size(); at += decode_at(text, at).size) forwards.push_back(at);
    std::vector<std::size_t> backwards;
    for (std::size_t at = text.size(); at > 0;) {
      at -= decode_before(text, at).size;
      backwards.insert(backwards.begin(), at);
    }
    ASSERT_EQ(forwards, backwards);
  }
}

TEST(Unicode, TheFirstInvalidByteIsFound) {
  EXPECT_EQ(first_invalid_utf8(""), std::string_view::npos);
  EXPECT_EQ(first_invalid_utf8("été 👩 fin"), std::string_view::npos);
  EXPECT_EQ(first_invalid_utf8("\xC3\xA9t\xE9"), 3U);
}

struct Known {
  char32_t c;
  bool letter, upper, lower, space, word;
};

TEST(Unicode, ClassesAgreeWithKnownFacts) {
  constexpr Known kKnown[] = {
      {U'a', true, false, true, false, true},       {U'Z', true, true, false, false, true},
      {U'É', true, true, false, false, true},       {U'œ', true, false, true, false, true},
      {U'ǅ', true, true, false, false, true},       {U'ª', true, false, false, false, true},
      {U'Ж', true, true, false, false, true},       {U'א', true, false, false, false, true},
      {U'語', true, false, false, false, true},     {0x0301, true, false, false, false, true},
      {0x20000, true, false, false, false, true},   {0x1D49C, true, true, false, false, true},
      {0xE0101, true, false, false, false, true},   {U'7', false, false, false, false, true},
      {U'٣', false, false, false, false, true},     {U'²', false, false, false, false, false},
      {U'_', false, false, false, false, false},    {U'-', false, false, false, false, false},
      {U'’', false, false, false, false, false},    {U' ', false, false, false, true, false},
      {U'\t', false, false, false, true, false},    {0xA0, false, false, false, true, false},
      {0x202F, false, false, false, true, false},   {0x3000, false, false, false, true, false},
      {U'\n', false, false, false, false, false},   {U'\r', false, false, false, false, false},
      {0x2028, false, false, false, false, false},  {0x200D, false, false, false, false, false},
      {0xAD, false, false, false, false, false},    {0x1F469, false, false, false, false, false},
      {0xFFFD, false, false, false, false, false},  {0x10FFFF, false, false, false, false, false},
      {0x110000, false, false, false, false, false}};
  for (const Known& known : kKnown) {
    SCOPED_TRACE(static_cast<unsigned>(known.c));
    EXPECT_EQ(is_letter(known.c), known.letter);
    EXPECT_EQ(is_upper(known.c), known.upper);
    EXPECT_EQ(is_lower(known.c), known.lower);
    EXPECT_EQ(is_space(known.c), known.space);
    EXPECT_EQ(is_word(known.c), known.word);
  }
  EXPECT_TRUE(is_digit(U'0') && is_digit(U'9'));
  EXPECT_FALSE(is_digit(U'٣') || is_digit(U'²') || is_digit(U'/') || is_digit(U':'));
}

TEST(Unicode, CaseMappingsAgreeWithKnownFacts) {
  constexpr std::pair<char32_t, char32_t> kPairs[] = {{U'A', U'a'}, {U'É', U'é'}, {U'Œ', U'œ'}, {U'Ÿ', U'ÿ'},
                                                      {U'Ł', U'ł'}, {U'Ж', U'ж'}, {U'Σ', U'σ'}, {U'Ạ', U'ạ'},
                                                      {U'Ⱥ', U'ⱥ'}, {U'𐐀', U'𐐨'}};
  for (const auto& [upper, lower] : kPairs) {
    EXPECT_EQ(to_lower(upper), lower);
    EXPECT_EQ(to_lower(lower), lower);
    EXPECT_EQ(to_upper(lower), upper);
    EXPECT_EQ(to_upper(upper), upper);
  }
  EXPECT_EQ(to_lower(U'İ'), U'i');
  EXPECT_EQ(to_upper(U'ß'), U'ß');  // its upper case is two letters: no simple mapping
  for (const char32_t c : {U'×', U'÷', U'語', U'1', U'@', U'[', U'`', U'{'}) {
    EXPECT_EQ(to_lower(c), c);
    EXPECT_EQ(to_upper(c), c);
  }
}

TEST(Fold, GivesTheFormTheTablesKnow) {
  constexpr std::pair<std::string_view, std::string_view> kCases[] = {
      {"", ""},
      {"Abc-9_'", "abc-9_'"},
      {"ÉLÉONORE", "eleonore"},
      {"e\u0301LE\u0301", "ele"},
      {"Noël", "noel"},
      {"L’été ‘là’ aʼ", "l'ete 'la' a'"},
      {"Œuvre CŒUR", "oeuvre coeur"},
      {"ÆTHER æ", "aether ae"},
      {"Straße STRAẞE", "strasse strasse"},
      {"Søren Ø", "soren o"},
      {"Łódź", "lodz"},
      {"Đorđe", "dorde"},
      {"Guðrún Þóra", "gudrun thora"},
      {"Işık İzmir", "isik izmir"},
      {"Nguyễn", "nguyen"},
      {"Jean\u2011Yves", "jean-yves"},
      {"a\u00ADb\u200Dc\uFEFFd\u2060e\u200Ef\u202B", "abcdef"},
      {"ＣＬＡＩＲＥ ｃｌａｉｒｅ", "claire claire"},
      {"ﬁn", "fin"},
      {"ЖАННА", "жанна"},
      {"Йод И\u0306од", "иод иод"},
      {"ΟΔΟΣ οδος", "οδοσ οδοσ"},
      {"語 👩", "語 👩"},
  };
  for (const auto& [word, folded] : kCases) EXPECT_EQ(fold(word), folded) << word;
}

TEST(Fold, KeepsLettersThatDifferApart) {
  EXPECT_NE(fold("pêche"), fold("poche"));
  EXPECT_NE(fold("ж"), fold("з"));
  EXPECT_NE(fold("n°"), fold("no"));
  EXPECT_NE(fold("a b"), fold("ab"));
  EXPECT_NE(fold("a\xE9"), fold("a\xE8"));  // ill-formed bytes are kept
}

TEST(Fold, NeverLengthensAndFoldingTwiceChangesNothing) {
  for (char32_t c = 0; c <= 0x10FFFF; ++c) {
    if (is_surrogate(c)) continue;
    std::string bytes;
    append_utf8(bytes, c);
    const std::string folded = fold(bytes);
    ASSERT_LE(folded.size(), bytes.size()) << static_cast<unsigned>(c);
    ASSERT_EQ(fold(folded), folded) << static_cast<unsigned>(c);
    std::string lower;
    append_utf8(lower, to_lower(c));
    ASSERT_EQ(fold(lower), folded) << static_cast<unsigned>(c);
  }
}

TEST(Fold, IntoReplacesWhatWasThereAndReusesItsCapacity) {
  std::string out(100, 'x');
  const char* const place = out.data();
  fold_into("ÉTÉ", out);
  EXPECT_EQ(out, "ete");
  EXPECT_EQ(out.data(), place);
}

}  // namespace
}  // namespace paravent::text
