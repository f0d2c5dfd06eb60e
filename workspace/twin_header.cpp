#include "workspace/twin_header.hpp"

#include "markdown/front_matter.hpp"

namespace paravent::workspace {

bool is_twin(std::string_view text) {
  text.remove_prefix(markdown::front_matter_size(text));
  while (!text.empty() && (text.front() == '\n' || text.front() == '\r')) text.remove_prefix(1);
  return text.starts_with(twin_comment_start);
}

}  // namespace paravent::workspace
