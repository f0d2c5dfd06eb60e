// The compiled tables inside the program (see format.hpp), read in place.
#pragma once

#include <cstring>
#include <optional>

#include "knowledge/format.hpp"

extern "C" const unsigned char paravent_knowledge_tables[];

namespace paravent::knowledge::tables {

inline const format::File& file() {
  return *reinterpret_cast<const format::File*>(paravent_knowledge_tables);
}

template <class T>
const T* items(const format::Section& section) {
  return reinterpret_cast<const T*>(paravent_knowledge_tables + section.offset);
}

inline std::string_view string(format::StringOffset offset) {
  const unsigned char* at = items<unsigned char>(file().strings) + offset;
  return {reinterpret_cast<const char*>(at + 1), *at};
}

// The slot that a key with this hash has, if it is a key at all.
inline std::uint32_t slot(const format::Slots& hash, std::uint64_t key) {
  const std::uint16_t pilot = items<std::uint16_t>(hash.pilots)[format::bucket_of(key, hash.buckets)];
  return format::slot_of(key, pilot, hash.slots);
}

// The nth value of a key, without the mark of the last one.
inline std::optional<std::uint32_t> value(const format::Lists& lists, std::uint64_t key, std::size_t nth) {
  if (lists.hash.slots == 0) return std::nullopt;
  const std::uint32_t at = slot(lists.hash, key);
  const std::uint32_t entry = items<std::uint32_t>(lists.entries)[at];
  if (entry == format::kNone || items<std::uint32_t>(lists.checks)[at] != format::check_bits(key)) {
    return std::nullopt;
  }
  if ((entry & format::kSeveral) == 0) return nth == 0 ? std::optional(entry) : std::nullopt;
  const std::uint32_t* values = items<std::uint32_t>(lists.values) + (entry & ~format::kSeveral);
  for (; nth > 0; --nth, ++values) {
    if ((*values & format::kLast) != 0) return std::nullopt;
  }
  return *values & ~format::kLast;
}

Lexeme look_up_hash(std::uint64_t hash) noexcept;  // look_up() of a word whose hash is known

}  // namespace paravent::knowledge::tables
