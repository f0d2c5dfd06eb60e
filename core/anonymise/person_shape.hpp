// The parts of a person's name, and the ways in which it is written short.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace paravent::anonymise {

struct PersonParts {
  std::string given;    // empty for a name of one word
  std::string surname;  // the whole name then
};
// "Claire Dupont", "DUPONT Claire", "Anne Sophie de La Tour".
PersonParts parts_of(std::string_view name);

enum class NameShape : std::uint8_t {
  Whole,           // Claire Dupont
  Inverted,        // Dupont Claire
  Given,           // Claire
  Surname,         // Dupont
  InitialAndName,  // C. Dupont
};
// `name` in that shape, or whole where it has no such parts.
std::string in_shape(std::string_view name, NameShape shape);

// For tags, file names and targets of links: "Claire-Dupont".
std::string name_in_one_word(std::string_view name, std::string_view joint);

}  // namespace paravent::anonymise
