#include "lsp-server/features/inlay_hint.hpp"

#include "lsp-server/features/replacements.hpp"
#include "lsp-server/words.hpp"

namespace paravent::lsp {

std::string inlay_hints(const Snapshot& snapshot, const anonymise::Plan& plan, const text::ByteRange& range) {
  JsonWriter json;
  json.begin_array();
  for (const text::TextEdit& edit : edits_in(plan.edits.all(), range)) {
    std::string label = words_written({edit});
    if (label.empty()) label = words::hint_removed.in(snapshot.language);
    json.begin_object().key("position");
    write_position(json, snapshot.positions(edit.range).end);
    json.key("label").string("→ " + label).key("paddingLeft").boolean(true).end_object();
  }
  json.end_array();
  return json.take();
}

}  // namespace paravent::lsp
