#include "text/line_index.hpp"

#include <gtest/gtest.h>

#include <algorithm>

#include "core/text/random_text.hpp"
#include "core/text/slow_positions.hpp"

namespace paravent::text {
namespace {

// A line longer than any distance between checkpoints.
std::string long_line(RandomText& random, bool ill_formed) {
  std::string line;
  while (line.size() < 9000) line += ill_formed ? random.any(50) : random.valid(50);
  std::replace(line.begin(), line.end(), '\n', 'n');
  std::replace(line.begin(), line.end(), '\r', 'r');
  return line;
}

void expect_same_as_slow(const std::string& text) {
  const LineIndex index(text);
  const std::vector<SlowPlace> places = slow_places(text);
  ASSERT_EQ(index.line_count(), places.back().line + 1);
  for (std::size_t i = 0; i < places.size(); ++i) {
    const SlowPlace& place = places[i];
    const std::size_t next = i + 1 < places.size() ? places[i + 1].at : place.at + 1;
    for (std::size_t at = place.at; at < next; ++at) {
      const ByteOffset offset(at);
      for (const PositionEncoding encoding : kEncodings) {
        const Position expected{LineNumber(place.line), place.column(encoding)};
        ASSERT_EQ(index.position(offset, text, encoding), expected) << at;
        ASSERT_EQ(index.offset(expected, text, encoding), ByteOffset(place.at)) << at;
      }
      ASSERT_EQ(index.line_at(offset), LineNumber(place.line));
      ASSERT_EQ(index.utf16_column(offset, text), Utf16Column(place.utf16));
      ASSERT_EQ(index.codepoint_column(offset, text), CodepointColumn(place.utf32));
    }
  }
}

// Offsets as a list of findings has them, mostly ascending; now and then one lies before the last.
void expect_reader_agrees(const std::string& text, RandomText& random) {
  const LineIndex index(text);
  for (const PositionEncoding encoding : kEncodings) {
    LineIndex::Reader reader(index, text, encoding);
    std::size_t at = 0;
    for (int i = 0; i < 200 && at <= text.size(); ++i) {
      const ByteOffset offset(at);
      ASSERT_EQ(reader.position(offset), index.position(offset, text, encoding)) << at;
      at += random.below(text.size() / 100 + 3);
      if (random.below(10) == 0) at -= random.below(at + 1);
    }
  }
}

TEST(LineIndex, AReaderAgreesWithItOnAnyText) {
  RandomText random(12);
  for (int round = 0; round < 500; ++round) {
    ASSERT_NO_FATAL_FAILURE(expect_reader_agrees(random.any(random.below(60)), random)) << round;
  }
  for (int round = 0; round < 6; ++round) {
    const std::string text =
        random.any(20) + "\n" + long_line(random, round % 2 == 0) + "\n" + random.any(20);
    ASSERT_NO_FATAL_FAILURE(expect_reader_agrees(text, random)) << round;
  }
}

TEST(LineIndex, AgreesWithTheSlowWayOnAnyText) {
  RandomText random(2);
  for (int round = 0; round < 3000; ++round) {
    const std::string text = random.any(random.below(40));
    ASSERT_NO_FATAL_FAILURE(expect_same_as_slow(text)) << round;
  }
}

TEST(LineIndex, AgreesWithTheSlowWayInLongLines) {
  RandomText random(3);
  for (int round = 0; round < 6; ++round) {
    const std::string text =
        random.any(20) + "\n" + long_line(random, round % 2 == 0) + "\r\n" + random.any(20);
    ASSERT_NO_FATAL_FAILURE(expect_same_as_slow(text)) << round;
  }
}

TEST(LineIndex, AnEmptyTextHasOneLine) {
  const LineIndex index("");
  EXPECT_EQ(index.line_count(), 1U);
  EXPECT_EQ(index.line(LineNumber(0U), ""), range(0, 0));
  EXPECT_EQ(index.position(ByteOffset(0U), "", PositionEncoding::Utf16), Position{});
}

TEST(LineIndex, LinesEndWithEachOfTheThreeLineEnds) {
  const std::string_view text = "a\nb\r\nc\rd\r\r\n\n\re";
  const LineIndex index(text);
  std::vector<std::string> lines;
  for (std::uint32_t i = 0; i < index.line_count(); ++i) {
    const ByteRange line = index.line(LineNumber(i), text);
    lines.emplace_back(text.substr(line.begin.value, line.size()));
  }
  EXPECT_EQ(lines, (std::vector<std::string>{"a", "b", "c", "d", "", "", "", "e"}));
}

TEST(LineIndex, ALinePastTheLastIsEmptyAtTheEnd) {
  const std::string_view text = "a\nb";
  const LineIndex index(text);
  EXPECT_EQ(index.line(LineNumber(2U), text), range(3, 3));
  EXPECT_EQ(index.offset({LineNumber(2U), 0}, text, PositionEncoding::Utf16), ByteOffset(3U));
  EXPECT_EQ(index.offset({LineNumber(0xFFFFFFFFU), 7}, text, PositionEncoding::Utf8), ByteOffset(3U));
}

TEST(LineIndex, AColumnPastTheEndOfItsLineIsItsEnd) {
  const std::string_view text = "é\r\nb";
  const LineIndex index(text);
  for (const PositionEncoding encoding : kEncodings) {
    EXPECT_EQ(index.offset({LineNumber(0U), 3}, text, encoding), ByteOffset(2U));
    EXPECT_EQ(index.offset({LineNumber(0U), 0xFFFFFFFFU}, text, encoding), ByteOffset(2U));
  }
}

TEST(LineIndex, AColumnInsideACharacterIsItsStart) {
  const std::string_view text = "a👩b";
  const LineIndex index(text);
  EXPECT_EQ(index.offset({LineNumber(0U), 2}, text, PositionEncoding::Utf16), ByteOffset(1U));
  for (std::uint32_t column : {2U, 3U, 4U}) {
    EXPECT_EQ(index.offset({LineNumber(0U), column}, text, PositionEncoding::Utf8), ByteOffset(1U));
  }
}

TEST(LineIndex, AnOffsetPastTheEndIsTheEnd) {
  const std::string_view text = "a\nbé";
  const LineIndex index(text);
  EXPECT_EQ(index.position(ByteOffset(99U), text, PositionEncoding::Utf16), (Position{LineNumber(1U), 2}));
}

TEST(LineIndex, MapsTheEndOfALineOfFiveMegabytes) {
  std::string text;
  while (text.size() < 5'000'000) text += "mot é 👩 ";
  const LineIndex index(text);
  const std::uint32_t times = static_cast<std::uint32_t>(text.size() / 12);
  const Position end{LineNumber(0U), times * 9};
  ASSERT_EQ(text.size() % 12, 0U);
  EXPECT_EQ(index.position(ByteOffset(text.size()), text, PositionEncoding::Utf16), end);
  EXPECT_EQ(index.offset(end, text, PositionEncoding::Utf16), ByteOffset(text.size()));
}

}  // namespace
}  // namespace paravent::text
