// At the border: bytes of a file → UTF-8 text and back, and offsets between the two.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "text/offsets.hpp"
#include "text/result.hpp"

namespace paravent::text {

// Utf16Le and Utf16Be start with a BOM; the Bare ones have none.
enum class FileEncoding { Utf8, Utf8Bom, Utf16Le, Utf16Be, Utf16LeBare, Utf16BeBare, Windows1252 };

class Decoded {
 public:
  std::string text;  // UTF-8 without BOM
  FileEncoding encoding = FileEncoding::Utf8;

  // A byte offset of `text` as a byte offset of the file (a BOM counts); inside a character: its start. O(log
  // n). Only while `text` is as decoded.
  std::uint32_t file_offset(ByteOffset at) const;

 private:
  friend Result<Decoded> decode_file(std::string_view bytes);
  std::vector<std::pair<std::uint32_t, std::uint32_t>>
      checkpoints_;  // (offset in text, offset in file) every few kB
};

// Binary content (NUL bytes, control characters), damaged UTF-8 (multi-byte sequences that nobody types in
// Windows-1252 beside ill-formed ones) and damaged UTF-16 are failures that say so; bytes that are no UTF-8
// at all but make sense as Windows-1252 are read as that. UTF-16 without a BOM is read if its NULs leave no
// doubt.
Result<Decoded> decode_file(std::string_view bytes);

// The bytes of a file in that encoding; what decode_file read comes back byte for byte. A character that
// Windows-1252 lacks is a failure that names its number (U+XXXX): nothing is replaced by "?". Ill-formed
// UTF-8 is a failure too, except towards UTF-8, where it stays as it is.
Result<std::string> encode_file(std::string_view text, FileEncoding encoding);

}  // namespace paravent::text
