// What comes before a write and what follows a save. Called on the document's worker, when every change
// before has been applied.
#pragma once

#include <cstdint>
#include <optional>
#include <string>

#include "lsp-server/draft.hpp"
#include "lsp-server/session.hpp"

namespace paravent::lsp {

// Reads the policy again, keeps what the save mode promises, checks that it was kept, and tells the user when
// it was not: at once, and by a remark on the note until a save makes it good.
void after_save(Draft& draft, Session& session);

// Says when the twin of a note that was just opened was made from another text.
void check_twin(Draft& draft, Session& session);

// The answer to paravent/mayWrite: {allowed, strict, count, message}. In strict mode yes only for a text that
// was checked and holds nothing to mask; every doubt is a no that says why. `version`: that is to be written.
std::string may_write(Draft& draft, std::optional<std::int64_t> version);
// The same answer when there is no time left to look.
std::string may_not_write(std::string_view message);

}  // namespace paravent::lsp
