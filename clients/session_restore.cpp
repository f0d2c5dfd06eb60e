// The way back.
#include <algorithm>
#include <utility>

#include "anonymise/inverse.hpp"
#include "anonymise/restore.hpp"
#include "clients/aliases.hpp"
#include "clients/session.hpp"
#include "clients/undo.hpp"

namespace paravent::clients {
namespace {

using text::FileEncoding;
using text::Result;

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

Result<Restored> Session::restore(std::string_view bytes, const Folder& folder, const std::string& note) {
  const auto record = vault_.find_undo(folder.id, bytes);
  if (!record) return record.failure();
  if (*record) {
    auto exact = undone(**record);
    if (!exact) return exact.failure();
    if (*exact) return std::move(**exact);
  }
  return restore_changed(bytes, folder, note);
}

Result<Restored> Session::restore_changed(std::string_view bytes, const Folder& folder,
                                          const std::string& note) {
  const auto decoded = text::decode_file(bytes);
  if (!decoded) return decoded.failure();
  const auto known = vault_.entries(folder.id);
  if (!known) return known.failure();
  const auto record = vault_.newest_undo(folder.id, note);
  if (!record) return record.failure();
  const std::vector<anonymise::Alias> aliases = aliases_to_restore(known->entries);
  std::optional<anonymise::InvertedLines> lines;
  if (*record) {
    lines = anonymise::inverted(decoded->text, (*record)->text, known_pieces(**record), aliases);
  }
  if (!lines) {
    anonymise::Restored plain = anonymise::restore(decoded->text, aliases);
    lines = anonymise::InvertedLines{std::move(plain.text), 0, 0, std::move(plain.leftovers)};
  }
  auto back = text::encode_file(lines->text, encoding_to_write(*decoded, *record));
  if (!back) return back.failure();
  return Restored{std::move(*back), false, words_of(lines->text, lines->leftovers)};
}

Result<Restored> restore_without_vault(std::string_view bytes) {
  const auto decoded = text::decode_file(bytes);
  if (!decoded) return decoded.failure();
  return Restored{std::string(bytes), false, aliases_in(decoded->text)};
}

}  // namespace paravent::clients
