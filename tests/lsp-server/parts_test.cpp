// The small parts that everything else stands on: JSON, URIs.
#include <gtest/gtest.h>

#include <nlohmann/json.hpp>
#include <string>

#include "lsp-server/json.hpp"
#include "lsp-server/json_writer.hpp"
#include "lsp-server/protocol.hpp"
#include "lsp-server/uri.hpp"

namespace paravent::lsp {
namespace {

std::string nested(unsigned depth) {
  return std::string(depth, '[') + std::string(depth, ']');
}

TEST(JsonReading, RefusesDeepNestingBeforeParsing) {
  EXPECT_TRUE(parse_json(nested(max_json_depth)).has_value());
  EXPECT_FALSE(parse_json(nested(max_json_depth + 1)).has_value());
  EXPECT_FALSE(parse_json(std::string(10'000'000, '[')).has_value());
}

TEST(JsonReading, BracketsInStringsAreNoNesting) {
  EXPECT_TRUE(parse_json("\"" + std::string(1000, '[') + "\"").has_value());
  EXPECT_TRUE(parse_json("[\"\\\"" + std::string(1000, '{') + "\"]").has_value());
}

TEST(JsonReading, RefusesWhatIsNoJson) {
  for (const char* text : {"", "{", "nul", "{\"a\":}", "\"\xFF\"", "\"\\ud800\"", "{} {}", "[1,]"}) {
    EXPECT_FALSE(parse_json(text).has_value()) << text;
  }
}

TEST(JsonReading, AsksForMembersThatAreNotThere) {
  const auto json = parse_json(R"({"a":{"b":"c"},"n":1,"f":1.5,"t":true})");
  ASSERT_TRUE(json.has_value());
  EXPECT_EQ(*as_string(at(*json, "a.b")), "c");
  EXPECT_EQ(at(*json, "a.b.c"), nullptr);
  EXPECT_EQ(at(*json, "x.y"), nullptr);
  EXPECT_EQ(as_string(at(*json, "n")), nullptr);
  EXPECT_EQ(as_integer(at(*json, "n")), 1);
  EXPECT_FALSE(as_integer(at(*json, "f")).has_value());
  EXPECT_TRUE(is_true(at(*json, "t")));
  EXPECT_FALSE(is_true(at(*json, "n")));
}

TEST(JsonWriting, WritesWhatAParserReadsBack) {
  JsonWriter writer;
  writer.begin_object().key("text").string("é \"\\\n\t\x01 😀").key("list").begin_array();
  writer.integer(-3).boolean(true).null().begin_object().end_object().end_array().key("raw").raw("[1]");
  writer.end_object();
  const auto json = nlohmann::json::parse(writer.take());
  EXPECT_EQ(json["text"], "é \"\\\n\t\x01 😀");
  EXPECT_EQ(json["list"], nlohmann::json::parse("[-3,true,null,{}]"));
  EXPECT_EQ(json["raw"][0], 1);
}

TEST(JsonWriting, KeepsAFrameUtf8WhateverItIsGiven) {
  EXPECT_EQ(nlohmann::json::parse(json_string("a\xFF\xC3z")), "a\xEF\xBF\xBD\xEF\xBF\xBDz");
}

TEST(Protocol, AnIdIsAStringOrAWholeNumber) {
  const auto id = [](const char* text) {
    const auto json = parse_json(text);
    return id_of(&*json);
  };
  EXPECT_EQ(id("7"), "7");
  EXPECT_EQ(id("-1"), "-1");
  EXPECT_EQ(id("\"a\\\"b\""), "\"a\\\"b\"");
  EXPECT_FALSE(id("1.5").has_value());
  EXPECT_FALSE(id("null").has_value());
  EXPECT_FALSE(id("[1]").has_value());
}

TEST(Protocol, ReadsALargestNumberAsTheEndAndRefusesANegativeOne) {
  HoverParams params;
  const char* far = R"({"textDocument":{"uri":"u"},"position":{"line":0,"character":18446744073709551615}})";
  EXPECT_TRUE(read(*parse_json(far), params));
  EXPECT_EQ(params.position.column, 2147483647U);
  const char* negative = R"({"textDocument":{"uri":"u"},"position":{"line":-1,"character":0}})";
  EXPECT_FALSE(read(*parse_json(negative), params));
}

TEST(Uri, GivesThePathThatItStandsFor) {
  EXPECT_EQ(path_of_uri("file:///notes/s%C3%A9ance%20n%C2%B01.md"), "/notes/séance n°1.md");
  EXPECT_EQ(path_of_uri("file://localhost/a.md"), "/a.md");
  EXPECT_EQ(path_of_uri("file:///c%3A/notes/a.md"), "c:/notes/a.md");
}

TEST(Uri, RefusesWhatIsNoFileOfThisMachine) {
  for (const char* uri : {"untitled:Untitled-1", "vscode-remote://host/a.md", "file://server/share/a.md",
                          "file://", "file:///a%00b.md", "file:///a%4.md", "file:///a%zz.md", "/a.md", ""}) {
    EXPECT_FALSE(path_of_uri(uri).has_value()) << uri;
  }
}

TEST(Uri, ComesBackToTheSamePath) {
  for (const char* path : {"/notes/séance (1).md", "/a b/c%d#e?.md", "/plain.md"}) {
    EXPECT_EQ(path_of_uri(uri_of_path(path)), path);
  }
}

}  // namespace
}  // namespace paravent::lsp
