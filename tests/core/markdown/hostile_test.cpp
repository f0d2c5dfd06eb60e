// Any input ends in linear time with bounded memory, and its regions nest. A scanner that is quadratic here
// would run for hours.
#include <gtest/gtest.h>

#include "markdown/block.hpp"
#include "markdown/region.hpp"
#include "random_note.hpp"
#include "support/amount.hpp"

namespace paravent::markdown {
namespace {

void expect_nested(const std::vector<Region>& regions, std::size_t size) {
  std::vector<text::ByteRange> open;
  text::ByteOffset last;
  for (const Region& region : regions) {
    ASSERT_LE(region.range.end.value, size);
    ASSERT_LT(region.range.begin, region.range.end);
    ASSERT_LE(last, region.range.begin);
    last = region.range.begin;
    while (!open.empty() && open.back().end <= region.range.begin) open.pop_back();
    if (!open.empty()) {
      ASSERT_TRUE(open.back().contains(region.range)) << "a region cuts another";
    }
    open.push_back(region.range);
  }
}

void check(const std::string& note) {
  std::size_t at = 0;
  for (const Block& block : split_blocks(note)) {
    ASSERT_EQ(block.range.begin.value, at);
    at = block.range.end.value;
    const std::string_view content =
        std::string_view(note).substr(block.range.begin.value, block.range.size());
    ASSERT_NO_FATAL_FAILURE(expect_nested(parse_regions(content, block.kind), content.size()))
        << note.substr(0, 2000);
  }
  ASSERT_EQ(at, note.size());
}

std::string repeat(std::string_view piece, std::size_t size) {
  std::string out;
  while (out.size() < size) out += piece;
  return out;
}

TEST(Hostile, ten_megabytes_of_one_thing_end) {
  constexpr std::size_t size = testing_support::amount(10U << 20U);
  for (const std::string_view piece : {"a", ">", "#", "[", "]", "[[", "(", "*", "`", "\t"}) {
    ASSERT_NO_FATAL_FAILURE(check(repeat(piece, size)));
  }
}

TEST(Hostile, a_megabyte_of_any_broken_markup_ends) {
  constexpr std::size_t size = testing_support::amount(1U << 20U);
  for (const std::string_view piece :
       {"> ",     "- ",         "1. ",          "![",        "](",      "[](",     "[](<",    "[](a \"",
        "[](a '", "[](a (",     "[](()",        "`a``",      "``` `",   "*a ",     "_a",      "*a_ ",
        "**a*",   "$",          "$a ",          "$$",        "<",       "<a ",     "<a b=\"", "<!--",
        "<b c=",  "<b      >",  "<b c d='e' >", "|",         "|-",      "| a ",    "\\",      "~",
        "==a",    "#a",         "#a ",          "\r",        "\n",      "\r\n",    "> > \n",  "- a\n",
        "```\n",  "|a|\n|-|\n", "[a]: b\n",     "[^1]: b\n", "---\n",   "[a][",    "[[a|",    "[^a]",
        "<a@b>",  "x\n---\n",   ">\n-\n",       "   - a\n",  "- a\n\n", "<div>\n", "*_~~==",  "[*a](b*)",
        "\xff",   "a|b\n",      "[a",           "a]",        "['a',"}) {
    ASSERT_NO_FATAL_FAILURE(check(repeat(piece, size)));
    ASSERT_NO_FATAL_FAILURE(check("- x\n  " + repeat(piece, size)));
    ASSERT_NO_FATAL_FAILURE(check("---\na: [" + repeat(piece, size) + "\n---\n"));
  }
}

TEST(Hostile, regions_of_random_bytes_nest) {
  const std::vector<std::string_view> pieces = {
      "*",    "_",       "`",     "``",    "[",    "]",    "(",       ")",   "[[",   "]]",
      "|",    "\n",      "\n> ",  "\n- ",  "\n  ", "<b>",  "<!--",    "-->", "$",    "$$",
      "#a",   "!",       "\\",    "~~",    "==",   " ",    "a",       "é",   "\r\n", "[^1]",
      "](b)", "\n|-|\n", "```\n", "[!ia]", "\t",   "\xC3", "<a@b.c>", "\"",  "x: y"};
  for (std::uint64_t seed = 1; seed <= 20000; ++seed) {
    testing::Random random(seed);
    std::string note;
    for (std::size_t n = random.below(60); n > 0; --n) note += random.pick(pieces);
    ASSERT_NO_FATAL_FAILURE(check(note));
  }
}

}  // namespace
}  // namespace paravent::markdown
