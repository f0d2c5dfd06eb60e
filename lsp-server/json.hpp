// Reading JSON that comes from outside: no exception, no unbounded depth, and questions that cannot fail.
#pragma once

#include <cstdint>
#include <nlohmann/json_fwd.hpp>
#include <optional>
#include <string>
#include <string_view>

namespace paravent::lsp {

using Json = nlohmann::json;

inline constexpr unsigned max_json_depth = 128;

// Nothing when it is not JSON, is not UTF-8, or nests deeper than max_json_depth.
std::optional<Json> parse_json(std::string_view text);

// A member of an object; nullptr when `json` is no object or lacks it.
const Json* member(const Json& json, const char* name);
// A member of a member …: at(json, "textDocument.diagnostic").
const Json* at(const Json& json, std::string_view dotted);

const std::string* as_string(const Json* json);            // nullptr when it is none
std::optional<std::int64_t> as_integer(const Json* json);  // nothing when it is none
bool is_true(const Json* json);

}  // namespace paravent::lsp
