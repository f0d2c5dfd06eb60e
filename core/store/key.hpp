// A secret key: 256 bits that are wiped when they are let go, and kept out of swap where the system allows
// it.
#pragma once

#include <array>
#include <cstddef>
#include <memory>
#include <optional>
#include <string>
#include <string_view>

namespace paravent::store {

inline constexpr std::size_t key_size = 32;

class Key {
 public:
  static Key random();
  // Nothing when there are not exactly key_size bytes.
  static std::optional<Key> from(std::string_view bytes);
  // A key for one purpose, from which this one cannot be worked out.
  Key derive(std::string_view purpose) const;

  const unsigned char* data() const { return bytes_->data(); }
  std::string_view bytes() const;

 private:
  using Bytes = std::array<unsigned char, key_size>;
  struct Wipe {
    void operator()(Bytes* bytes) const;
  };

  Key();
  std::unique_ptr<Bytes, Wipe> bytes_;  // one place in memory: moving a key leaves no copy behind
};

// Overwrites the bytes of a string that held a secret.
void wipe(std::string& secret);

}  // namespace paravent::store
