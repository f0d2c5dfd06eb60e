#include "lsp-vault/words.hpp"

#include <chrono>

namespace paravent::lsp_vault {

text::Failure failure(const text::Wording& words, std::initializer_list<std::string_view> arguments) {
  return {text::fill(words, text::Language::French, arguments),
          text::fill(words, text::Language::English, arguments)};
}

store::Moment now() {
  const auto since = std::chrono::system_clock::now().time_since_epoch();
  return {std::chrono::duration_cast<std::chrono::seconds>(since).count()};
}

}  // namespace paravent::lsp_vault
