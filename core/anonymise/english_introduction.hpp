// A name with its role beside it in English.
#pragma once

#include <cstddef>
#include <optional>
#include <string_view>

#include "anonymise/describe_person.hpp"
#include "anonymise/english_role.hpp"
#include "anonymise/note.hpp"

namespace paravent::anonymise {

struct EnglishIntroduction {
  enum class Shape {
    Apposition,  // Claire, HR director at LVMH, … · Claire (CFO)
    RoleBefore,  // our CFO, Tom, … · her son Leo: the role stays
    Title,       // CFO Tom Okafor: the role stays behind an article
    Label,       // Coach: Claire
  };
  Shape shape = Shape::Apposition;
  std::size_t name = nobody;  // index among the masking findings of the person
  EnglishRole role;
  std::size_t begin = 0;  // what is to be replaced
  std::size_t end = 0;
  std::size_t age = nobody;       // index of an age between name and role
  std::size_t employer = nobody;  // index of the firm behind the role
  std::string_view at_employer;   // "at", "for"
  std::size_t comma = nobody;     // of a closing comma further on that goes too
};

std::optional<EnglishIntroduction> english_introduction_at(const Note& note, std::size_t at);

}  // namespace paravent::anonymise
