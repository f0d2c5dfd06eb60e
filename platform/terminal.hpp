// Secrets that somebody types, or that another program hands over.
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace paravent::platform {

// Asks on standard error and reads a line of standard input without showing it. Nothing where standard input
// is no terminal, or at its end.
std::optional<std::string> ask_secret(std::string_view question);

// The first line that comes from a descriptor of this process; nothing when it cannot be read.
std::optional<std::string> secret_from(int descriptor);

}  // namespace paravent::platform
