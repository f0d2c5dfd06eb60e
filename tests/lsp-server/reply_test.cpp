// Every request is answered exactly once.
#include "lsp-server/reply.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <future>
#include <nlohmann/json.hpp>
#include <thread>
#include <vector>

#include "lsp-server/lsp_client.hpp"
#include "lsp-server/worker.hpp"

namespace paravent::lsp {
namespace {

using nlohmann::json;

class Replies : public testing::Test {
 protected:
  Replies() {
    transport_.on_write = [this](std::string_view body) {
      const std::lock_guard guard(lock_);
      sent_.push_back(json::parse(body));
    };
  }
  std::shared_ptr<PendingCall> begin(const std::string& id) { return calls_.begin(id, "test/method"); }
  std::vector<json> sent() {
    const std::lock_guard guard(lock_);
    return sent_;
  }

  std::mutex lock_;
  std::vector<json> sent_;
  test::MemoryTransport transport_;
  std::shared_ptr<Log> log_ = log_to_nowhere();
  Outbox outbox_{transport_, *log_};
  Calls calls_{outbox_, *log_};
};

TEST_F(Replies, AResultIsSentOnce) {
  Reply reply(begin("7"));
  reply.result("[1,2]");
  reply.result("null");
  ASSERT_EQ(sent().size(), 1U);
  EXPECT_EQ(sent()[0], json::parse(R"({"jsonrpc":"2.0","id":7,"result":[1,2]})"));
}

TEST_F(Replies, ADroppedReplyAnswersAnError) {
  {
    const Reply reply(begin("\"x\""));
  }
  ASSERT_EQ(sent().size(), 1U);
  EXPECT_EQ(sent()[0]["id"], "x");
  EXPECT_EQ(sent()[0]["error"]["code"], -32603);
}

TEST_F(Replies, AReplyDroppedWithItsTaskAnswersAnError) {
  {
    const Task task([reply = Reply(begin("1"))]() mutable { reply.result("null"); });
  }
  ASSERT_EQ(sent().size(), 1U);
  EXPECT_EQ(sent()[0]["error"]["code"], -32603);
}

TEST_F(Replies, AReplyOfATaskThatThrowsAnswersAnErrorOnce) {
  for (const bool threads : {true, false}) {
    make_worker(threads)->post(Task([reply = Reply(begin("1"))]() mutable { throw std::bad_alloc(); }));
  }
  ASSERT_EQ(sent().size(), 2U);
  EXPECT_EQ(sent()[0]["error"]["code"], -32603);
  EXPECT_EQ(sent()[1]["error"]["code"], -32603);
}

TEST_F(Replies, AnAnswerThatCannotBeSentBecomesAnError) {
  const auto record = transport_.on_write;
  transport_.on_write = [&](std::string_view) {
    transport_.on_write = record;
    throw std::bad_alloc();
  };
  Reply(begin("1")).result("[1]");
  ASSERT_EQ(sent().size(), 1U);
  EXPECT_EQ(sent()[0]["error"]["code"], -32603);
}

TEST_F(Replies, AMovedReplyIsAnsweredByItsNewOwnerAlone) {
  Reply first(begin("1"));
  {
    Reply second(std::move(first));
    second.result("true");
  }
  EXPECT_EQ(sent().size(), 1U);
}

TEST_F(Replies, ACancelledRequestIsAnsweredAtOnceAndNotAgain) {
  Reply reply(begin("1"));
  calls_.cancel("1", "cancelled");
  EXPECT_TRUE(reply.settled());
  reply.result("null");
  ASSERT_EQ(sent().size(), 1U);
  EXPECT_EQ(sent()[0]["error"]["code"], -32800);
}

TEST_F(Replies, CancellingWhatWasAnsweredOrNeverAskedDoesNothing) {
  Reply reply(begin("1"));
  reply.result("null");
  calls_.cancel("1", "cancelled");
  calls_.cancel("2", "cancelled");
  EXPECT_EQ(sent().size(), 1U);
}

TEST_F(Replies, AnIdIsFreeAgainWhenItsRequestIsAnswered) {
  auto first = begin("1");
  EXPECT_EQ(begin("1"), nullptr);
  first->answer("null");
  EXPECT_NE(begin("1"), nullptr);
}

TEST_F(Replies, ManyWhoAnswerAtOnceMakeOneAnswer) {
  for (int round = 0; round < 50; ++round) {
    const auto call = begin(std::to_string(round));
    std::vector<std::jthread> threads;
    threads.emplace_back([&] { call->answer("null"); });
    threads.emplace_back([&] { call->expire(); });
    threads.emplace_back([&] { calls_.cancel(std::to_string(round), "cancelled"); });
  }
  EXPECT_EQ(sent().size(), 50U);
}

TEST_F(Replies, AnExpiredPullTellsTheClientToAskAgain) {
  calls_.begin("1", "textDocument/diagnostic")->expire();
  calls_.begin("2", "textDocument/hover")->expire();
  ASSERT_EQ(sent().size(), 2U);
  EXPECT_EQ(sent()[0]["error"]["code"], -32802);
  EXPECT_EQ(sent()[0]["error"]["data"]["retriggerRequest"], true);
  EXPECT_EQ(sent()[1]["error"]["code"], -32803);
}

TEST_F(Replies, ARequestThatTakesTooLongIsAnsweredByTheClock) {
  const auto deadlines = make_deadlines(true);
  auto call = begin("1");
  deadlines->watch(begin("2"), std::chrono::hours(1));
  deadlines->watch(call, std::chrono::milliseconds(1));
  while (sent().empty()) std::this_thread::yield();
  EXPECT_EQ(sent().back()["error"]["code"], -32803);
}

TEST_F(Replies, AClientThatNeverAnswersIsNotAskedForEver) {
  std::size_t asked = 0;
  while (asked < 1000 && outbox_.call("window/test", "null", [](const Json*) {})) ++asked;
  EXPECT_EQ(asked, Outbox::max_waiting);
}

TEST_F(Replies, AnAnswerOfTheClientReachesWhoAskedOnce) {
  int answers = 0;
  outbox_.call("window/test", "null", [&](const Json* result) { answers += result == nullptr ? 100 : 1; });
  const json id = sent()[0]["id"];
  const json value = true;
  outbox_.answered(&id, &value);
  outbox_.answered(&id, &value);
  EXPECT_EQ(answers, 1);
}

TEST(Workers, DoTasksInOrderAndEndThemAllBeforeTheyGo) {
  for (const bool threads : {true, false}) {
    std::vector<int> done;
    {
      const auto worker = make_worker(threads);
      for (int i = 0; i < 200; ++i) worker->post(Task([&done, i] { done.push_back(i); }));
    }
    ASSERT_EQ(done.size(), 200U);
    EXPECT_TRUE(std::is_sorted(done.begin(), done.end()));
  }
}

TEST(Workers, GoOnBehindATaskThatThrowsAndTellWhoOwnsThem) {
  for (const bool threads : {true, false}) {
    std::vector<std::string> done;
    {
      const auto worker = make_worker(threads, [&] { done.emplace_back("failed"); });
      worker->post(Task([&, witness = std::shared_ptr<void>(nullptr, [&](void*) {
                              done.emplace_back("gone");
                            })] { throw std::runtime_error("no"); }));
      worker->post(Task([&] { done.emplace_back("next"); }));
    }
    EXPECT_EQ(done, (std::vector<std::string>{"failed", "gone", "next"}));
  }
}

TEST(Workers, SurviveAnOwnerThatThrowsToo) {
  for (const bool threads : {true, false}) {
    int done = 0;
    {
      const auto worker = make_worker(threads, [] { throw std::bad_alloc(); });
      worker->post(Task([] { throw std::bad_alloc(); }));
      worker->post(Task([&] { ++done; }));
    }
    EXPECT_EQ(done, 1);
  }
}

TEST(Workers, AreTakenUpAgainAfterARest) {
  for (const bool threads : {true, false}) {
    std::vector<int> done;
    {
      const auto worker = make_worker(threads);
      worker->rest();
      for (int i = 0; i < 500; ++i) {
        worker->post(Task([&done, i] { done.push_back(i); }));
        worker->rest();
        if (i % 7 == 0) std::this_thread::yield();
      }
    }
    ASSERT_EQ(done.size(), 500U);
    EXPECT_TRUE(std::is_sorted(done.begin(), done.end()));
  }
}

TEST(Workers, AtRestRingNoAlarm) {
  for (const bool threads : {true, false}) {
    std::atomic<bool> rung = false;
    const auto worker = make_worker(threads);
    worker->post(Task([&] { worker->set_alarm(std::chrono::milliseconds(1), [&] { rung = true; }); }));
    while (!worker->idle()) std::this_thread::yield();
    worker->rest();
    const bool before = rung;
    std::this_thread::sleep_for(std::chrono::milliseconds(5));
    worker->ring();
    EXPECT_EQ(rung, before);
  }
}

TEST(Workers, AThreadedOneDoesNotKeepWhoPostsWaiting) {
  const auto worker = make_worker(true);
  std::promise<void> gate;
  std::promise<void> ended;
  worker->post(Task([&] { gate.get_future().wait(); }));
  worker->post(Task([&] { ended.set_value(); }));
  EXPECT_FALSE(worker->idle());
  gate.set_value();
  ended.get_future().wait();
}

}  // namespace
}  // namespace paravent::lsp
