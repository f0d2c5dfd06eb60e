// Several people who are said to be something together in English: "Tom and Priya Nair", "Anna, Ben and Carl
// from sales", "Tom and Priya, both teachers".
#pragma once

#include <cstddef>
#include <optional>
#include <string>

#include "anonymise/describe_person.hpp"
#include "anonymise/note.hpp"

namespace paravent::anonymise {

struct EnglishSeveral {
  std::size_t begin = 0;
  std::size_t end = 0;
  std::size_t count = 1;       // of masking findings
  std::string words;           // "two people", "two teachers", "my colleagues"; empty for a couple
  std::size_t comma = nobody;  // of a closing comma further on that goes too
};

// Those whose first name is the masking finding number `at`. Nothing before `floor` is read.
std::optional<EnglishSeveral> english_several_at(const Note& note, std::size_t at, std::size_t floor);

}  // namespace paravent::anonymise
