// Offsets and columns are types: bytes, UTF-16 code units and code points never convert silently.
#pragma once

#include <compare>
#include <cstddef>
#include <cstdint>
#include <type_traits>

namespace paravent::text {

// A count in one unit. Adding or subtracting a plain number keeps the unit; mixing two units does not
// compile.
template <class Tag>
struct Count {
  std::uint32_t value = 0;

  constexpr Count() = default;
  constexpr explicit Count(std::uint32_t v) : value(v) {}
  constexpr explicit Count(std::size_t v)
    requires(!std::is_same_v<std::size_t, std::uint32_t>)
      : value(static_cast<std::uint32_t>(v)) {}

  constexpr auto operator<=>(const Count&) const = default;
  constexpr Count operator+(std::uint32_t n) const { return Count(value + n); }
  constexpr Count operator-(std::uint32_t n) const { return Count(value - n); }
  constexpr std::uint32_t operator-(Count other) const { return value - other.value; }
};

using ByteOffset = Count<struct ByteTag>;            // UTF-8 bytes from the start of a text
using Utf8Column = Count<struct Utf8ColumnTag>;      // UTF-8 bytes from the start of a line
using Utf16Column = Count<struct Utf16ColumnTag>;    // UTF-16 code units from the start of a line
using CodepointColumn = Count<struct CodepointTag>;  // code points from the start of a line
using LineNumber = Count<struct LineTag>;            // lines from the start of a text, the first is 0

// A half-open range of bytes of a text.
struct ByteRange {
  ByteOffset begin;
  ByteOffset end;

  constexpr bool operator==(const ByteRange&) const = default;
  constexpr std::uint32_t size() const { return end - begin; }
  constexpr bool empty() const { return begin == end; }
  constexpr bool contains(ByteOffset at) const { return begin <= at && at < end; }
  constexpr bool contains(const ByteRange& other) const { return begin <= other.begin && other.end <= end; }
  constexpr bool overlaps(const ByteRange& other) const { return begin < other.end && other.begin < end; }
  constexpr ByteRange shifted(std::uint32_t by) const { return {begin + by, end + by}; }
};

constexpr ByteRange range(std::size_t begin, std::size_t end) {
  return {ByteOffset(begin), ByteOffset(end)};
}

}  // namespace paravent::text
