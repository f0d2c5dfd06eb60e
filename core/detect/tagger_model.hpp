// The weights of the tagger: learned from training/ by `./dev train`, in data/model/tagger.bin, integers
// only.
//
// One row of weights a feature, one weight a tag. The first 2^row_bits rows are shared by the combinations of
// words and properties that hash to them (tag_features.hpp); one row each follows for the features with a
// name (feature.hpp).
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <span>

#include "detect/feature.hpp"
#include "detect/name_tag.hpp"

namespace paravent::detect {

using RowId = std::uint32_t;

// Whether the two words may be part of one name, by what stands between them.
enum class Joint : std::uint8_t { Apart, Joined };

class TaggerModel {
 public:
  static constexpr std::size_t row_size = tag_count - 1;
  using Transitions = std::array<std::array<std::array<std::int16_t, tag_count>, tag_count>, 2>;
  struct Header {
    std::array<char, 8> magic{'P', 'V', 'T', 'A', 'G', '0', '0', '1'};
    std::uint32_t row_bits = 0;
    std::int32_t unit = 0;      // weights that make a log-odds unit on notes that the model has not seen
    Transitions transitions{};  // by joint, tag before, tag here
    std::int16_t features = static_cast<std::int16_t>(feature_count);  // that it was trained with
    std::int16_t reserved = 0;
  };

  // That of the program.
  static const TaggerModel& built_in();
  // `bytes` must outlive it and hold a whole file, aligned to 4.
  explicit TaggerModel(const unsigned char* bytes);
  static constexpr std::size_t file_size(std::uint32_t row_bits) {
    return sizeof(Header) + row_size * ((std::size_t{1} << row_bits) + feature_count);
  }

  // How many named features it was trained with: others than today’s make every row of them wrong.
  std::size_t trained_features() const { return static_cast<std::size_t>(header_->features); }

  RowId hashed_row(std::uint64_t hash) const { return static_cast<RowId>(hash >> (64U - row_bits_)); }
  RowId row_of(Feature feature) const { return (RowId{1} << row_bits_) + static_cast<RowId>(feature); }
  void add(RowId row, Emission& out) const {
    const std::int8_t* weights = rows_ + row_size * row;
    for (std::size_t i = 0; i < row_size; ++i) out[i] = static_cast<std::int16_t>(out[i] + weights[i]);
  }
  std::int32_t weight(RowId row, NameTag tag) const {
    return tag == outside ? 0 : rows_[row_size * row + tag - 1];
  }
  std::int32_t transition(Joint joint, NameTag from, NameTag to) const {
    return header_->transitions[static_cast<std::size_t>(joint)][from][to];
  }
  // A sum of weights in tenths of a log-odds unit.
  std::int32_t tenths(std::int32_t sum) const { return sum * 10 / header_->unit; }

 private:
  const Header* header_;
  const std::int8_t* rows_;
  std::uint32_t row_bits_;
};
static_assert(sizeof(TaggerModel::Header) == 16 + sizeof(TaggerModel::Transitions) + 4);

}  // namespace paravent::detect
