#include "detect/tagger_model.hpp"

#include <bit>

// data/embed.cpp: the bytes of data/model/tagger.bin.
extern "C" const unsigned char paravent_tagger_model[];

namespace paravent::detect {

// The file is little-endian, as every machine that Paravent runs on.
static_assert(std::endian::native == std::endian::little);

TaggerModel::TaggerModel(const unsigned char* bytes)
    : header_(reinterpret_cast<const Header*>(bytes)),
      rows_(reinterpret_cast<const std::int8_t*>(bytes + sizeof(Header))),
      row_bits_(header_->row_bits) {}

const TaggerModel& TaggerModel::built_in() {
  static const TaggerModel model(paravent_tagger_model);
  return model;
}

}  // namespace paravent::detect
