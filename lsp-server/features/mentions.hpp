// What stands at a place of a note, and where else the same person, firm or place is named.
#pragma once

#include <vector>

#include "lsp-server/snapshot.hpp"

namespace paravent::lsp {

// The finding at an offset; its end counts too. One that masks goes before a hint. nullptr where there is
// none.
const detect::Finding* finding_at(const Snapshot& snapshot, text::ByteOffset at);
const detect::Finding* finding_at(const Snapshot& snapshot, const text::Position& position);

// Every mention of the finding's entity, hints too, in order and without overlaps; the finding alone when it
// belongs to no entity.
std::vector<const detect::Finding*> mentions_of(const Snapshot& snapshot, const detect::Finding& finding);

// nullptr for a finding without one.
const detect::Entity* entity_of(const Snapshot& snapshot, const detect::Finding& finding);

std::string_view words_of(const Snapshot& snapshot, const detect::Finding& finding);

}  // namespace paravent::lsp
