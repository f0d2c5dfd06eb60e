// What follows a save.
#pragma once

#include "lsp-server/draft.hpp"
#include "lsp-server/session.hpp"

namespace paravent::lsp {

// Reads the policy again, keeps what the save mode promises, checks that it was kept, and tells the user when
// it was not. Called on the document's worker, when every change before the save has been applied.
void after_save(Draft& draft, Session& session);

}  // namespace paravent::lsp
