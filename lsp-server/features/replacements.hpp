// Which edits replace one finding, all of an entity, or everything: parts of the one plan of the whole note,
// so that an alias is the same whichever way it comes into the text.
#pragma once

#include <string>
#include <vector>

#include "anonymise/plan.hpp"
#include "lsp-server/snapshot.hpp"
#include "text/text_edit.hpp"

namespace paravent::lsp {

// The findings that a range touches and that can be replaced, hints included; at most `limit`.
std::vector<const detect::Finding*> replaceable_at(const Snapshot& snapshot, const text::ByteRange& range,
                                                   std::size_t limit);

std::vector<text::TextEdit> edits_of_this(const Snapshot& snapshot, const anonymise::Plan& plan,
                                          const detect::Finding& finding);
// Of every mention of the finding's entity; of the finding alone when it belongs to none.
std::vector<text::TextEdit> edits_of_all(const Snapshot& snapshot, const anonymise::Plan& plan,
                                         const detect::Finding& finding);

std::string title_of_this(const Snapshot& snapshot, const detect::Finding& finding);
std::string title_of_all(const Snapshot& snapshot, const detect::Finding& finding);
std::string title_of_everything(const Snapshot& snapshot);

}  // namespace paravent::lsp
