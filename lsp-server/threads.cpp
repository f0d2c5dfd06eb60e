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

// Invariant: a thread runs while something waits. It is started by the task that needs it and, when the
// worker rests, ends by itself.
class ThreadedWorker : public Worker {
 public:
  using Worker::Worker;

  // thread_ is the last member: it is joined before what it uses goes.
  ~ThreadedWorker() override { end_when_done(); }

  void post(Task task, Lane lane) override {
    {
      const std::lock_guard guard(lock_);
      auto place = queue_.end();
      if (lane == Lane::Save) {
        while (place != queue_.begin() && std::prev(place)->lane == Lane::Ask) --place;
      }
      queue_.insert(place, Waiting{lane, std::move(task)});
      resting_ = false;
      if (!running_) start();
      running_ = true;
    }
    changed_.notify_one();
  }

  void set_alarm(std::chrono::milliseconds delay, std::function<void()> task) override {
    const std::lock_guard guard(lock_);
    alarm_at_ = std::chrono::steady_clock::now() + delay;
    alarm_ = std::move(task);
  }
  void ring() override {}

  bool idle() const override {
    const std::lock_guard guard(lock_);
    return queue_.empty() && !busy_;
  }

  void rest() override { end_when_done(); }

 private:
  struct Waiting {
    Lane lane;
    Task task;
  };

  void end_when_done() {
    {
      const std::lock_guard guard(lock_);
      resting_ = true;
    }
    changed_.notify_one();
  }

  // The thread before this one, if there was one, is done with the lock: it said so under it.
  void start() {
    thread_ = std::jthread([this] { work_until_rest(); });
  }

  void work_until_rest() {
    std::unique_lock guard(lock_);
    for (;;) {
      const auto something = [this] { return resting_ || !queue_.empty(); };
      if (alarm_ == nullptr) {
        changed_.wait(guard, something);
      } else if (!changed_.wait_until(guard, alarm_at_, something)) {
        work(guard, Task(std::exchange(alarm_, nullptr)));
        continue;
      }
      if (queue_.empty()) break;
      Task task = std::move(queue_.front().task);
      queue_.pop_front();
      work(guard, std::move(task));
    }
    alarm_ = nullptr;
    running_ = false;
  }

  // A task is destroyed before the lock is taken again: what it owns may answer the client.
  void work(std::unique_lock<std::mutex>& guard, Task task) {
    busy_ = true;
    guard.unlock();
    run(std::move(task));
    guard.lock();
    busy_ = false;
  }

  mutable std::mutex lock_;
  std::condition_variable changed_;
  std::deque<Waiting> queue_;                       // guarded by lock_
  std::function<void()> alarm_;                     // guarded by lock_
  std::chrono::steady_clock::time_point alarm_at_;  // guarded by lock_
  bool busy_ = false;                               // guarded by lock_
  bool resting_ = false;                            // guarded by lock_
  bool running_ = false;                            // guarded by lock_
  std::jthread thread_;                             // the reader's
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

std::unique_ptr<Worker> make_threaded_worker(Worker::Failed failed) {
  return std::make_unique<ThreadedWorker>(std::move(failed));
}

std::unique_ptr<Deadlines> make_threaded_deadlines() {
  return std::make_unique<ThreadedDeadlines>();
}

}  // namespace paravent::lsp
