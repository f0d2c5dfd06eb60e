// Some blocks of a note that follow each other, and all that can be known of them without the rest of the
// note. A passage is read once; an edit reads those again that it touches. How blocks are cut into passages
// decides nothing: what a block says depends on the block alone.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "detect/decode.hpp"
#include "detect/feature.hpp"
#include "detect/finding.hpp"
#include "detect/form_table.hpp"
#include "detect/mention.hpp"
#include "detect/token.hpp"
#include "markdown/block.hpp"

namespace paravent::detect {

// Which forms a passage may hold: never wrong about one that it has.
class FormFilter {
 public:
  void add(FormId form) { bits_[form / 64 % bits_.size()] |= std::uint64_t{1} << (form % 64); }
  bool meets(const FormFilter& other) const {
    std::uint64_t common = 0;
    for (std::size_t i = 0; i < bits_.size(); ++i) common |= bits_[i] & other.bits_[i];
    return common != 0;
  }

 private:
  std::array<std::uint64_t, 4> bits_{};
};

// A part of an e-mail address, and what it says of words of that form.
struct MailForm {
  FormId form = FormTable::nothing;
  Feature feature = Feature::SeenInEmail;
};

// A block whose words say which language it is in, be it that of the note or not.
struct BlockLanguage {
  text::ByteRange range;
  text::Language language = text::Language::French;
};

struct Passage {
  // Read from the text alone. Offsets are bytes of the passage.
  Tokens tokens;
  std::vector<Finding> identifiers;
  std::vector<Finding> sensitive;     // words of special categories
  std::vector<Candidate> candidates;  // with what speaks for them by themselves (Tagger::emit)
  std::vector<MailForm> mail_forms;
  FormFilter filter;
  std::uint32_t sentences = 0;  // their first words, digits apart
  std::uint32_t capitals = 0;   // those with a capital
  std::int32_t language_votes = 0;
  std::vector<BlockLanguage> languages;  // in order
  FirstLetters initials = 0;             // of words that may be somebody's initials

  // Read with what the rest of the note says.
  std::vector<Span> first_reading;
  std::vector<Mention> mentions;

  // Only of a passage that is kept: its own copy of the text, which tokens.text shows, and its blocks.
  std::string copy;
  std::vector<markdown::Block> blocks;
};

// Reads `blocks`, ranges of `text` without a gap between them. The text must outlive the passage.
void read_passage(std::string_view text, std::span<const markdown::Block> blocks, FormTable& forms,
                  Passage& out);
// The same for a passage that outlives the text, and wastes no memory.
void read_and_keep_passage(std::string_view text, std::span<const markdown::Block> blocks, FormTable& forms,
                           Passage& out);

// Whether reading `blocks` of `text` would give that passage, which was kept.
bool is_reading_of(const Passage& passage, std::string_view text, std::span<const markdown::Block> blocks);

// Words that say nothing as part of an address or of the note's own name.
bool is_telling_part(const Token& token, Feature feature);

}  // namespace paravent::detect
