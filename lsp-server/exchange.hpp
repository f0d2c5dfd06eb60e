// Text that leaves a note without its names, and comes back to it with them. Called on the document's worker.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "lsp-server/draft.hpp"
#include "lsp-server/session.hpp"
#include "text/text_edit.hpp"

namespace paravent::lsp {

// A note, or a part of it, as it may be given to others: {text, count}, with aliases that come back unless
// another style is asked for.
text::Result<std::string> copied(Draft& draft, Session& session, const Snapshot& snapshot,
                                 const std::optional<text::PositionRange>& range,
                                 std::optional<policy::Style> style);

// A text that was copied, whatever was made of it, with its names: {text, leftovers}.
text::Result<std::string> restored(const Draft& draft, Session& session, std::string_view text);

// The note as it was before aliases were put in it, as far as its newest record and the vault tell.
struct Undone {
  std::vector<text::TextEdit> edits;
  std::vector<std::string> leftovers;  // aliases that stay
};
text::Result<Undone> undone(const Draft& draft, Session& session, const Snapshot& snapshot);

}  // namespace paravent::lsp
