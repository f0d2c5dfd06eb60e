// A note is replaced by what became of it, and nothing that its owner typed is lost by that.
#pragma once

#include <filesystem>
#include <string_view>

#include "platform/files.hpp"
#include "text/result.hpp"

namespace paravent::cli {

// Whether the note as it was is kept beside it first; such a copy is never replaced itself.
enum class KeepOld { No, Beside };

// `read` are the bytes that `bytes` were made of. Refused, and nothing written, when others lie on disk by
// now, or when the note is protected against writing.
text::Result<platform::Done> replace_note(const std::filesystem::path& note, std::string_view read,
                                          std::string_view bytes, KeepOld keep);

}  // namespace paravent::cli
