#include "lsp-server/features/code_lens.hpp"

#include "lsp-server/features/counts.hpp"
#include "lsp-server/words.hpp"
#include "markdown/region.hpp"
#include "text/wording.hpp"

namespace paravent::lsp {
namespace {

// `above`: where the lens stands; `about`: what its command works on.
void write_lens(JsonWriter& json, const Snapshot& snapshot, const text::ByteRange& above,
                std::string_view title, const text::ByteRange& about) {
  const text::PositionRange place = snapshot.positions(above);
  json.begin_object().key("range");
  write_range(json, {place.begin, place.begin});
  json.key("command").begin_object().key("title").string(title).key("command").string("paravent.anonymise");
  json.key("arguments").begin_array().begin_object().key("uri").string(snapshot.uri);
  json.key("version").integer(snapshot.version());
  if (about.size() < snapshot.text().size()) {
    json.key("range");
    write_range(json, snapshot, about);
  }
  json.end_object().end_array().end_object().end_object();
}

void write_prompt_lens(JsonWriter& json, const Snapshot& snapshot, const text::ByteRange& above,
                       const text::ByteRange& prompt) {
  const std::string count = counted_briefly(snapshot, prompt);
  if (count.empty()) return;
  write_lens(json, snapshot, above, text::fill(words::lens_prompt, snapshot.language, {count}), prompt);
}

// The fences of prompts, in lists and quotes too.
void write_prompts(JsonWriter& json, const Snapshot& snapshot) {
  const std::string_view text = snapshot.text();
  if (text.find("prompt") == std::string_view::npos) return;
  for (const markdown::Block& block : markdown::split_blocks(text)) {
    const std::string_view content = text.substr(block.range.begin.value, block.range.size());
    if (content.find("prompt") == std::string_view::npos) continue;
    for (const markdown::Region& region : markdown::parse_regions(content, block.kind)) {
      if (region.kind != markdown::RegionKind::PromptBlock) continue;
      const text::ByteRange prompt = region.range.shifted(block.range.begin.value);
      // The lens stands above the line of the fence, which is the one before the content.
      const text::LineNumber line = snapshot.document.lines().line_at(prompt.begin);
      const text::LineNumber fence = line.value == 0 ? line : line - 1;
      write_prompt_lens(json, snapshot, snapshot.document.lines().line(fence, text), prompt);
    }
  }
}

constexpr std::size_t most_risks = 3;

void write_risks(JsonWriter& json, const Snapshot& snapshot, const std::vector<RiskRemark>& risks) {
  for (std::size_t i = 0; i < risks.size() && i < most_risks; ++i) {
    json.begin_object().key("range");
    write_range(json, text::PositionRange{});
    json.key("command").begin_object().key("title");
    json.string(text::fill(words::lens_risk, snapshot.language, {risks[i].combination}));
    json.key("command").string("paravent.risk").key("arguments").begin_array().begin_object();
    json.key("uri").string(snapshot.uri).key("show").boolean(true);
    json.end_object().end_array().end_object().end_object();
  }
}

bool is_prompt_file(std::string_view uri) {
  return uri.ends_with(".prompt.md");
}

}  // namespace

std::string code_lenses(const Snapshot& snapshot, const std::vector<RiskRemark>& risks) {
  const text::ByteRange note = text::range(0, snapshot.text().size());
  JsonWriter json;
  json.begin_array();
  if (is_prompt_file(snapshot.uri)) {
    write_prompt_lens(json, snapshot, note, note);
  } else {
    if (const std::string count = counted(snapshot, note); !count.empty()) {
      write_lens(json, snapshot, note, text::fill(words::lens_note, snapshot.language, {count}), note);
    }
    write_risks(json, snapshot, risks);
    write_prompts(json, snapshot);
  }
  json.end_array();
  return json.take();
}

}  // namespace paravent::lsp
