// Texts that are not analysed: too large, or no UTF-8.
#pragma once

#include <optional>
#include <string_view>

#include "text/result.hpp"

namespace paravent::detect {

// Why a text is not checked; nothing if it can be.
std::optional<text::Failure> refusal_of(std::string_view text);

}  // namespace paravent::detect
