#include "markdown/region.hpp"

#include "markdown/region_collector.hpp"

namespace paravent::markdown {

std::vector<Region> parse_regions(std::string_view block, BlockKind kind) {
  RegionCollector collector;
  std::vector<Region> regions;
  collector.collect(block, kind, regions);
  return regions;
}

}  // namespace paravent::markdown
