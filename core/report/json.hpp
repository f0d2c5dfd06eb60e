// Writes JSON straight into a string: findings are many, and a tree of objects would cost more than finding
// them.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace paravent::report {

// `text` as a JSON string with its quotes. Ill-formed UTF-8 becomes U+FFFD, so that the output is always
// valid JSON; every control character is escaped, so that it does nothing to a terminal.
void append_json_string(std::string& out, std::string_view text);
void append_number(std::string& out, std::uint64_t value);

// 0..1000 as a decimal fraction: 987 → 0.987, 1000 → 1.0.
void append_score(std::string& out, std::uint16_t permille);

}  // namespace paravent::report
