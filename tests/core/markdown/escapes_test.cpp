// Characters written with others.
#include "markdown/escapes.hpp"

#include <gtest/gtest.h>

namespace paravent::markdown {
namespace {

struct Written {
  std::string_view text;
  char32_t value;
  unsigned size;  // 0: no such character
};

TEST(Escapes, ReferencesOfHtmlAreRead) {
  for (const Written& written :
       {Written{"&eacute;", U'é', 8}, Written{"&Eacute;milie", U'É', 8}, Written{"&OElig;", U'Œ', 7},
        Written{"&nbsp;", U'\u00A0', 6}, Written{"&shy;x", U'\u00AD', 5},
        Written{"&ZeroWidthSpace;", U'\u200B', 16}, Written{"&#233;", U'é', 6}, Written{"&#xE9;", U'é', 6},
        Written{"&#X1F600;", U'\U0001F600', 9}}) {
    const text::Codepoint c = character_reference_at(written.text, 0);
    EXPECT_EQ(c.value, written.value) << written.text;
    EXPECT_EQ(c.size, written.size) << written.text;
  }
}

TEST(Escapes, WhatIsNoReferenceIsNone) {
  for (const std::string_view text :
       {"&", "&;", "&#;", "&#x;", "&eacute", "&inconnu;", "R&D;", "&#0;", "&#55296;", "&#1114112;",
        "&#99999999;", "& eacute;", "&eacute eacute;"}) {
    EXPECT_EQ(character_reference_at(text, 0).size, 0U) << text;
  }
}

TEST(Escapes, PercentsOfAddressesAreRead) {
  for (const Written& written :
       {Written{"%20x", U' ', 3}, Written{"%C3%A9l", U'é', 6}, Written{"%e2%80%99", U'’', 9},
        Written{"%F0%9F%98%80", U'\U0001F600', 12}, Written{"%E9l", U'é', 3}, Written{"%41%42", U'A', 3}}) {
    const text::Codepoint c = percent_encoded_at(written.text, 0);
    EXPECT_EQ(c.value, written.value) << written.text;
    EXPECT_EQ(c.size, written.size) << written.text;
  }
}

TEST(Escapes, WhatIsNoPercentIsNone) {
  for (const std::string_view text : {"%", "%2", "%2x", "% 20", "%00", "%80x", "20"}) {
    EXPECT_EQ(percent_encoded_at(text, 0).size, 0U) << text;
  }
}

TEST(Escapes, ACharacterOutsideTheTextIsNone) {
  EXPECT_EQ(character_reference_at("x", 7).size, 0U);
  EXPECT_EQ(percent_encoded_at("x", 7).size, 0U);
}

}  // namespace
}  // namespace paravent::markdown
