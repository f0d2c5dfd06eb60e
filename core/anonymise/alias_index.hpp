// The aliases of one folder, by how they may be written: the reserved forms by noun and letters.
#pragma once

#include <map>
#include <string>
#include <string_view>
#include <tuple>
#include <vector>

#include "anonymise/plan.hpp"
#include "anonymise/written_alias.hpp"

namespace paravent::anonymise {

class AliasIndex {
 public:
  explicit AliasIndex(const std::vector<Alias>& aliases);

  // Who is meant. An alias is known in its translation too ("Person A" for "Personne A"), unless the folder
  // has both. Nothing for one that stands for two, or that the name of another could be read as: what comes
  // back must never be taken for an alias again.
  const Alias* find(const AliasNounForm& noun, const std::string& letters) const;

  // Aliases that are no reserved forms: those of the style fictitious.
  const std::vector<const Alias*>& fictitious() const { return fictitious_; }

 private:
  using Key = std::tuple<policy::Category, std::string, bool>;  // the last: in English
  const Alias* at(const AliasNounForm& noun, const std::string& letters, bool english) const;

  std::map<Key, const Alias*> reserved_;  // nullptr: two are meant
  std::vector<const Alias*> fictitious_;
};

// The alias that `name` is, whole; nothing for another name.
std::optional<WrittenAlias> as_reserved(std::string_view name);

}  // namespace paravent::anonymise
