// Aliases that the vault refuses though nobody bears them any more: they were given to somebody who was
// forgotten, or another process has just given them.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "anonymise/plan.hpp"
#include "clients/folder_index.hpp"
#include "store/vault.hpp"

namespace paravent::clients {

class SpentAliases {
 public:
  SpentAliases(store::Vault& vault, std::string_view folder) : vault_(vault), folder_(folder) {}

  // After a refusal: what was refused and, so that letters need not be tried one by one, which of the letters
  // of that kind are spent besides.
  text::Result<store::Done> learn(const store::Remembered& refused, const anonymise::Anonymised& done);

  // As aliases that stand for nobody. What the vault refuses it refuses for good.
  void add_to(FolderIndex& index) const;

 private:
  store::Vault& vault_;
  std::string folder_;
  std::vector<anonymise::Alias> spent_;
};

}  // namespace paravent::clients
