// What the analysis is told of many edits is one edit that does the same.
#include "lsp-server/unseen_edit.hpp"

#include <gtest/gtest.h>

#include <random>
#include <string>

namespace paravent::lsp {
namespace {

std::string applied(std::string text, const text::TextEdit& edit) {
  return text.replace(edit.range.begin.value, edit.range.size(), edit.replacement);
}

TEST(UnseenEdit, IsEmptyUntilSomethingChangesAndAfterItWasTaken) {
  UnseenEdit unseen;
  EXPECT_TRUE(unseen.empty());
  unseen.replace(text::range(1, 2), 3);
  EXPECT_FALSE(unseen.empty());
  EXPECT_EQ(unseen.take("aXYc"), (text::TextEdit{text::range(1, 2), "XY"}));
  EXPECT_TRUE(unseen.empty());
  unseen.replace(text::range(0, 0), 4);
  unseen.clear();
  EXPECT_TRUE(unseen.empty());
}

TEST(UnseenEdit, JoinsWhatIsTypedAtTwoPlaces) {
  UnseenEdit unseen;
  unseen.replace(text::range(2, 2), 10);   // 01+23456789
  unseen.replace(text::range(8, 10), 11);  // 01+23456__9, then those two are gone
  EXPECT_EQ(unseen.take("01+234569"), (text::TextEdit{text::range(2, 9), "+23456"}));
}

TEST(UnseenEdit, OfAWholeTextIsWhatDiffersAndCutsNoCharacter) {
  UnseenEdit unseen;
  unseen.replace_all("un é là", "un è là");  // the two letters share their first byte
  EXPECT_EQ(unseen.take("un è là"), (text::TextEdit{text::range(3, 5), "è"}));
  unseen.replace_all("né", "n\u0269");  // … and these their last
  EXPECT_EQ(unseen.take("n\u0269"), (text::TextEdit{text::range(1, 3), "\u0269"}));
  unseen.replace_all("aaa", "aa");
  const text::TextEdit shorter = unseen.take("aa");
  EXPECT_EQ(applied("aaa", shorter), "aa");
  unseen.replace_all("", "");
  EXPECT_EQ(unseen.take(""), (text::TextEdit{text::range(0, 0), ""}));
}

TEST(UnseenEdit, OfAnyEditsDoesWhatTheyDo) {
  std::mt19937 random(7);
  const auto below = [&](std::size_t end) {
    return std::uniform_int_distribution<std::size_t>(0, end)(random);
  };
  for (int round = 0; round < 2000; ++round) {
    const std::string before(below(12), 'a');
    std::string text = before;
    UnseenEdit unseen;
    for (std::size_t edits = 1 + below(4); edits > 0; --edits) {
      const std::string old = text;
      const std::size_t begin = below(old.size());
      const std::size_t end = begin + below(old.size() - begin);
      text.replace(begin, end - begin, std::string(below(3), static_cast<char>('a' + below(2))));
      if (below(3) == 0) {
        unseen.replace_all(old, text);
      } else {
        unseen.replace(text::range(begin, end), old.size());
      }
    }
    ASSERT_EQ(applied(before, unseen.take(text)), text);
  }
}

}  // namespace
}  // namespace paravent::lsp
