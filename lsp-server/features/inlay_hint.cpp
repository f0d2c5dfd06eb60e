#include "lsp-server/features/inlay_hint.hpp"

#include "anonymise/restore.hpp"
#include "lsp-server/features/replacements.hpp"
#include "lsp-server/words.hpp"

namespace paravent::lsp {

namespace {

std::string hints(const Snapshot& snapshot, const std::vector<text::TextEdit>& edits,
                  const text::ByteRange& range, std::string_view sign) {
  JsonWriter json;
  json.begin_array();
  for (const text::TextEdit& edit : edits_in(edits, range)) {
    std::string label = words_written({edit});
    if (label.empty()) label = words::hint_removed.in(snapshot.language);
    json.begin_object().key("position");
    write_position(json, snapshot.positions(edit.range).end);
    json.key("label").string(std::string(sign) + label).key("paddingLeft").boolean(true).end_object();
  }
  json.end_array();
  return json.take();
}

}  // namespace

std::string inlay_hints(const Snapshot& snapshot, const anonymise::Plan& plan, const text::ByteRange& range) {
  return hints(snapshot, plan.edits.all(), range, "→ ");
}

std::string real_name_hints(const Snapshot& snapshot, const std::vector<anonymise::Alias>& aliases,
                            const text::ByteRange& range) {
  return hints(snapshot, anonymise::restore(snapshot.text(), aliases).edits.all(), range, "= ");
}

}  // namespace paravent::lsp
