// The regions of a block, as the tokeniser passes them.
#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "detect/token.hpp"
#include "markdown/region.hpp"

namespace paravent::detect {

class RegionCursor {
 public:
  // The block begins at byte `base` of the text.
  RegionCursor(std::span<const markdown::Region> regions, std::uint32_t base)
      : regions_(regions), base_(base) {}

  // Where an offset stands. To be asked with offsets that only grow.
  Places at(std::uint32_t offset) {
    if (offset >= stable_until_) move_to(offset);
    return places_;
  }

  // Of the offsets behind the last one that at() was asked for:
  // whether emphasis ends there that holds that last one,
  bool closes_emphasis(std::uint32_t offset) const;
  // whether emphasis begins there,
  bool opens_emphasis(std::uint32_t offset) const;
  // and where the HTML tag ends that begins there and has no attribute that is read; `offset` if none does.
  std::uint32_t behind_tag(std::uint32_t offset) const;

 private:
  struct Open {
    std::uint32_t end;
    markdown::RegionKind kind;
    Places places;  // of this region and those around it
  };
  void move_to(std::uint32_t offset);
  // The first region that begins there or later.
  std::size_t first_from(std::uint32_t offset) const;
  std::uint32_t begin_of(std::size_t region) const { return base_ + regions_[region].range.begin.value; }
  std::uint32_t end_of(std::size_t region) const { return base_ + regions_[region].range.end.value; }

  std::span<const markdown::Region> regions_;
  std::uint32_t base_;
  std::size_t next_ = 0;
  std::vector<Open> open_;
  Places places_;
  std::uint32_t stable_until_ = 0;
};

}  // namespace paravent::detect
