#include "lsp-server/features/hover.hpp"

#include "lsp-server/features/diagnostics.hpp"
#include "lsp-server/words.hpp"
#include "policy/category.hpp"

namespace paravent::lsp {
namespace {

// The finding at an offset; its last character counts, and one that masks goes before a hint.
const detect::Finding* finding_at(const detect::Analysis& analysis, text::ByteOffset at) {
  const detect::Finding* best = nullptr;
  for (const detect::Finding& finding : analysis.findings) {
    if (finding.range.begin > at) break;
    if (at > finding.range.end) continue;
    if (best == nullptr || (masks(finding) && !masks(*best)) ||
        (masks(finding) == masks(*best) && finding.range.contains(at))) {
      best = &finding;
    }
  }
  return best;
}

// Words from a note must not turn into links or markup.
std::string escaped(std::string_view text) {
  std::string out;
  for (const char c : text) {
    if (std::string_view("\\`*_{}[]()<>#+-!|~").find(c) != std::string_view::npos) out += '\\';
    out += c;
  }
  return out;
}

}  // namespace

std::string hover(const Snapshot& snapshot, const text::Position& position, bool markdown) {
  const text::ByteOffset at = snapshot.document.lines().offset(position, snapshot.text(), snapshot.encoding);
  const detect::Finding* finding = finding_at(snapshot.analysis, at);
  if (finding == nullptr) return "null";
  const std::string_view noun = policy::noun_of(finding->category).in(snapshot.language);
  const std::string message = message_of(snapshot, *finding);
  std::string words;
  if (markdown) {
    words.append("**Paravent · ").append(escaped(noun)).append("**\n\n").append(escaped(message));
  } else {
    words.append("Paravent · ").append(noun).append("\n").append(message);
  }
  if (finding->hint) {
    words.append(markdown ? "\n\n" : "\n").append(words::hint_note.in(snapshot.language));
  }
  JsonWriter json;
  json.begin_object().key("contents").begin_object();
  json.key("kind").string(markdown ? "markdown" : "plaintext").key("value").string(words).end_object();
  json.key("range");
  write_range(json, snapshot, finding->range);
  json.end_object();
  return json.take();
}

}  // namespace paravent::lsp
