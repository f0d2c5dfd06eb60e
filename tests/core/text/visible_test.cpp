#include "text/visible.hpp"

#include <gtest/gtest.h>

#include "text/unicode.hpp"

namespace paravent::text {
namespace {

TEST(Visible, LeavesOrdinaryNamesAsTheyAre) {
  for (const char* name : {"", "séance-4.md", "e\u0301te\u0301 👩‍💻 日本.md", "un\u00A0nom’s.md"}) {
    EXPECT_EQ(visible(name), name);
  }
}

TEST(Visible, ShowsWhatWouldSteerATerminal) {
  EXPECT_EQ(visible("a\x1b[2Jb\r\n\t\x7f"), "a\\x1B[2Jb\\x0D\\x0A\\x09\\x7F");
  EXPECT_EQ(visible("\u009B31m"), "\\u{009B}31m");
  EXPECT_EQ(visible("a\u202Efdp.md"), "a\\u{202E}fdp.md");
  EXPECT_EQ(visible("a\u2028b\u2066"), "a\\u{2028}b\\u{2066}");
}

TEST(Visible, ShowsIllFormedBytesAndIsWellFormedItself) {
  EXPECT_EQ(visible("a\xff\xc3z"), "a\\xFF\\xC3z");
  EXPECT_EQ(first_invalid_utf8(visible("\xe2\x82")), std::string::npos);
}

}  // namespace
}  // namespace paravent::text
