// The loop of a command that looks at each note by itself and says of it what it found.
#pragma once

#include <functional>
#include <string>
#include <vector>

#include "cli/input.hpp"
#include "detect/find.hpp"
#include "text/language.hpp"
#include "text/result.hpp"

namespace paravent::cli {

inline constexpr int nothing_to_say = 0;
inline constexpr int found_something = 1;
inline constexpr int input_failed = 2;

// What a look at one note came to.
struct Looked {
  std::string said;  // for standard output
  bool found = false;
};

// Reads and looks at the inputs in their order, and prints what is said of each as soon as it is known: a
// long run shows what it has. One that fails is told, and the others go on. The exit code.
using Look = std::function<text::Result<Looked>(const Input&, const Loaded&, const detect::Context&)>;
int for_each_input(const std::vector<std::string>& given, text::Language language, const Look& look);

}  // namespace paravent::cli
