// At the border: bytes of a file → UTF-8 text and back, and offsets between the two.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "text/offsets.hpp"
#include "text/result.hpp"

namespace paravent::text {

enum class FileEncoding { Utf8, Utf8Bom, Utf16Le, Utf16Be, Windows1252 };

class Decoded {
 public:
  std::string text;  // UTF-8 without BOM
  FileEncoding encoding = FileEncoding::Utf8;

  // A byte offset of `text` as a byte offset of the file (a BOM counts). O(log n).
  std::uint32_t file_offset(ByteOffset at) const;

 private:
  friend Result<Decoded> decode_file(std::string_view bytes);
  std::vector<std::pair<std::uint32_t, std::uint32_t>>
      checkpoints_;  // (offset in text, offset in file) every few kB
};

// Binary content (NUL bytes, control characters) and damaged UTF-8 (valid multi-byte sequences beside
// ill-formed ones) are failures that say so; bytes that are no UTF-8 at all but make sense as Windows-1252
// are read as that.
Result<Decoded> decode_file(std::string_view bytes);

// The bytes of a file in that encoding. A character that Windows-1252 lacks is a failure: nothing is replaced
// by "?".
Result<std::string> encode_file(std::string_view text, FileEncoding encoding);

}  // namespace paravent::text
