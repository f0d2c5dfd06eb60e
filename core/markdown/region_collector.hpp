// Turns the structure of one block into regions: containers, leaves, and the inline markup of each leaf.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "markdown/inline_scanner.hpp"
#include "markdown/region.hpp"
#include "markdown/structure.hpp"

namespace paravent::markdown {

class RegionCollector : public StructureSink {
 public:
  // Replaces the content of `out`. Keeps its memory from call to call.
  void collect(std::string_view block, BlockKind kind, std::vector<Region>& out);

  void open_container(bool item, std::size_t marker, std::size_t content) override;
  void close_container() override;
  void open_leaf(Leaf kind) override;
  void retype_leaf(Leaf kind) override { leaf_ = kind; }
  void leaf_line(std::size_t begin, std::size_t end) override;
  void fence_info(std::size_t begin, std::size_t end) override;
  void mark_line(std::size_t end) override;
  void close_leaf() override;

 private:
  struct Span {
    std::size_t begin = 0;
    std::size_t end = 0;
  };
  struct Container {
    bool item = false;
    bool fresh = true;  // nothing was read in it yet
    Span content;
    std::size_t region = 0;     // its place in the list
    std::size_t ai_region = 0;  // that of the AI callout in it; 0 if it is none
  };

  void add(Span span, RegionKind kind);
  void read_first_line(Container& container, Span& line);
  void read_callout(Container& container, Span& line);
  void read_definition();
  void read_row(Span row);
  void scan_inline(Span span);
  void scan_joined();
  Span whole() const { return {lines_.front().begin, lines_.back().end}; }

  std::string_view text_;
  std::vector<Region>* out_ = nullptr;
  InlineScanner inline_;
  std::vector<Region> found_;  // by the inline scanner, offsets in the text that it was given
  std::vector<Container> containers_;
  std::vector<Span> lines_;  // of the open leaf
  std::string joined_;
  std::vector<std::size_t> joined_begins_;
  Leaf leaf_ = Leaf::None;
  bool prompt_ = false;
};

}  // namespace paravent::markdown
