// Answers to requests: each request gets exactly one, whatever happens to its handler.
#pragma once

#include <atomic>
#include <chrono>
#include <map>
#include <memory>
#include <string>
#include <string_view>

#include "lsp-server/log.hpp"
#include "lsp-server/outbox.hpp"
#include "lsp-server/sync.hpp"

namespace paravent::lsp {

class Calls;

// A request that is being worked on. Whoever answers first has answered: its handler, a cancellation, the
// deadline. Used from any thread.
class PendingCall {
 public:
  PendingCall(Calls& calls, std::string id, Literal method);

  void answer(Pieces result);
  void answer(std::string_view result) { answer(Pieces(&result, 1)); }
  void fail(ErrorCode code, std::string_view message, std::string_view data = {});
  bool answered() const { return answered_.load(); }
  // What is answered instead of an error when the time is over. Before the deadline is set.
  void set_late_result(std::string json) { late_result_ = std::move(json); }
  // The time is over.
  void expire();
  // Nobody has answered, and nobody will.
  void drop();

 private:
  bool take();  // true for the first who asks

  Calls& calls_;
  std::string id_;
  Literal method_;
  std::chrono::steady_clock::time_point begun_;
  std::string late_result_;
  std::atomic<bool> answered_ = false;
};

// The requests that have no answer yet. Outlives them.
class Calls {
 public:
  Calls(Outbox& outbox, Log& log) : outbox_(outbox), log_(log) {}

  // Nothing when a request with this id is being worked on already.
  std::shared_ptr<PendingCall> begin(const std::string& id, Literal method);
  void cancel(const std::string& id, std::string_view message);
  // What a request is told that has expired; whose handler gave no answer.
  void set_messages(std::string deadline, std::string no_answer) {
    deadline_message_ = std::move(deadline);
    no_answer_message_ = std::move(no_answer);
  }

 private:
  friend class PendingCall;
  void forget(const std::string& id);

  Outbox& outbox_;
  Log& log_;
  std::string deadline_message_ = "timed out";  // these are set before the first request that can expire
  std::string no_answer_message_ = "no answer";
  Mutex lock_;
  std::map<std::string, std::shared_ptr<PendingCall>> pending_;  // guarded by lock_
};

// The right to answer one request; handed from the reader to a feature. Answers with an error when it is
// dropped, and when there is no memory to send the answer.
class Reply {
 public:
  explicit Reply(std::shared_ptr<PendingCall> call) : call_(std::move(call)) {}
  ~Reply();
  Reply(Reply&&) noexcept = default;
  Reply& operator=(Reply&&) = delete;
  Reply(const Reply&) = delete;
  Reply& operator=(const Reply&) = delete;

  void result(Pieces json);
  void result(std::string_view json) { result(Pieces(&json, 1)); }
  void fail(ErrorCode code, std::string_view message, std::string_view data = {});
  // Nobody waits any more: cancelled or expired.
  bool settled() const { return call_ == nullptr || call_->answered(); }

 private:
  std::shared_ptr<PendingCall> call_;
};

}  // namespace paravent::lsp
