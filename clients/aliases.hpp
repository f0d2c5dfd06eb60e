// The entries of a vault as anonymising and restoring want them, and back.
#pragma once

#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "anonymise/plan.hpp"
#include "clients/name_owners.hpp"
#include "detect/find.hpp"
#include "detect/known_names.hpp"
#include "store/entry.hpp"

namespace paravent::clients {

// Letters ("Personne A", "Entreprise A") mean the same in both styles that keep a vault: only invented names
// are an alias of their own kind.
store::AliasStyle style_of(std::string_view alias);

// What plan() may give again for an entry: by its name, and further by those of its forms that can mean no
// other. Aliases that it had before stand for nobody.
anonymise::Alias alias_by_name(const store::Entry& entry);
std::vector<anonymise::Alias> further_aliases(const store::Entry& entry, const NameOwners& owners);
// The same for all, first all names.
std::vector<anonymise::Alias> aliases_to_plan(const std::vector<store::Entry>& entries);
// What stands for whom in a text, be it shared before an alias was renamed or after.
std::vector<anonymise::Alias> aliases_to_restore(const std::vector<store::Entry>& entries);

// What notes of the folder are read with besides what they tell each other; `names` has them.
detect::NamesFrom known_names(const std::vector<store::Entry>& entries, detect::KnownNames& names);

// The aliases that were given in a note, with the forms that it has.
std::vector<store::NewEntry> new_entries(const anonymise::Anonymised& done);

// Forms of the note that an entry does not have yet.
struct FormsOfEntry {
  std::string entity;
  std::vector<std::string> forms;
};

// Whose alias stands in words that were written into a text.
class Owners {
 public:
  // Where two aliases are written alike, the one that came first counts.
  void add(const store::Entry& entry);
  // The id of the entry; empty where there is none.
  std::string of(std::string_view written) const;

 private:
  std::unordered_map<std::string, std::string> by_alias_;  // by folded letters, or by folded surname
};

}  // namespace paravent::clients
