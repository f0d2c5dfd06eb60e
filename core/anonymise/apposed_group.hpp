// Several people behind whose names stands what they are: "Corinne et Patrice Delmas, boulangers à Vitré".
#pragma once

#include <optional>
#include <string>

#include "anonymise/describe_person.hpp"
#include "anonymise/note.hpp"

namespace paravent::anonymise {

struct ApposedGroup {
  std::size_t begin = 0;
  std::size_t end = 0;
  std::size_t count = 0;       // of masking findings
  std::string words;           // "deux boulangers", "mes deux associés"
  std::size_t comma = nobody;  // of a closing comma further on that goes too
};

// The one whose first name is the masking finding number `at`. French alone.
std::optional<ApposedGroup> apposed_group_at(const Note& note, std::size_t at);

}  // namespace paravent::anonymise
