#include "lsp-server/features/note_name.hpp"

#include "anonymise/untold_name.hpp"
#include "lsp-server/words.hpp"
#include "markdown/block.hpp"
#include "markdown/region.hpp"
#include "platform/files.hpp"
#include "text/unicode.hpp"

namespace paravent::lsp {
namespace {

namespace fs = std::filesystem;

constexpr int most_tries = 1000;  // other notes of that name

constexpr Annotation repeated_name{"paravent.title", words::repeated_name, words::repeated_name_why};

void add_where_it_is(std::vector<text::TextEdit>& out, std::string_view text, text::ByteRange range,
                     const std::string& old_name, const std::string& new_name) {
  const std::string_view words = text.substr(range.begin.value, range.size());
  if (text::fold(words) == text::fold(old_name)) out.push_back({range, new_name});
}

// "title" and what it stands for lie on one line of front matter.
bool is_title(std::string_view key) {
  return key == "title" || key == "titre";
}

}  // namespace

text::Result<fs::path> proposed_path(const fs::path& path, const Snapshot& snapshot) {
  const auto name = anonymise::untold_name(path.stem().string(), snapshot.text(), snapshot.policy);
  if (!name) return name.failure();
  const std::string ending = path.extension().string();
  for (int number = 1; number < most_tries; ++number) {
    const std::string numbered = number == 1 ? *name : *name + " " + std::to_string(number);
    fs::path out = path.parent_path() / (numbered + ending);
    if (!platform::exists(out)) return out;
  }
  return text::Failure{std::string(words::no_free_name.fr), std::string(words::no_free_name.en)};
}

std::vector<PlacedEdit> title_edits(const std::string& old_name, const std::string& new_name,
                                    const Snapshot& snapshot) {
  std::vector<text::TextEdit> edits;
  for (const markdown::Block& block : markdown::split_blocks(snapshot.text())) {
    const bool front_matter = block.kind == markdown::BlockKind::FrontMatter;
    if (!front_matter && block.kind != markdown::BlockKind::Heading) continue;
    const std::string_view text = snapshot.text().substr(block.range.begin.value, block.range.size());
    std::string_view key;
    for (const markdown::Region& region : markdown::parse_regions(text, block.kind)) {
      const std::string_view words = text.substr(region.range.begin.value, region.range.size());
      if (region.kind == markdown::RegionKind::FrontMatterKey) key = words;
      const bool title = region.kind == markdown::RegionKind::FrontMatterValue && is_title(key);
      if (!title && region.kind != markdown::RegionKind::Heading) continue;
      add_where_it_is(edits, snapshot.text(), region.range.shifted(block.range.begin.value), old_name,
                      new_name);
    }
    if (!front_matter) break;  // the first heading is the title of the note
  }
  std::vector<PlacedEdit> out;
  out.reserve(edits.size());
  for (text::TextEdit& edit : edits) {
    out.push_back({snapshot.positions(edit.range), std::move(edit.replacement), &repeated_name});
  }
  return out;
}

}  // namespace paravent::lsp
