// Where work on one document is done: in order, one task at a time, on a thread of its own, or at once where
// there are no threads.
#pragma once

#include <chrono>
#include <functional>
#include <memory>
#include <utility>

#include "lsp-server/guarded.hpp"
#include "lsp-server/reply.hpp"

namespace paravent::lsp {

// Something to do once. Unlike std::function it may own what cannot be copied: a Reply.
class Task {
 public:
  template <class F>
  explicit Task(F f) : held_(std::make_unique<Held<F>>(std::move(f))) {}
  void run() { held_->run(); }

 private:
  struct Base {
    virtual ~Base() = default;
    virtual void run() = 0;
  };
  template <class F>
  struct Held : Base {
    explicit Held(F f) : function(std::move(f)) {}
    void run() override { function(); }
    F function;
  };
  std::unique_ptr<Base> held_;
};

// What a task waits for. A save waits for texts and for saves, never for a question that came before it: an
// editor that saves holds its user up.
enum class Lane { Text, Save, Ask };

class Worker {
 public:
  // Told, on the worker, that a task was ended by an exception; before the task goes, with what it owns.
  using Failed = std::function<void()>;

  explicit Worker(Failed failed) : failed_(std::move(failed)) {}
  Worker(const Worker&) = delete;
  Worker& operator=(const Worker&) = delete;
  // Waits until everything posted has been done. An alarm that has not rung is dropped.
  virtual ~Worker() = default;
  // Called by the reader only.
  virtual void post(Task task, Lane lane = Lane::Ask) = 0;
  // Runs `task` here once, after `delay`; takes the place of an alarm that has not rung. Called by a task of
  // this worker only.
  virtual void set_alarm(std::chrono::milliseconds delay, std::function<void()> task) = 0;
  // Without threads an alarm rings when the reader asks for it.
  virtual void ring() = 0;
  // Nothing is being done or waits to be.
  virtual bool idle() const = 0;
  // Holds no thread once everything posted has been done, and drops the alarm; a later task takes one again.
  // Called by the reader only.
  virtual void rest() = 0;

 protected:
  void run(Task task) const {
    if (completes([&] { task.run(); })) return;
    if (failed_ != nullptr) completes(failed_);
  }

 private:
  Failed failed_;
};

// Ends requests that take too long.
class Deadlines {
 public:
  virtual ~Deadlines() = default;
  virtual void watch(std::weak_ptr<PendingCall> call, std::chrono::milliseconds limit) = 0;
};

std::unique_ptr<Worker> make_worker(bool threads, Worker::Failed failed = nullptr);
// Without threads a request is answered before the next message is read, so there is nothing to watch.
std::unique_ptr<Deadlines> make_deadlines(bool threads);

// threads.cpp; absent from single-threaded builds.
std::unique_ptr<Worker> make_threaded_worker(Worker::Failed failed);
std::unique_ptr<Deadlines> make_threaded_deadlines();

}  // namespace paravent::lsp
