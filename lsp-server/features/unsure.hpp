// Findings that are only pointed out, as edits that the user is asked about: they go with "replace all" where
// the client can ask.
#pragma once

#include <vector>

#include "anonymise/plan.hpp"
#include "lsp-server/snapshot.hpp"
#include "text/text_edit.hpp"

namespace paravent::lsp {

// The edits for the hints of a note, of one entity where `entity` is not 0, that do not touch the `sure`
// ones. Who has one of `known` gets that alias.
std::vector<text::TextEdit> unsure_edits(const Snapshot& snapshot, const std::vector<text::TextEdit>& sure,
                                         const std::vector<anonymise::Alias>& known, detect::EntityId entity);

}  // namespace paravent::lsp
