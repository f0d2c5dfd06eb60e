// Marks of emphasis and tags that an edit would tear from their other half.
#pragma once

#include <cstddef>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "anonymise/draft.hpp"
#include "markdown/block.hpp"
#include "markdown/region.hpp"

namespace paravent::anonymise {

class SplitMarks {
 public:
  explicit SplitMarks(std::string_view text) : text_(text) {}

  // Puts around the new words the halves that the edit takes out and whose others stay: "**C**laire" becomes
  // "**Personne A**". To be asked with drafts in the order of the text.
  void keep(Draft& draft);

 private:
  void read_block_of(std::size_t at);
  // Those that begin in what a draft replaces.
  std::span<const markdown::Region> regions_in(const Draft& draft) const;
  void keep_tags(const Draft& draft, std::string& opening, std::string& closing) const;
  void keep_emphasis(const Draft& draft, std::string& opening, std::string& closing) const;
  std::string_view marks_before(std::size_t end, std::size_t limit) const;
  std::string_view marks_from(std::size_t begin, std::size_t limit) const;

  std::string_view text_;
  std::vector<markdown::Block> blocks_;  // of the whole text, once one is needed
  std::size_t block_ = 0;
  bool has_regions_ = false;
  std::vector<markdown::Region> regions_;  // tags and emphasis of that block
  std::vector<text::ByteRange> ends_;      // emphasis, in the order of its ends
};

}  // namespace paravent::anonymise
