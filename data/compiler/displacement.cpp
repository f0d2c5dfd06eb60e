#include "displacement.hpp"

#include <algorithm>
#include <numeric>

#include "knowledge/format.hpp"
#include "read_tables.hpp"

namespace paravent::data {

namespace {

namespace format = knowledge::format;

constexpr std::uint32_t kKeysPerBucket = 5;
constexpr std::uint32_t kSlotsPer100Keys = 102;
constexpr std::uint32_t kPilots = 65536;

class Builder {
 public:
  explicit Builder(const std::vector<std::uint64_t>& hashes) : hashes_(hashes) {
    const auto keys = static_cast<std::uint32_t>(hashes.size());
    result_.slots = keys / 100 * kSlotsPer100Keys + keys % 100 + 3;
    result_.pilots.assign(keys / kKeysPerBucket + 1, 0);
    result_.slot_of_key.assign(keys, 0);
    taken_.assign(result_.slots, false);
  }

  Displacement build() {
    std::vector<std::vector<std::uint32_t>> buckets(result_.pilots.size());
    for (std::uint32_t key = 0; key < hashes_.size(); ++key) {
      buckets[format::bucket_of(hashes_[key], static_cast<std::uint32_t>(buckets.size()))].push_back(key);
    }
    std::vector<std::uint32_t> order(buckets.size());
    std::iota(order.begin(), order.end(), 0u);
    std::sort(order.begin(), order.end(), [&](std::uint32_t a, std::uint32_t b) {
      // the fullest first, while most slots are free
      return buckets[a].size() != buckets[b].size() ? buckets[a].size() > buckets[b].size() : a < b;
    });
    for (const std::uint32_t bucket : order) place(bucket, buckets[bucket]);
    return std::move(result_);
  }

 private:
  void place(std::uint32_t bucket, const std::vector<std::uint32_t>& keys) {
    for (std::uint32_t pilot = 0; pilot < kPilots; ++pilot) {
      if (!fits(keys, static_cast<std::uint16_t>(pilot))) continue;
      result_.pilots[bucket] = static_cast<std::uint16_t>(pilot);
      for (std::size_t i = 0; i < keys.size(); ++i) {
        result_.slot_of_key[keys[i]] = wanted_[i];
        taken_[wanted_[i]] = true;
      }
      return;
    }
    fail(
        "two keys have the same hash, or a bucket of the hash found no place: change the hash of format.hpp");
  }

  bool fits(const std::vector<std::uint32_t>& keys, std::uint16_t pilot) {
    wanted_.clear();
    for (const std::uint32_t key : keys) {
      const std::uint32_t slot = format::slot_of(hashes_[key], pilot, result_.slots);
      if (taken_[slot] || std::find(wanted_.begin(), wanted_.end(), slot) != wanted_.end()) return false;
      wanted_.push_back(slot);
    }
    return true;
  }

  const std::vector<std::uint64_t>& hashes_;
  Displacement result_;
  std::vector<bool> taken_;
  std::vector<std::uint32_t> wanted_;
};

}  // namespace

Displacement displace(const std::vector<std::uint64_t>& hashes) {
  return Builder(hashes).build();
}

}  // namespace paravent::data
