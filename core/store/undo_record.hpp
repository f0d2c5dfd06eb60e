// What an anonymised output replaced, so that it can be put back.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "store/entry.hpp"

namespace paravent::store {

struct UndoPiece {
  std::uint64_t begin = 0;  // in the text of the output, bytes
  std::string written;      // what stands there in the output
  std::string original;     // what it replaced
  std::string entity;       // whose it is, empty for none: its key seals the piece
  bool forgotten = false;   // the entity was forgotten: begin is all that is left
};

// What took the place of a note. It is found again by its bytes; its text, in which the places of pieces
// count, is kept sealed, so that unchanged lines of one that was edited since can come back exactly.
struct UndoOutput {
  std::string_view bytes;      // as they lie on disk
  std::string_view text;       // the same, decoded
  std::uint64_t encoding = 0;  // of the note; whoever writes knows what the number means
  bool in_place = false;       // it took the place of the note: the record may be the only way back
};

struct UndoRecord {
  std::string id;
  Moment made;
  std::string text;
  std::uint64_t encoding = 0;
  std::vector<UndoPiece> pieces;  // in the order in which they were given
};

// Older records go when a new one is remembered, but never the newest of a note when its output took the
// note's place.
struct UndoLimits {
  std::int64_t records_per_note = 20;
  std::int64_t days = 90;
};

}  // namespace paravent::store
