#include "platform/program.hpp"

#include <gtest/gtest.h>

namespace paravent::platform {
namespace {

using std::chrono::milliseconds;

TEST(Programs, AreFedAndRead) {
  const Ended ended =
      run_program({"sh", "-c", "cat; echo told >&2; exit 3"}, "given", Deadline::in(milliseconds(5000)));
  EXPECT_TRUE(ended.started);
  EXPECT_TRUE(ended.in_time);
  EXPECT_EQ(ended.code, 3);
  EXPECT_EQ(ended.out, "given");
  EXPECT_EQ(ended.err, "told\n");
}

TEST(Programs, ThatAreNotThereAreNotStarted) {
  EXPECT_FALSE(run_program({"no-such-program-of-ours"}, "", Deadline::in(milliseconds(1000))).started);
  EXPECT_FALSE(has_program("no-such-program-of-ours"));
  EXPECT_TRUE(has_program("sh"));
}

TEST(Programs, ThatDoNotEndAreEndedWithWhatTheyStarted) {
  const auto before = std::chrono::steady_clock::now();
  for (const char* script : {"sleep 30", "sleep 30 & wait", "exec >&- 2>&-; sleep 30"}) {
    const Ended ended = run_program({"sh", "-c", script}, "", Deadline::in(milliseconds(200)));
    EXPECT_TRUE(ended.started);
    EXPECT_FALSE(ended.in_time) << script;
  }
  EXPECT_LT(std::chrono::steady_clock::now() - before, milliseconds(5000));
}

TEST(Programs, MayLeaveTheirInputAndTalkALot) {
  const std::string much(1U << 20U, 'x');
  EXPECT_EQ(run_program({"true"}, much, Deadline::in(milliseconds(5000))).code, 0);
  const Ended ended = run_program({"cat"}, much, Deadline::in(milliseconds(5000)));
  EXPECT_TRUE(ended.in_time);
  EXPECT_LE(ended.out.size(), 80'000U);
}

TEST(Programs, SpeakEnglish) {
  EXPECT_EQ(run_program({"sh", "-c", "printf %s $LC_ALL"}, "", Deadline::in(milliseconds(5000))).out, "C");
}

}  // namespace
}  // namespace paravent::platform
