#include "store/bytes.hpp"

namespace paravent::store {
namespace {

constexpr std::size_t number_size = 8;
constexpr std::string_view hex_digits = "0123456789abcdef";

}  // namespace

Writer& Writer::number(std::uint64_t value) {
  for (std::size_t i = 0; i < number_size; ++i) out_ += static_cast<char>(value >> (8 * i) & 0xFFU);
  return *this;
}

Writer& Writer::text(std::string_view value) {
  number(value.size());
  out_ += value;
  return *this;
}

Writer& Writer::texts(const std::vector<std::string>& values) {
  number(values.size());
  for (const std::string& value : values) text(value);
  return *this;
}

std::uint64_t Reader::number() {
  if (rest_.size() < number_size) {
    sound_ = false;
    rest_ = {};
    return 0;
  }
  std::uint64_t value = 0;
  for (std::size_t i = 0; i < number_size; ++i) {
    value |= static_cast<std::uint64_t>(static_cast<unsigned char>(rest_[i])) << (8 * i);
  }
  rest_.remove_prefix(number_size);
  return value;
}

std::string Reader::text() {
  const std::uint64_t size = number();
  if (size > rest_.size()) {
    sound_ = false;
    rest_ = {};
    return {};
  }
  std::string out(rest_.substr(0, size));
  rest_.remove_prefix(size);
  return out;
}

std::vector<std::string> Reader::texts() {
  std::vector<std::string> out;
  for (std::uint64_t left = number(); left > 0 && sound_; --left) out.push_back(text());
  return out;
}

std::string joined(std::initializer_list<std::string_view> parts) {
  Writer out;
  for (const std::string_view part : parts) out.text(part);
  return out.take();
}

std::string to_hex(std::string_view bytes) {
  std::string out;
  for (const char c : bytes) {
    out += hex_digits[static_cast<unsigned char>(c) >> 4U];
    out += hex_digits[static_cast<unsigned char>(c) & 0xFU];
  }
  return out;
}

std::optional<std::string> from_hex(std::string_view hex) {
  if (hex.size() % 2 != 0) return std::nullopt;
  std::string out;
  for (std::size_t at = 0; at < hex.size(); at += 2) {
    const std::size_t high = hex_digits.find(hex[at]);
    const std::size_t low = hex_digits.find(hex[at + 1]);
    if (high == std::string_view::npos || low == std::string_view::npos) return std::nullopt;
    out += static_cast<char>(high << 4U | low);
  }
  return out;
}

}  // namespace paravent::store
