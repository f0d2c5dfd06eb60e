// One edit in the making.
#pragma once

#include <cstddef>
#include <string>

namespace paravent::anonymise {

struct Draft {
  std::size_t begin = 0;  // bytes of the note
  std::size_t end = 0;
  std::string text;
  std::size_t covered = 1;  // how many masking findings, this one and those right behind, it takes out
};

}  // namespace paravent::anonymise
