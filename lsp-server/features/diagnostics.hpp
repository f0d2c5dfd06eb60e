// What is underlined. The sentence of a diagnostic does not say what would stand there: that takes a plan of
// the whole note, too much for every keystroke; hover and code actions say it.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "lsp-server/features/risk.hpp"
#include "lsp-server/snapshot.hpp"

namespace paravent::lsp {

inline constexpr std::size_t max_diagnostics = 1000;  // VS Code shows no more of one source

// All diagnostics of a note, as a JSON array; with other mentions of the same entity if `related`. Above the
// limit hints give way first, and the last one says how many are missing.
// `risks` come last, and always find room.
std::string diagnostic_items(const Snapshot& snapshot, bool related,
                             const std::vector<RiskRemark>& risks = {});

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
