// What a save left to say, among the diagnostics of its note.
#pragma once

#include <string>
#include <string_view>

namespace paravent::lsp {

struct SaveRemark;

// `items`, a JSON array of diagnostics, with the remark before them.
std::string with_remark(std::string_view items, const SaveRemark& remark);

}  // namespace paravent::lsp
