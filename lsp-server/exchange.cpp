#include "lsp-server/exchange.hpp"

#include <algorithm>

#include "lsp-server/difference.hpp"
#include "lsp-server/features/replacements.hpp"
#include "lsp-server/in_place.hpp"
#include "lsp-server/json_writer.hpp"
#include "lsp-server/words.hpp"

namespace paravent::lsp {
namespace {

using Edits = std::vector<text::TextEdit>;
using policy::Style;

text::Failure refused(const text::Wording& words) {
  return {std::string(words.fr), std::string(words.en)};
}

// Aliases that come back, where nothing else is asked for.
Style style_of_copy(const Draft& draft, std::optional<Style> asked) {
  if (asked) return *asked;
  return draft.policy().style == Style::Generalise ? Style::Pseudonym : draft.policy().style;
}

text::Result<Edits> edits_of_copy(Draft& draft, Session& session, const Snapshot& snapshot, Style style) {
  if (style == Style::Generalise || session.aliases == nullptr) {
    const auto done = draft.anonymised(style);
    if (!done) return done.failure();
    return done->edits.all();
  }
  if (!draft.path()) return refused(words::copy_needs_a_place);
  policy::Policy policy = draft.policy();
  policy.style = style;
  const detect::Context context = draft.own_context();
  const detect::Context read_with = draft.context();
  const ReadNote read{snapshot.analysis, read_with, draft.known_in_vault().set_aside_stamp};
  NoteForAliases note{*draft.path(), snapshot.text(), policy, context};
  note.read = &read;
  const auto edits = session.aliases->anonymise(note);
  if (!edits) return edits.failure();
  tell_news(session, draft.language());
  return edits->all();
}

}  // namespace

text::Result<std::string> copied(Draft& draft, Session& session, const Snapshot& snapshot,
                                 const std::optional<text::PositionRange>& range,
                                 std::optional<Style> style) {
  if (draft.policy_failure()) return *draft.policy_failure();
  auto edits = edits_of_copy(draft, session, snapshot, style_of_copy(draft, style));
  if (!edits) return edits.failure();
  text::ByteRange part = text::range(0, snapshot.text().size());
  if (range) {
    part = snapshot.bytes(*range);
    *edits = edits_in(*edits, part);
  }
  // A name that is half in the range goes whole.
  for (const text::TextEdit& edit : *edits) {
    part = {std::min(part.begin, edit.range.begin), std::max(part.end, edit.range.end)};
  }
  std::string text;
  std::size_t done = part.begin.value;
  for (const text::TextEdit& edit : *edits) {
    text.append(snapshot.text().substr(done, edit.range.begin.value - done)).append(edit.replacement);
    done = edit.range.end.value;
  }
  text.append(snapshot.text().substr(done, part.end.value - done));
  JsonWriter json;
  json.begin_object().key("text").string(text).key("count");
  json.integer(static_cast<std::int64_t>(edits->size())).end_object();
  return json.take();
}

text::Result<std::string> restored(const Draft& draft, Session& session, std::string_view text) {
  if (session.aliases == nullptr) return refused(words::no_vault_here);
  if (!draft.path()) return refused(words::copy_needs_a_place);
  const auto back = session.aliases->restore(*draft.path(), text, text::FileEncoding::Utf8);
  if (!back) return back.failure();
  JsonWriter json;
  json.begin_object().key("text").string(back->text).key("leftovers").begin_array();
  for (const std::string& alias : back->leftovers) json.string(alias);
  json.end_array().end_object();
  return json.take();
}

text::Result<Undone> undone(const Draft& draft, Session& session, const Snapshot& snapshot) {
  if (session.aliases == nullptr) return refused(words::no_vault_here);
  if (!draft.path()) return refused(words::copy_needs_a_place);
  auto back = session.aliases->restore(*draft.path(), snapshot.text(), encoding_on_disk(draft));
  if (!back) return back.failure();
  return Undone{difference(snapshot.text(), back->text), std::move(back->leftovers)};
}

}  // namespace paravent::lsp
