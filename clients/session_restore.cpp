// The way back.
#include <algorithm>
#include <utility>

#include "anonymise/inverse.hpp"
#include "anonymise/restore.hpp"
#include "clients/aliases.hpp"
#include "clients/session.hpp"
#include "clients/undo.hpp"
#include "text/language.hpp"

namespace paravent::clients {
namespace {

using text::FileEncoding;
using text::Result;

constexpr text::Wording of_another_folder{
    "ce texte a été écrit dans un autre dossier, où ses alias désignent d’autres personnes. Remettez les "
    "noms "
    "depuis une note de ce dossier-là (en ligne de commande : --folder) ; rien n’a été changé.",
    "this text was written in another folder, where its aliases stand for other people. Put the names back "
    "from a note of that folder (on the command line: --folder); nothing was changed."};

// Each once, in their order.
std::vector<std::string> words_of(std::string_view text, const std::vector<text::ByteRange>& ranges) {
  std::vector<std::string> out;
  for (const text::ByteRange& range : ranges) {
    std::string words(text.substr(range.begin.value, range.size()));
    if (std::find(out.begin(), out.end(), words) == out.end()) out.push_back(std::move(words));
  }
  return out;
}

std::vector<std::string> aliases_in(std::string_view text) {
  return words_of(text, anonymise::restore(text, {}).leftovers);
}

std::optional<FileEncoding> encoding_of(const store::UndoRecord& record) {
  if (record.encoding > static_cast<std::uint64_t>(FileEncoding::Windows1252)) return std::nullopt;
  return static_cast<FileEncoding>(record.encoding);
}

// What a record takes back of its own output; nothing when the record does not fit itself.
Result<std::optional<Restored>> undone(const store::UndoRecord& record) {
  const auto encoding = encoding_of(record);
  const auto text = anonymise::inverted(record.text, known_pieces(record));
  if (!encoding || !text) return std::optional<Restored>();
  auto bytes = text::encode_file(*text, *encoding);
  if (!bytes) return bytes.failure();
  const bool whole = std::none_of(record.pieces.begin(), record.pieces.end(),
                                  [](const store::UndoPiece& piece) { return piece.forgotten; });
  return std::optional(Restored{std::move(*bytes), whole, aliases_in(*text)});
}

// A text of plain letters alone does not show in which encoding the note was.
FileEncoding encoding_to_write(const text::Decoded& now, const std::optional<store::UndoRecord>& record) {
  const bool plain = std::all_of(now.text.begin(), now.text.end(), [](char c) { return (c & 0x80) == 0; });
  if (!record || !plain || now.encoding != FileEncoding::Utf8) return now.encoding;
  return encoding_of(*record).value_or(now.encoding);
}

}  // namespace

Result<Restored> Session::restore(std::string_view bytes, const Folder& folder, const std::string& note,
                                  FolderIs which) {
  auto record = vault_.find_undo(folder.id, note, bytes);
  if (!record) return record.failure();
  const bool one_note = !is_many_notes(note);
  if (*record) {
    auto exact = one_note ? restore_exact(**record, folder) : undone(**record);
    if (!exact) return exact.failure();
    if (*exact) return std::move(**exact);
  } else if (which == FolderIs::OfTheNote) {
    const auto elsewhere = vault_.is_output_of_another_folder(folder.id, bytes);
    if (!elsewhere) return elsewhere.failure();
    if (*elsewhere)
      return text::Failure{std::string(of_another_folder.fr), std::string(of_another_folder.en)};
  }
  const auto newest = vault_.newest_undo(folder.id, note);
  if (!newest) return newest.failure();
  return restore_changed(bytes, folder, *newest, one_note);
}

// What a record gives back may itself be what an older one wrote, with or without changes of its owner.
Result<std::optional<Restored>> Session::restore_exact(const store::UndoRecord& record,
                                                       const Folder& folder) {
  auto exact = undone(record);
  if (!exact || !*exact || (*exact)->leftovers.empty()) return exact;
  const auto before = vault_.undo_before(folder.id, record.id);
  if (!before) return before.failure();
  if (!*before) return exact;
  const auto was = undone(**before);
  if (!was) return was.failure();
  // A note that was restored in between: the aliases that stand in it are its own.
  if (*was && (*was)->bytes == (*exact)->bytes) return exact;
  const auto written = text::encode_file((*before)->text, encoding_of(**before).value_or(FileEncoding::Utf8));
  if (written && *written == (*exact)->bytes) {
    auto further = restore_exact(**before, folder);
    if (further && *further) (*further)->exact &= (*exact)->exact;
    return further;
  }
  auto changed = restore_changed((*exact)->bytes, folder, *before, true);
  if (!changed) return changed.failure();
  return std::optional(std::move(*changed));
}

Result<Restored> Session::restore_changed(std::string_view bytes, const Folder& folder,
                                          const std::optional<store::UndoRecord>& newest, bool one_note) {
  const auto decoded = text::decode_file(bytes);
  if (!decoded) return decoded.failure();
  const auto known = vault_.entries(folder.id);
  if (!known) return known.failure();
  std::string text = decoded->text;
  // Step by step, since a line that the last anonymisation left alone may have been changed by one before.
  for (std::optional<store::UndoRecord> record = newest; record;) {
    auto lines = anonymise::inverted(text, record->text, known_pieces(*record), {});
    if (lines) text = std::move(lines->text);
    if (!one_note) break;
    auto before = vault_.undo_before(folder.id, record->id);
    if (!before) return before.failure();
    record = std::move(*before);
  }
  const anonymise::Restored named = anonymise::restore(text, aliases_to_restore(known->entries));
  auto back = text::encode_file(named.text, encoding_to_write(*decoded, newest));
  if (!back) return back.failure();
  return Restored{std::move(*back), false, words_of(named.text, named.leftovers)};
}

Result<Restored> restore_without_vault(std::string_view bytes) {
  const auto decoded = text::decode_file(bytes);
  if (!decoded) return decoded.failure();
  return Restored{std::string(bytes), false, aliases_in(decoded->text)};
}

}  // namespace paravent::clients
