// What the client believes that a note holds, kept the slow way: the oracle of the server's draft.
#pragma once

#include <cstdint>
#include <optional>
#include <string>

#include "core/text/slow_positions.hpp"
#include "text/document.hpp"

namespace paravent::fuzz {

struct Model {
  enum class State {
    Closed,
    Open,
    Lost,  // a message was lost or an edit did not fit: only a full text brings the draft back
  };
  State state = State::Closed;
  std::string text;
  std::int64_t version = 0;

  void lose() {
    if (state == State::Open) state = State::Lost;
  }
  void replace_all(std::string fresh) {
    if (state == State::Closed) return;
    state = State::Open;
    text = std::move(fresh);
  }
  void replace(const text::PositionRange& where, const std::string& with, text::PositionEncoding encoding) {
    if (state != State::Open) return;
    const auto places = text::slow_places(text);
    const bool backwards = where.end.line < where.begin.line ||
                           (where.end.line == where.begin.line && where.end.column < where.begin.column);
    if (backwards) {
      lose();
      return;
    }
    const std::size_t begin = offset(places, where.begin, encoding);
    const std::size_t end = offset(places, where.end, encoding);
    text.replace(begin, end - begin, with);
  }

 private:
  // The last place of the line that is not behind the column; the end of the text for a line behind the last.
  static std::size_t offset(const std::vector<text::SlowPlace>& places, const text::Position& position,
                            text::PositionEncoding encoding) {
    std::size_t at = places.back().at;
    for (const text::SlowPlace& place : places) {
      if (place.line == position.line.value && place.column(encoding) <= position.column) at = place.at;
      if (place.line > position.line.value) break;
    }
    return at;
  }
};

}  // namespace paravent::fuzz
