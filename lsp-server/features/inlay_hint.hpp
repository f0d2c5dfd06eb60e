// Behind each passage, what would stand there.
#pragma once

#include <string>

#include "anonymise/plan.hpp"
#include "lsp-server/snapshot.hpp"

namespace paravent::lsp {

// The result of textDocument/inlayHint as JSON: one hint an edit of the plan in that range.
std::string inlay_hints(const Snapshot& snapshot, const anonymise::Plan& plan, const text::ByteRange& range);

// The real name behind each alias of a note that is rewritten in place.
std::string real_name_hints(const Snapshot& snapshot, const std::vector<anonymise::Alias>& aliases,
                            const text::ByteRange& range);

}  // namespace paravent::lsp
