#include "clients/undo.hpp"

namespace paravent::clients {

std::vector<store::UndoPiece> undo_pieces(std::string_view text, const text::TextEdits& edits,
                                          std::string_view written, const Owners& owners) {
  std::vector<store::UndoPiece> out;
  for (anonymise::Piece& piece : anonymise::pieces_of(text, edits)) {
    const std::string_view words = written.substr(piece.output.begin.value, piece.output.size());
    out.push_back(
        {piece.output.begin.value, std::string(words), std::move(piece.original), owners.of(words), false});
  }
  return out;
}

std::vector<anonymise::Piece> known_pieces(const store::UndoRecord& record) {
  std::vector<anonymise::Piece> out;
  for (const store::UndoPiece& piece : record.pieces) {
    if (piece.forgotten) continue;
    const auto begin = static_cast<std::size_t>(piece.begin);
    out.push_back({text::range(begin, begin + piece.written.size()), piece.original});
  }
  return out;
}

}  // namespace paravent::clients
