// The actions of `paravent vault`, for its help.
#pragma once

#include <string_view>
#include <vector>

#include "text/language.hpp"

namespace paravent::cli {

struct VaultActionSpec {
  std::string_view name;
  text::Wording takes;  // empty: nothing
  text::Wording help;
  std::size_t fewest = 0;
  std::size_t most = 0;
};

std::vector<VaultActionSpec> vault_actions();

}  // namespace paravent::cli
