#include <array>
#include <cstring>
#include <string>
#include <unordered_map>

#include "markdown/region.hpp"
#include "markdown/region_collector.hpp"

namespace paravent::markdown {
namespace {

// A 64-bit hash of eight bytes a step (multiply and fold). Collisions cost a comparison, never an error.
std::uint64_t hash_of(std::string_view text, BlockKind kind) {
  constexpr std::uint64_t factor = 0x9E3779B97F4A7C15ULL;
  std::uint64_t hash = (static_cast<std::uint64_t>(kind) + 1) * factor ^ text.size();
  while (!text.empty()) {
    std::uint64_t word = 0;
    const std::size_t n = text.size() < 8 ? text.size() : 8;
    std::memcpy(&word, text.data(), n);
    hash = (hash ^ word) * factor;
    hash ^= hash >> 29U;
    text.remove_prefix(n);
  }
  return hash;
}

}  // namespace

struct RegionCache::Entries {
  struct Entry {
    std::string block;
    BlockKind kind = BlockKind::Paragraph;
    std::vector<Region> regions;
  };
  std::size_t max_blocks = 0;
  std::unordered_map<std::uint64_t, Entry> by_hash;
  RegionCollector collector;
  std::vector<Region> plain;  // regions of what is not worth an entry
};

RegionCache::RegionCache(std::size_t max_blocks) : entries_(std::make_unique<Entries>()) {
  entries_->max_blocks = max_blocks;
}
RegionCache::~RegionCache() = default;
RegionCache::RegionCache(RegionCache&&) noexcept = default;
RegionCache& RegionCache::operator=(RegionCache&&) noexcept = default;

// A full cache is emptied: the blocks of the note that is open come back at once.
const std::vector<Region>& RegionCache::regions(std::string_view block, BlockKind kind) {
  // A block of this size is rare; many of them would make the cache large.
  constexpr std::size_t max_cached_bytes = 1U << 16U;
  Entries& entries = *entries_;
  const bool plain = kind == BlockKind::Blank || kind == BlockKind::Rule ||
                     (kind == BlockKind::Paragraph && !has_inline_markup(block));
  if (plain || block.size() > max_cached_bytes || entries.max_blocks == 0) {
    entries.collector.collect(block, kind, entries.plain);
    return entries.plain;
  }
  const std::uint64_t hash = hash_of(block, kind);
  if (const auto found = entries.by_hash.find(hash); found != entries.by_hash.end()) {
    const Entries::Entry& entry = found->second;
    if (entry.block == block && entry.kind == kind) return entry.regions;
  } else if (entries.by_hash.size() >= entries.max_blocks) {
    entries.by_hash.clear();
  }
  Entries::Entry& entry = entries.by_hash[hash];
  entry.block.assign(block);
  entry.kind = kind;
  entries.collector.collect(block, kind, entry.regions);
  return entry.regions;
}

}  // namespace paravent::markdown
