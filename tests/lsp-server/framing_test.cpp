#include "lsp-server/framing.hpp"

#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "lsp-server/pieces.hpp"

namespace paravent::lsp {
namespace {

using test::frame;

using Kind = Incoming::Kind;

std::vector<Incoming> all_of(FrameReader& reader) {
  std::vector<Incoming> out;
  while (auto message = reader.next()) {
    out.push_back(*message);
    if (message->kind == Kind::Broken) break;
  }
  return out;
}

std::vector<Incoming> read_whole(const std::string& bytes) {
  FrameReader reader;
  reader.feed(bytes);
  return all_of(reader);
}

TEST(Framing, ReadsTwoMessagesThatCameTogether) {
  const auto messages = read_whole(frame("{\"a\":1}") + frame("[]"));
  ASSERT_EQ(messages.size(), 2U);
  EXPECT_EQ(messages[0].body, "{\"a\":1}");
  EXPECT_EQ(messages[1].body, "[]");
}

TEST(Framing, ReadsAMessageThatComesByteByByte) {
  FrameReader reader;
  std::vector<Incoming> messages;
  for (const char c : frame("{\"é\":\"😀\"}") + frame("{}")) {
    reader.feed(std::string(1, c));
    for (Incoming& message : all_of(reader)) messages.push_back(std::move(message));
  }
  ASSERT_EQ(messages.size(), 2U);
  EXPECT_EQ(messages[0].body, "{\"é\":\"😀\"}");
  EXPECT_TRUE(reader.between_messages());
}

TEST(Framing, GivesTheSameMessagesHoweverTheBytesAreCut) {
  const std::string bytes = frame("{\"one\":1}") + frame("") + frame(std::string(3000, 'x'));
  const auto whole = read_whole(bytes);
  for (std::size_t piece = 1; piece < 40; ++piece) {
    FrameReader reader;
    std::vector<Incoming> messages;
    for (std::size_t at = 0; at < bytes.size(); at += piece) {
      reader.feed(std::string_view(bytes).substr(at, piece));
      for (Incoming& message : all_of(reader)) messages.push_back(std::move(message));
    }
    ASSERT_EQ(messages.size(), whole.size()) << piece;
    for (std::size_t i = 0; i < whole.size(); ++i) EXPECT_EQ(messages[i].body, whole[i].body) << piece;
  }
}

TEST(Framing, TakesHeadersAsClientsWriteThem) {
  for (const char* header :
       {"content-length: 2\r\n\r\n", "CONTENT-LENGTH:2\r\n\r\n", "Content-Length:   2  \r\n\r\n",
        "Content-Length: 2\n\n",
        "Content-Type: application/vscode-jsonrpc; charset=utf-8\r\nContent-Length: 2\r\n\r\n",
        "Content-Length: 2\r\nX-Other: 1\r\n\r\n", "\r\n\r\nContent-Length: 2\r\n\r\n"}) {
    const auto messages = read_whole(std::string(header) + "{}");
    ASSERT_EQ(messages.size(), 1U) << header;
    EXPECT_EQ(messages[0].kind, Kind::Message) << header;
    EXPECT_EQ(messages[0].body, "{}") << header;
  }
}

TEST(Framing, ReportsAHeaderWithoutALengthAndGoesOn) {
  for (const char* header :
       {"Content-Type: text\r\n\r\n", "Content-Length: abc\r\n\r\n", "Content-Length: -3\r\n\r\n",
        "Content-Length:\r\n\r\n", "Content-Length: 2x\r\n\r\n"}) {
    const auto messages = read_whole(header + frame("{}"));
    ASSERT_EQ(messages.size(), 2U) << header;
    EXPECT_EQ(messages[0].kind, Kind::Malformed) << header;
    EXPECT_EQ(messages[1].body, "{}") << header;
  }
}

TEST(Framing, FindsTheNextMessageAfterALengthThatWasTooShort) {
  const auto messages = read_whole("Content-Length: 5\r\n\r\n{\"a\":1}" + frame("{\"b\":2}"));
  ASSERT_EQ(messages.size(), 2U);
  EXPECT_EQ(messages[0].body, "{\"a\":");
  EXPECT_EQ(messages[1].body, "{\"b\":2}");
}

TEST(Framing, FindsTheNextMessageAfterGarbage) {
  const auto messages = read_whole("a library says hello\n" + frame("{}"));
  ASSERT_EQ(messages.size(), 1U);
  EXPECT_EQ(messages[0].body, "{}");
}

TEST(Framing, SkipsABodyAboveTheLimitWithoutKeepingIt) {
  FrameReader reader;
  const std::uint64_t size = FrameReader::max_body + 10;
  reader.feed("Content-Length: " + std::to_string(size) + "\r\n\r\n");
  const std::string piece(1U << 20U, 'x');
  std::uint64_t fed = 0;
  while (fed < size) {
    EXPECT_FALSE(reader.next().has_value());
    const std::uint64_t now = std::min<std::uint64_t>(piece.size(), size - fed);
    reader.feed(std::string_view(piece).substr(0, static_cast<std::size_t>(now)));
    fed += now;
  }
  reader.feed(frame("{}"));
  const auto messages = all_of(reader);
  ASSERT_EQ(messages.size(), 2U);
  EXPECT_EQ(messages[0].kind, Kind::Malformed);
  EXPECT_EQ(messages[1].body, "{}");
}

TEST(Framing, GivesUpOnALengthThatCannotBeTrue) {
  for (const char* length : {"9999999999999999", "99999999999999999999999999", "2000000000"}) {
    FrameReader reader;
    reader.feed(std::string("Content-Length: ") + length + "\r\n\r\n{}");
    const auto message = reader.next();
    ASSERT_TRUE(message.has_value());
    EXPECT_EQ(message->kind, Kind::Broken) << length;
    reader.feed(frame("{}"));
    EXPECT_EQ(reader.next()->kind, Kind::Broken) << "a broken connection stays broken";
  }
}

TEST(Framing, GivesUpOnAHeaderThatDoesNotEnd) {
  FrameReader reader;
  reader.feed(std::string(FrameReader::max_header + 1, 'x'));
  EXPECT_EQ(reader.next()->kind, Kind::Broken);
  FrameReader lines;
  for (int i = 0; i < 1000; ++i) lines.feed("X-Header: value\r\n");
  EXPECT_EQ(lines.next()->kind, Kind::Broken);
}

TEST(Framing, KnowsWhenAnEndWouldCutAMessage) {
  FrameReader reader;
  EXPECT_TRUE(reader.between_messages());
  reader.feed("Content-Length: 10\r\n\r\n{}");
  EXPECT_FALSE(reader.next().has_value());
  EXPECT_FALSE(reader.between_messages());
}

TEST(Framing, AnythingIsReadWithoutACrash) {
  std::uint32_t state = 12345;
  const auto random = [&] { return state = state * 1664525U + 1013904223U; };
  const std::string parts[] = {"Content-Length: ", "7",    "\r\n", "\n", "\r", "{}", ":",
                               "999999999999",     "\x01x"};
  for (int round = 0; round < 2000; ++round) {
    FrameReader reader;
    for (int i = 0; i < 30; ++i) {
      reader.feed(parts[(random() >> 8U) % 9U]);
      all_of(reader);
    }
  }
}

}  // namespace
}  // namespace paravent::lsp
