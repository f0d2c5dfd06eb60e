#include "lsp-server/link_mending.hpp"

#include "lsp-server/guarded.hpp"
#include "lsp-server/uri.hpp"
#include "lsp-server/words.hpp"
#include "text/wording.hpp"

namespace paravent::lsp {

LinkMending::~LinkMending() {
  completes([this] {
    if (!settled()) then_(*this, reply_);
  });
}

void LinkMending::add(const Draft& draft) {
  if (!draft.path()) return;
  const Guard guard(lock_);
  // What lies on disk of a note that is being edited is not what the edits would meet.
  auto& text = texts_[*draft.path()];
  if (!draft.has_text()) return;
  text = std::string(draft.document().text());
  open_[*draft.path()] = {draft.uri(), draft.version()};
}

std::vector<EditedNote> LinkMending::mended(const std::vector<workspace::FileMove>& moves) const {
  const workspace::MendedNotes found =
      workspace::mended_notes(moves, texts_, max_note_bytes, [this] { return settled(); });
  std::vector<EditedNote> out;
  for (const workspace::MendedNote& note : found.notes) {
    const text::Document document(note.text, 0);
    const auto open = open_.find(note.path);
    const bool is_open = open != open_.end();
    out.push_back(edited_note(is_open ? open->second.uri : uri_of_path(note.path),
                              is_open ? std::optional(open->second.version) : std::nullopt, document,
                              note.edits, session_.encoding));
  }
  if (!found.not_read.empty()) {
    session_.tell(MessageType::Warning, text::fill(words::links_not_mended, session_.language,
                                                   {std::to_string(found.not_read.size())}));
  }
  return out;
}

}  // namespace paravent::lsp
