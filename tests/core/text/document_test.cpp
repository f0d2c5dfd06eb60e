#include "text/document.hpp"

#include <gtest/gtest.h>

#include <algorithm>

#include "core/text/random_text.hpp"
#include "core/text/slow_positions.hpp"

namespace paravent::text {
namespace {

Position at(std::uint32_t line, std::uint32_t column) {
  return {LineNumber(line), column};
}

void expect_same_as_fresh(const Document& document, std::size_t step) {
  const LineIndex fresh(document.text());
  ASSERT_EQ(document.lines().line_count(), fresh.line_count());
  for (std::size_t offset = 0; offset <= document.text().size(); offset += step) {
    for (const PositionEncoding encoding : kEncodings) {
      const Position expected = fresh.position(ByteOffset(offset), document.text(), encoding);
      ASSERT_EQ(document.lines().position(ByteOffset(offset), document.text(), encoding), expected);
      ASSERT_EQ(document.lines().offset(expected, document.text(), encoding),
                fresh.offset(expected, document.text(), encoding));
    }
  }
}

// One random change, made to the document by positions and to `plain` by bytes.
void change(Document& document, std::string& plain, RandomText& random, const std::string& inserted,
            std::size_t longest, std::int64_t version) {
  const std::vector<SlowPlace> places = slow_places(plain);
  const std::size_t first = random.below(places.size());
  const SlowPlace& begin = places[first];
  const SlowPlace& end = places[std::min(places.size() - 1, first + random.below(longest))];
  const PositionEncoding encoding = kEncodings[random.below(3)];
  const auto edit =
      document.replace({at(begin.line, begin.column(encoding)), at(end.line, end.column(encoding))}, inserted,
                       encoding, version);
  plain.replace(begin.at, end.at - begin.at, inserted);
  ASSERT_TRUE(edit);
  EXPECT_EQ(*edit, (TextEdit{range(begin.at, end.at), inserted}));
  EXPECT_EQ(document.version(), version);
  ASSERT_EQ(document.text(), plain);
}

TEST(Document, IsTheSameAsAFreshOneAfterEveryChange) {
  RandomText random(4);
  for (int round = 0; round < 150; ++round) {
    std::string plain = random.any(random.below(40));
    Document document(plain, 0);
    for (std::int64_t version = 1; version <= 25; ++version) {
      const std::string inserted = random.any(random.below(6));
      ASSERT_NO_FATAL_FAILURE(change(document, plain, random, inserted, 6, version)) << round;
      ASSERT_NO_FATAL_FAILURE(expect_same_as_fresh(document, 1)) << round;
    }
  }
}

TEST(Document, IsTheSameAsAFreshOneWhenLongLinesAreSplitAndJoined) {
  RandomText random(5);
  for (int round = 0; round < 8; ++round) {
    std::string plain;
    while (plain.size() < 30000) {
      std::string line = random.any(1500);
      std::replace(line.begin(), line.end(), '\n', 'n');
      std::replace(line.begin(), line.end(), '\r', 'r');
      plain += line + (random.below(2) == 0 ? "\r" : "\r\n");
    }
    Document document(plain, 0);
    for (std::int64_t version = 1; version <= 40; ++version) {
      const std::string inserted = random.any(random.below(4));
      ASSERT_NO_FATAL_FAILURE(change(document, plain, random, inserted, 4000, version)) << round;
      ASSERT_NO_FATAL_FAILURE(expect_same_as_fresh(document, 97)) << round;
    }
  }
}

struct BorderCase {
  const char* before;
  std::size_t begin, end;
  const char* inserted;
};

TEST(Document, FollowsLineEndsThatAChangeSplitsOrJoins) {
  constexpr BorderCase kCases[] = {{"a\rb", 2, 2, "\n"},   {"a\nb", 1, 1, "\r"},  {"a\r\nb", 1, 2, ""},
                                   {"a\r\nb", 1, 3, "\r"}, {"a\rx\nb", 2, 3, ""}, {"\r", 1, 1, "\n"},
                                   {"\n", 0, 0, "\r"},     {"a\r\n", 0, 3, ""},   {"a\rb\rc", 2, 3, "\n"},
                                   {"\r\r\n", 1, 3, "\n"}, {"a\r\rb", 1, 2, "\n"}};
  for (const BorderCase& border : kCases) {
    std::string text = border.before;
    LineIndex index(text);
    text.replace(border.begin, border.end - border.begin, border.inserted);
    index.replace(range(border.begin, border.end),
                  static_cast<std::uint32_t>(std::string_view(border.inserted).size()), text);
    const LineIndex fresh(text);
    ASSERT_EQ(index.line_count(), fresh.line_count()) << border.before;
    for (std::uint32_t line = 0; line <= fresh.line_count(); ++line) {
      EXPECT_EQ(index.line(LineNumber(line), text), fresh.line(LineNumber(line), text));
    }
  }
}

TEST(Document, ALongLineKeepsItsColumnsWhenItsLoneReturnBecomesAPair) {
  const std::string line(9000, 'x');
  Document document(line + "\r" + line, 1);
  ASSERT_TRUE(document.replace({at(1, 0), at(1, 0)}, "\n", PositionEncoding::Utf16, 2));
  ASSERT_NO_FATAL_FAILURE(expect_same_as_fresh(document, 50));
  ASSERT_TRUE(document.replace({at(0, 9000), at(1, 0)}, "", PositionEncoding::Utf16, 3));
  ASSERT_NO_FATAL_FAILURE(expect_same_as_fresh(document, 50));
}

TEST(Document, ACharacterPastTheEndOfItsLineMeansThatEnd) {
  Document document("ab\ncd", 1);
  ASSERT_TRUE(document.replace({at(0, 99), at(0, 99)}, "!", PositionEncoding::Utf16, 2));
  EXPECT_EQ(document.text(), "ab!\ncd");
}

TEST(Document, TheLineAfterTheLastMeansTheEndOfTheText) {
  Document document("ab\ncd", 1);
  ASSERT_TRUE(document.replace({at(0, 0), at(2, 0)}, "x", PositionEncoding::Utf16, 2));
  EXPECT_EQ(document.text(), "x");
}

TEST(Document, AnyLinePastTheLastMeansTheEndOfTheText) {
  Document document("ab\ncd", 1);
  const auto all = document.replace({at(0, 0), at(9999999, 0)}, "x\ny", PositionEncoding::Utf16, 2);
  ASSERT_TRUE(all);
  EXPECT_EQ(all->range, range(0, 5));
  ASSERT_TRUE(document.replace({at(77, 3), at(4294967295U, 4294967295U)}, "z", PositionEncoding::Utf8, 3));
  EXPECT_EQ(document.text(), "x\nyz");
  EXPECT_EQ(document.version(), 3);
}

TEST(Document, ARangeThatIsNoneChangesNothing) {
  Document document("ab\ncd", 7);
  EXPECT_FALSE(document.replace({at(1, 1), at(1, 0)}, "x", PositionEncoding::Utf16, 8));
  EXPECT_FALSE(document.replace({at(1, 0), at(0, 2)}, "x", PositionEncoding::Utf16, 8));
  EXPECT_FALSE(document.replace({at(9, 1), at(9, 0)}, "x", PositionEncoding::Utf16, 8));
  EXPECT_EQ(document.text(), "ab\ncd");
  EXPECT_EQ(document.version(), 7);
  EXPECT_EQ(document.lines().line_count(), 2U);
}

TEST(Document, MayReplaceWithAPieceOfItself) {
  Document document("abc\n", 1);
  ASSERT_TRUE(document.replace({at(0, 0), at(0, 0)}, document.text(), PositionEncoding::Utf8, 2));
  EXPECT_EQ(document.text(), "abc\nabc\n");
  EXPECT_EQ(document.lines().line_count(), 3U);
}

TEST(Document, ResetTakesAnotherText) {
  Document document("a", 1);
  document.reset("b\nc", 5);
  EXPECT_EQ(document.text(), "b\nc");
  EXPECT_EQ(document.version(), 5);
  EXPECT_EQ(document.lines().line_count(), 2U);
}

}  // namespace
}  // namespace paravent::text
