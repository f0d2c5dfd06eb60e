// All code of the server that starts a thread. Not part of single-threaded builds (CMakeLists.txt).
#include <condition_variable>
#include <deque>
#include <mutex>
#include <queue>
#include <thread>
#include <vector>

#include "lsp-server/worker.hpp"

namespace paravent::lsp {
namespace {

class ThreadedWorker : public Worker {
 public:
  ThreadedWorker() : thread_([this] { run(); }) {}

  ~ThreadedWorker() override {
    {
      const std::lock_guard guard(lock_);
      closing_ = true;
    }
    changed_.notify_one();
  }  // the thread is the last member: it is joined here, before what it uses goes

  void post(Task task) override {
    {
      const std::lock_guard guard(lock_);
      queue_.push_back(std::move(task));
    }
    changed_.notify_one();
  }

  bool idle() const override {
    const std::lock_guard guard(lock_);
    return queue_.empty() && !busy_;
  }

 private:
  void run() {
    std::unique_lock guard(lock_);
    for (;;) {
      changed_.wait(guard, [this] { return closing_ || !queue_.empty(); });
      if (queue_.empty()) return;
      busy_ = true;
      {
        // A task is destroyed before the lock is taken again: what it owns may answer the client.
        Task task = std::move(queue_.front());
        queue_.pop_front();
        guard.unlock();
        task.run();
      }
      guard.lock();
      busy_ = false;
    }
  }

  mutable std::mutex lock_;
  std::condition_variable changed_;
  std::deque<Task> queue_;  // guarded by lock_
  bool busy_ = false;       // guarded by lock_
  bool closing_ = false;    // guarded by lock_
  std::jthread thread_;
};

class ThreadedDeadlines : public Deadlines {
 public:
  ThreadedDeadlines() : thread_([this] { run(); }) {}

  ~ThreadedDeadlines() override {
    {
      const std::lock_guard guard(lock_);
      closing_ = true;
    }
    changed_.notify_one();
  }

  void watch(std::weak_ptr<PendingCall> call, std::chrono::milliseconds limit) override {
    bool earliest = false;
    {
      const std::lock_guard guard(lock_);
      const Entry entry{Clock::now() + limit, std::move(call)};
      earliest = entries_.empty() || entry.when < entries_.top().when;
      entries_.push(entry);
    }
    if (earliest) changed_.notify_one();
  }

 private:
  using Clock = std::chrono::steady_clock;
  struct Entry {
    Clock::time_point when;
    std::weak_ptr<PendingCall> call;
    bool operator<(const Entry& other) const { return when > other.when; }  // the earliest is on top
  };

  void run() {
    std::unique_lock guard(lock_);
    while (!closing_) {
      if (entries_.empty()) {
        changed_.wait(guard);
      } else if (entries_.top().call.expired()) {
        entries_.pop();  // answered long ago: no reason to wake up for it
      } else if (const auto when = entries_.top().when; Clock::now() < when) {
        changed_.wait_until(guard, when);
      } else {
        const auto call = entries_.top().call.lock();
        entries_.pop();
        guard.unlock();
        if (call) call->expire();
        guard.lock();
      }
    }
  }

  std::mutex lock_;
  std::condition_variable changed_;
  std::priority_queue<Entry> entries_;  // guarded by lock_
  bool closing_ = false;                // guarded by lock_
  std::jthread thread_;
};

}  // namespace

std::unique_ptr<Worker> make_threaded_worker() {
  return std::make_unique<ThreadedWorker>();
}

std::unique_ptr<Deadlines> make_threaded_deadlines() {
  return std::make_unique<ThreadedDeadlines>();
}

}  // namespace paravent::lsp
