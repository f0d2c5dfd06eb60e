// What is underlined.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "lsp-server/snapshot.hpp"

namespace paravent::lsp {

inline constexpr std::size_t max_diagnostics = 1000;  // VS Code shows no more of one source

// The sentence of one finding: what it is, why, and what would stand in its place.
std::string message_of(const Snapshot& snapshot, const detect::Finding& finding);

void write_diagnostic(JsonWriter& json, const Snapshot& snapshot, const detect::Finding& finding);

// All diagnostics of a note, as a JSON array. Above the limit hints give way first, and the last one says how
// many are missing.
std::string diagnostic_items(const Snapshot& snapshot);

// One error at the start of a note that cannot be checked, as a JSON array: silence would look like "nothing
// found".
std::string unchecked_items(std::string_view message);

std::string full_report(std::string_view items, std::string_view result_id);
std::string unchanged_report(std::string_view result_id);
// The params of a push; without a version when `version` is nullptr.
std::string publish_params(std::string_view uri, const std::int64_t* version, std::string_view items);

}  // namespace paravent::lsp
