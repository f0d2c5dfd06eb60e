// What an output replaced is remembered before the output is written.
#include "store/backups.hpp"
#include "store/erase.hpp"
#include "store/failures.hpp"
#include "store/vault_state.hpp"

namespace paravent::store {

using text::Result;

Result<Done> Vault::remember_undo(std::string_view folder, std::string_view note, const UndoOutput& output,
                                  const std::vector<UndoPiece>& pieces, Moment now,
                                  const UndoLimits& limits) {
  State& state = *state_;
  const auto safe = back_up_once_a_day(state.places, state.database, now);
  if (!safe) return safe.failure();
  Transaction all(state.database);
  if (!state.undo.insert(folder, note, output, pieces, now)) {
    if (auto failed = state.database.take_failure()) return *failed;
    return failure(say::unknown_entity);
  }
  state.undo.prune(folder, note, limits, now);
  return all.commit();
}

Result<std::optional<UndoRecord>> Vault::find_undo(std::string_view folder, std::string_view note,
                                                   std::string_view output) {
  return state_->undo.of_output(folder, note, output);
}

Result<std::optional<UndoRecord>> Vault::newest_undo(std::string_view folder, std::string_view note) {
  return state_->undo.of_note(folder, note);
}

Result<std::optional<UndoRecord>> Vault::undo_before(std::string_view folder, std::string_view record) {
  return state_->undo.before(folder, record);
}

Result<bool> Vault::is_output_of_another_folder(std::string_view folder, std::string_view output) {
  const bool there = state_->undo.is_of_another_folder(folder, output);
  if (auto failed = state_->database.take_failure()) return *failed;
  return there;
}

Result<Done> Vault::forget_undo(std::string_view record) {
  State& state = *state_;
  {
    Transaction all(state.database);
    erase(state.database, record);
    state.database.run("UPDATE header SET scrub_pending=1");
    const auto done = all.commit();
    if (!done) return done.failure();
  }
  return scrub_backups(state.places, state.database);
}

}  // namespace paravent::store
