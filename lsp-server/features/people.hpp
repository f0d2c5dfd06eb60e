// Where the people, firms and places of a note stand: highlights, references, symbols.
#pragma once

#include <string>

#include "lsp-server/capabilities.hpp"
#include "lsp-server/features/params.hpp"
#include "lsp-server/snapshot.hpp"

namespace paravent::lsp {

// The result of textDocument/documentHighlight as JSON: the mentions of what stands under the caret.
std::string highlights(const Snapshot& snapshot, const text::Position& position);

// The result of textDocument/references. The first mention counts as the declaration.
std::string references(const Snapshot& snapshot, const ReferenceParams& params);

// The result of textDocument/documentSymbol: each person, firm, place or project that is masked, with its
// mentions below it when there are several. Headings are the editor's business.
std::string symbols(const Snapshot& snapshot, const ClientCapabilities& client);

}  // namespace paravent::lsp
