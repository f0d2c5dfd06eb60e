// What an anonymisation replaced, as the vault keeps it, and back.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "anonymise/inverse.hpp"
#include "clients/aliases.hpp"
#include "store/undo_record.hpp"
#include "text/text_edit.hpp"

namespace paravent::clients {

// The pieces of `edits`, which made `written` out of `text`; each belongs to whose alias it wrote.
std::vector<store::UndoPiece> undo_pieces(std::string_view text, const text::TextEdits& edits,
                                          std::string_view written, const Owners& owners);

// Those that are still known: what belongs to somebody who was forgotten stays an alias.
std::vector<anonymise::Piece> known_pieces(const store::UndoRecord& record);

}  // namespace paravent::clients
