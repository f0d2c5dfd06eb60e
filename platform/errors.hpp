// What the operating system's error numbers mean, in both languages.
#pragma once

#include <filesystem>

#include "text/language.hpp"
#include "text/result.hpp"

namespace paravent::platform {

// Names the file, what was being done ("lecture impossible") and, from errno, what to do.
text::Failure file_failure(const std::filesystem::path& path, int error, const text::Wording& doing);

inline constexpr text::Wording reading{"lecture impossible", "cannot be read"};
inline constexpr text::Wording writing{"écriture impossible", "cannot be written"};

}  // namespace paravent::platform
