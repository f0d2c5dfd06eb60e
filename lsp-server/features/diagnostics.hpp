// What is sent around the diagnostics of a note (diagnostic_list.hpp): reports, pushes, and messages in their
// place.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "lsp-server/features/diagnostic_writer.hpp"
#include "lsp-server/json_writer.hpp"

namespace paravent::lsp {

// A message about the note as a whole, at its start.
void write_message(JsonWriter& json, Severity severity, std::string_view message);
// One error at the start of a note that cannot be checked, as a JSON array: silence would look like "nothing
// found".
std::string unchecked_items(std::string_view message);

// A full report up to its items, which a closing brace follows.
std::string full_report_head(std::string_view result_id);
std::string unchanged_report(std::string_view result_id);
// The same as an item of a workspace report; of a note that is not open `version` is nullptr.
std::string workspace_report(std::string_view uri, const std::int64_t* version, std::string_view items,
                             std::string_view result_id);
std::string workspace_unchanged_report(std::string_view uri, const std::int64_t* version,
                                       std::string_view result_id);
// The id of a result: by content, so that what did not change need not be sent again, whatever was typed.
std::string result_id_of(std::string_view items);

// The params of a push up to its items, which a closing brace follows; without a version when `version` is
// nullptr.
std::string push_head(std::string_view uri, const std::int64_t* version);

}  // namespace paravent::lsp
