// The commands of `paravent` with what they take, and the help that is made of it.
#pragma once

#include <span>
#include <string>

#include "cli/arguments.hpp"

namespace paravent::cli {

std::span<const CommandSpec> commands();

// Of the program; of one command.
std::string usage(text::Language language);
std::string usage_of(const CommandSpec& command, text::Language language);

}  // namespace paravent::cli
