// A person's name in the note, with the civility before it.
#pragma once

#include <cstddef>

namespace paravent::anonymise {

struct NameSpan {
  std::size_t index;  // among the masking findings
  std::size_t begin;  // with the civility
  std::size_t end;
};

}  // namespace paravent::anonymise
