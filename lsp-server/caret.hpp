// What is being typed: the word of the last edit is not underlined until the writer goes on elsewhere or
// pauses. Display only: it is masked like any other.
#pragma once

#include <chrono>
#include <optional>
#include <string_view>

#include "text/text_edit.hpp"

namespace paravent::lsp {

class Caret {
 public:
  using Clock = std::chrono::steady_clock;

  // An edit was applied: `edit` in bytes of the text before it, `text` as it is after it. What holds white
  // space is no half-typed word.
  void edited(const text::TextEdit& edit, std::string_view text, Clock::time_point until);
  void leave() {
    word_.reset();
    at_.reset();
  }
  // The word that is hidden at a time.
  std::optional<text::ByteRange> hidden(Clock::time_point now) const;
  // The line of the last edit in `text`, which is as it was after that edit; an autosave leaves it as it is.
  std::optional<text::ByteRange> line(Clock::time_point now, std::string_view text) const;

 private:
  std::optional<text::ByteRange> word_;
  std::optional<std::size_t> at_;  // end of the last edit
  Clock::time_point until_;
};

}  // namespace paravent::lsp
