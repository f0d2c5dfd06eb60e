// Which lines of a text are still those of another.
#pragma once

#include <cstddef>
#include <string_view>
#include <vector>

namespace paravent::anonymise {

inline constexpr std::size_t no_line = static_cast<std::size_t>(-1);

// Lines with their ends; their sizes add up to that of `text`.
std::vector<std::string_view> lines_of(std::string_view text);

// For each line of `after`, the line of `before` that it is, in rising order; no_line for what is new. Equal
// lines are told apart by what stands beside them, and are new where that does not decide.
std::vector<std::size_t> common_lines(const std::vector<std::string_view>& before,
                                      const std::vector<std::string_view>& after);

}  // namespace paravent::anonymise
