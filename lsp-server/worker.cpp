#include "lsp-server/worker.hpp"

namespace paravent::lsp {
namespace {

class AtOnce : public Worker {
 public:
  using Worker::Worker;
  void post(Task task, Lane /*lane*/) override { run(std::move(task)); }
  void set_alarm(std::chrono::milliseconds delay, std::function<void()> task) override {
    when_ = std::chrono::steady_clock::now() + delay;
    alarm_ = std::move(task);
  }
  void ring() override {
    if (alarm_ == nullptr || std::chrono::steady_clock::now() < when_) return;
    run(Task(std::exchange(alarm_, nullptr)));
  }
  bool idle() const override { return true; }
  void rest() override { alarm_ = nullptr; }

 private:
  std::function<void()> alarm_;
  std::chrono::steady_clock::time_point when_;
};

class NoDeadlines : public Deadlines {
  void watch(std::weak_ptr<PendingCall> /*call*/, std::chrono::milliseconds /*limit*/) override {}
};

}  // namespace

std::unique_ptr<Worker> make_worker([[maybe_unused]] bool threads, Worker::Failed failed) {
#ifndef PARAVENT_SINGLE_THREADED
  if (threads) return make_threaded_worker(std::move(failed));
#endif
  return std::make_unique<AtOnce>(std::move(failed));
}

std::unique_ptr<Deadlines> make_deadlines([[maybe_unused]] bool threads) {
#ifndef PARAVENT_SINGLE_THREADED
  if (threads) return make_threaded_deadlines();
#endif
  return std::make_unique<NoDeadlines>();
}

}  // namespace paravent::lsp
