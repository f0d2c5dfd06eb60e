// Words for family and friends: they say who someone is as a role does, but only with whose they are.
#pragma once

#include <cstddef>
#include <optional>
#include <string_view>

#include "anonymise/reading.hpp"

namespace paravent::anonymise {

// The word that starts, or ends, at `at`: "frère", "belle-sœur". Its `kin` is set.
std::optional<RoleMention> kin_at(std::string_view text, std::size_t at);
std::optional<RoleMention> kin_ending_at(std::string_view text, std::size_t end);

}  // namespace paravent::anonymise
