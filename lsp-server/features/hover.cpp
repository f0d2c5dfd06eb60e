#include "lsp-server/features/hover.hpp"

#include "lsp-server/features/meant.hpp"
#include "lsp-server/features/mentions.hpp"
#include "lsp-server/words.hpp"
#include "policy/category.hpp"
#include "text/wording.hpp"

namespace paravent::lsp {
namespace {

// Words from a note must not turn into links or markup.
std::string escaped(std::string_view text) {
  std::string out;
  for (const char c : text) {
    if (std::string_view("\\`*_{}[]()<>#+-!|~").find(c) != std::string_view::npos) out += '\\';
    out += c;
  }
  return out;
}

std::string names_of(const std::vector<const detect::Entity*>& people) {
  std::string out;
  for (const detect::Entity* person : people) {
    if (!out.empty()) out += ", ";
    out += person->canonical;
  }
  return out;
}

// What is said of a finding, a paragraph each.
std::vector<std::string> paragraphs(const Snapshot& snapshot, const detect::Finding& finding,
                                    const Plans::Make& make_plan, const Weigh& weigh) {
  std::vector<std::string> out{detect::explain(finding, snapshot.language),
                               detect::explain_score(finding, weigh(finding), snapshot.language)};
  if (finding.hint) {
    out.emplace_back(words::hint_note.in(snapshot.language));
  } else if (const anonymise::Plan* plan = masks(finding) ? make_plan() : nullptr; plan != nullptr) {
    const auto edits = edits_of_this(snapshot, *plan, finding);
    const std::string written = words_written(edits);
    if (!written.empty()) {
      out.push_back(text::fill(words::would_become, snapshot.language, {written}));
    } else if (!edits.empty()) {
      out.emplace_back(words::would_go.in(snapshot.language));
    }
  }
  if (std::string doubt = doubt_about(snapshot, finding); !doubt.empty()) {
    out.push_back(std::move(doubt));
    out.push_back(names_of(could_be_meant(snapshot, finding)));
  }
  const std::size_t mentions = mentions_of(snapshot, finding).size();
  if (mentions > 1) {
    out.push_back(text::fill(words::mentions_here, snapshot.language, {std::to_string(mentions)}));
  }
  return out;
}

}  // namespace

std::string hover(const Snapshot& snapshot, const Plans::Make& plan, const Weigh& weigh,
                  const text::Position& position, bool markdown) {
  const detect::Finding* finding = finding_at(snapshot, position);
  if (finding == nullptr) return "null";
  const std::string_view noun = policy::noun_of(finding->category).in(snapshot.language);
  std::string words = markdown ? "**Paravent · " + escaped(noun) + "**" : "Paravent · " + std::string(noun);
  for (const std::string& paragraph : paragraphs(snapshot, *finding, plan, weigh)) {
    words.append(markdown ? "\n\n" : "\n").append(markdown ? escaped(paragraph) : paragraph);
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
