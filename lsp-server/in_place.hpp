// A note that is rewritten itself, with aliases of the vault. Called on the document's worker.
#pragma once

#include <vector>

#include "lsp-server/draft.hpp"
#include "lsp-server/session.hpp"
#include "text/text_edit.hpp"

namespace paravent::lsp {

// An autosave leaves the line that is being typed for now.
enum class Asked : bool { ByAutosave, ByUser };

// The edits that put aliases in place of what masks in this very version; when they are returned, the vault
// can undo them. A failure means that nothing may be replaced. Either is remembered in the draft, for what is
// said after the save. A `hint` that the user asked for is replaced as if it masked.
text::Result<std::vector<text::TextEdit>> edits_in_place(Draft& draft, Session& session, Asked asked,
                                                         const detect::Finding* hint = nullptr);

// The encoding of the note as it lies on disk; UTF-8 where that is not known.
text::FileEncoding encoding_on_disk(const Draft& draft);

// What the vault has to tell once.
void tell_news(Session& session, text::Language language);

}  // namespace paravent::lsp
