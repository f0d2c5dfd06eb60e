// Values as bytes, before they are sealed: each with its length in front, so that two lists never look alike.
#pragma once

#include <cstdint>
#include <initializer_list>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace paravent::store {

class Writer {
 public:
  Writer& number(std::uint64_t value);
  Writer& text(std::string_view value);
  Writer& texts(const std::vector<std::string>& values);
  std::string take() { return std::move(out_); }

 private:
  std::string out_;
};

// Reads what a Writer wrote. Past the end, or where a length cannot be, it gives empty values and is not
// whole().
class Reader {
 public:
  explicit Reader(std::string_view bytes) : rest_(bytes) {}
  std::uint64_t number();
  std::string text();
  std::vector<std::string> texts();
  bool whole() const { return sound_ && rest_.empty(); }
  bool sound() const { return sound_; }

 private:
  std::string_view rest_;
  bool sound_ = true;
};

// The parts as one string from which each could be told again: for associated data and keyed hashes.
std::string joined(std::initializer_list<std::string_view> parts);

std::string to_hex(std::string_view bytes);
// Nothing for what to_hex() never gives.
std::optional<std::string> from_hex(std::string_view hex);

}  // namespace paravent::store
