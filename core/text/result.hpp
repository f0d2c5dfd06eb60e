// What a pure function returns when it may fail: a value, or a Failure that says what to do. Nothing throws.
#pragma once

#include <string>
#include <utility>
#include <variant>

namespace paravent::text {

// Why something could not be done, as a sentence for the user in both languages. It never quotes a note.
struct Failure {
  std::string fr;
  std::string en;
};

template <class T>
class [[nodiscard]] Result {
 public:
  Result(T value) : held_(std::move(value)) {}
  Result(Failure failure) : held_(std::move(failure)) {}

  explicit operator bool() const { return std::holds_alternative<T>(held_); }
  // Only when the result holds a value.
  T& operator*() { return *std::get_if<T>(&held_); }
  const T& operator*() const { return *std::get_if<T>(&held_); }
  T* operator->() { return std::get_if<T>(&held_); }
  const T* operator->() const { return std::get_if<T>(&held_); }
  // Only when it does not.
  const Failure& failure() const { return *std::get_if<Failure>(&held_); }

 private:
  std::variant<T, Failure> held_;
};

}  // namespace paravent::text
