#include "text/wording.hpp"

namespace paravent::text {

std::string fill(const Wording& wording, Language language,
                 std::initializer_list<std::string_view> arguments) {
  const std::string_view pattern = wording.in(language);
  std::string out;
  for (std::size_t at = 0; at < pattern.size(); ++at) {
    const bool place = pattern[at] == '{' && at + 2 < pattern.size() && pattern[at + 1] >= '0' &&
                       pattern[at + 1] <= '9' && pattern[at + 2] == '}';
    const std::size_t index = place ? static_cast<std::size_t>(pattern[at + 1] - '0') : arguments.size();
    if (index < arguments.size()) {
      out += arguments.begin()[index];
      at += 2;
    } else {
      out += pattern[at];
    }
  }
  return out;
}

}  // namespace paravent::text
