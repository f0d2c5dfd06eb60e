#include "risk/note_words.hpp"

#include <algorithm>

#include "detect/annotate.hpp"
#include "detect/tokeniser.hpp"
#include "markdown/block.hpp"
#include "markdown/region.hpp"

namespace paravent::risk {
namespace {

using detect::Gap;
using detect::Token;
using detect::Where;

// An item of a list, or a row of a table.
bool starts_item(const Token& token) {
  if (token.where.has(Where::ListItem) && token.where.has(Where::ItemStart)) return true;
  return token.where.has(Where::Cell) && token.gap.has(Gap::LineBreak);
}

bool starts_sentence(const Token& token) {
  return token.gap.has(Gap::BlockStart) || token.gap.has(Gap::Stop) || starts_item(token);
}

}  // namespace

NoteWords::NoteWords(std::string_view text) {
  tokens_.text = text;
  const std::vector<markdown::Block> blocks = markdown::split_blocks(text);
  for (std::size_t i = 0; i < blocks.size(); ++i) {
    const markdown::Block& block = blocks[i];
    if (block.kind == markdown::BlockKind::Blank || block.kind == markdown::BlockKind::Rule) continue;
    const std::string_view content = text.substr(block.range.begin.value, block.range.size());
    const std::size_t first = tokens_.size();
    detect::tokenise_block(block.range, markdown::parse_regions(content, block.kind), forms_, tokens_);
    detect::mark_phrases(tokens_, first, tokens_.size());
    cut_sentences(first, i, block.kind == markdown::BlockKind::Heading);
  }
}

void NoteWords::cut_sentences(std::size_t first, std::size_t block, bool heading) {
  for (std::size_t at = first; at < tokens_.size(); ++at) {
    if (at == first || starts_sentence(tokens_.all[at])) {
      sentences_.push_back({at, at, block, heading, starts_item(tokens_.all[at])});
    }
    sentences_.back().last = at + 1;
  }
}

bool NoteWords::is_joined(std::size_t at) const {
  return at < size() &&
         (detect::is_joined(tokens_.all[at]) || tokens_.all[at].gap == detect::Gaps{Gap::LineBreak});
}

std::size_t NoteWords::token_from(text::ByteOffset byte) const {
  const auto found = std::partition_point(tokens_.all.begin(), tokens_.all.end(),
                                          [byte](const Token& token) { return token.begin < byte.value; });
  return static_cast<std::size_t>(found - tokens_.all.begin());
}

}  // namespace paravent::risk
