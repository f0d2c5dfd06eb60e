// Undo records as rows. A piece that belongs to an entity is sealed under the entity's key and goes with it;
// the others under a key of the record. Whoever calls holds a transaction.
#pragma once

#include <functional>
#include <optional>
#include <string>
#include <string_view>

#include "store/belongings.hpp"
#include "store/database.hpp"
#include "store/entities.hpp"
#include "store/undo_record.hpp"

namespace paravent::store {

class UndoRows {
 public:
  UndoRows(Database& database, const Keys& keys)
      : database_(database), keys_(keys), entities_(database, keys) {}

  // False when a piece names an entity that is not in the folder.
  bool insert(std::string_view folder, std::string_view note, const UndoOutput& output,
              const std::vector<UndoPiece>& pieces, Moment now);
  // The newest record of an output: that of the note, else that of the notes which have this output if they
  // were all alike. Two notes may have come to one output, and neither may get what the other was.
  text::Result<std::optional<UndoRecord>> of_output(std::string_view folder, std::string_view note,
                                                    std::string_view output);
  text::Result<std::optional<UndoRecord>> of_note(std::string_view folder, std::string_view note);
  // The newest of the same note among those that are older.
  text::Result<std::optional<UndoRecord>> before(std::string_view folder, std::string_view record);
  // Takes a person's names out of all records of a folder, but for the pieces that are hers by id. A record
  // that had one is made anew under another id, so that the old one can go from backups, and is no longer
  // found by its bytes: it gives back lines, where nothing was taken out.
  text::Result<Done> take_out(std::string_view folder, const NamesOf& names);
  bool is_of_another_folder(std::string_view folder, std::string_view output);
  void prune(std::string_view folder, std::string_view note, const UndoLimits& limits, Moment now);
  // Seals the pieces of an entity under the key of another, which is chosen by what a piece replaced. False
  // when a piece does not open.
  bool hand_over(std::string_view folder, std::string_view entity,
                 const std::function<std::string_view(std::string_view original)>& heir_of);

 private:
  text::Result<std::optional<UndoRecord>> of_any_note(std::string_view folder, std::string_view output_hash);
  text::Result<std::optional<UndoRecord>> read(Statement asked, std::string_view folder);
  void make_anew(std::string_view folder, const UndoRecord& record);
  bool read_pieces(UndoRecord& record, std::string_view folder, const Key& key);
  std::string hash_of(std::string_view what, std::string_view folder, std::string_view value) const;

  Database& database_;
  const Keys& keys_;
  Entities entities_;
};

}  // namespace paravent::store
