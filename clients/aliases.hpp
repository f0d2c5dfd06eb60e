// The entries of a vault as anonymising and restoring want them, and back.
#pragma once

#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "anonymise/plan.hpp"
#include "detect/find.hpp"
#include "detect/known_names.hpp"
#include "store/entry.hpp"

namespace paravent::clients {

// Letters ("Personne A", "Entreprise A") mean the same in both styles that keep a vault: only invented names
// are an alias of their own kind.
store::AliasStyle style_of(std::string_view alias);

// What plan() may give again: each entry by its name and by those of its forms that can mean no other.
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
std::vector<FormsOfEntry> new_forms(const anonymise::Anonymised& done,
                                    const std::vector<store::Entry>& entries);

// Whose alias stands in words that were written into a text.
class Owners {
 public:
  explicit Owners(const std::vector<store::Entry>& entries);
  // The id of the entry; empty where there is none.
  std::string of(std::string_view written) const;

 private:
  std::unordered_map<std::string, std::string> by_alias_;  // by folded letters, or by folded surname
};

}  // namespace paravent::clients
