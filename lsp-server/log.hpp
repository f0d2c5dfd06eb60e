// The only door to a log. What can be written is names fixed at compile time and numbers: text of a note, a
// path or the body of a message cannot even be passed (DESIGN.md, rule 6).
#pragma once

#include <cstdint>
#include <filesystem>
#include <initializer_list>
#include <memory>
#include <string_view>

#include "text/result.hpp"

namespace paravent::lsp {

// A string that stands in the source of this program.
class Literal {
 public:
  consteval Literal(const char* text) : text_(text) {}
  constexpr std::string_view view() const { return text_; }

 private:
  std::string_view text_;
};

struct Field {
  Literal name;
  std::int64_t number = 0;
  bool hexadecimal = false;
};

class Log {
 public:
  enum class Level { Debug, Info, Warning, Error };

  virtual ~Log() = default;
  // From any thread.
  void event(Level level, Literal what, std::initializer_list<Field> fields = {});
  void event(Level level, Literal what, Literal which, std::initializer_list<Field> fields = {});
  // A number that stands for a document in this log only: keyed with a random number of this process, because
  // the path of a note may hold the name of a client.
  Field document(std::string_view uri) const;

 protected:
  Log();
  // For a log that hands its lines on.
  static void pass_on(Log& to, Level level, std::string_view text) { to.line(level, text); }

 private:
  virtual void line(Level level, std::string_view text) = 0;
  std::uint64_t key_;
};

std::shared_ptr<Log> log_to_nowhere();
std::shared_ptr<Log> log_to_stderr();
// Appends to a file; a failure says why it cannot be opened.
text::Result<std::shared_ptr<Log>> log_to_file(const std::filesystem::path& path);

}  // namespace paravent::lsp
