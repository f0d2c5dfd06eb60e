#include "lsp-server/front_matter.hpp"

#include "markdown/block.hpp"

namespace paravent::lsp {

std::size_t front_matter_size(std::string_view text) {
  const std::string_view mark = text.substr(0, 3);
  if (mark != "---" && mark != "+++") return 0;
  const auto blocks = markdown::split_blocks(text);
  if (blocks.empty() || blocks.front().kind != markdown::BlockKind::FrontMatter) return 0;
  return blocks.front().range.end.value;
}

}  // namespace paravent::lsp
