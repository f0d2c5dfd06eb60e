// How much of what a note holds, in words.
#pragma once

#include <cstddef>
#include <string>

#include "lsp-server/snapshot.hpp"

namespace paravent::lsp {

// "3 personnes, 1 entreprise et 4 autres données": people, firms and places count once however often they are
// named. Empty when nothing in the range will be replaced.
std::string counted(const Snapshot& snapshot, const text::ByteRange& range);

// "2 noms" when only people are named there, else "2 données personnelles"; empty as above.
std::string counted_briefly(const Snapshot& snapshot, const text::ByteRange& range);

}  // namespace paravent::lsp
