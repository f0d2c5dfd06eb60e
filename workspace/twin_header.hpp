// How a twin, the copy of a note that may be shared, is told from a note.
#pragma once

#include <string_view>

namespace paravent::workspace {

// What the comment of a twin begins with.
inline constexpr std::string_view twin_comment_start = "<!-- paravent:twin ";

// True if Paravent made this text: its first line behind the front matter is that comment.
bool is_twin(std::string_view text);

}  // namespace paravent::workspace
