// What the entries of a folder mean for each of its notes. Worked out once and kept in step with what comes
// and changes, so that a note of a folder with thousands of names costs what it would cost by itself.
#pragma once

#include <cstddef>
#include <string>
#include <unordered_map>
#include <utility>
#include <vector>

#include "anonymise/known_aliases.hpp"
#include "anonymise/plan.hpp"
#include "clients/aliases.hpp"
#include "clients/name_owners.hpp"
#include "detect/known_names.hpp"
#include "store/entry.hpp"

namespace paravent::clients {

class FolderIndex {
 public:
  explicit FolderIndex(store::SharedKnown known);

  // For whom it was made; where the vault gives another one, entries are gone and another index is needed.
  const store::SharedKnown& known() const { return known_; }
  // Takes in what came and changed since.
  void follow();

  // As aliases_to_plan() gives them.
  const anonymise::KnownAliases& aliases() const { return aliases_; }
  // An alias that the vault refuses though nobody bears it.
  void spend(const anonymise::Alias& alias) { aliases_.add(alias, {}); }
  // As known_names() gives them; valid as long as the index.
  detect::NamesFrom names() const { return {&names_, people_.sorted, told_.sorted}; }
  const Owners& owners() const { return owners_; }
  // Forms of the note that an entry does not have yet.
  std::vector<FormsOfEntry> new_forms(const anonymise::Anonymised& done) const;

 private:
  using Standing = std::vector<std::pair<anonymise::Alias, anonymise::KnownAliases::Turn>>;
  // What was worked out of one entry.
  struct Part {
    std::string alias;
    Standing standing;
    std::vector<detect::NameNumber> people, told;
  };
  // Some names, each once, and how many entries have them.
  struct Names {
    std::vector<detect::NameNumber> sorted;
    std::unordered_map<detect::NameNumber, std::size_t> counts;
    void add(detect::NameNumber name);
    void remove(detect::NameNumber name);
  };

  void stand(std::size_t place);
  void name(std::size_t place);

  store::SharedKnown known_;
  std::size_t followed_ = 0;  // of known_->changes
  std::vector<Part> parts_;   // by place
  NameOwners name_owners_;
  anonymise::KnownAliases aliases_;
  detect::KnownNames names_;
  Names people_;
  Names told_;
  Owners owners_;
  std::unordered_map<std::string, std::size_t> by_alias_;
};

}  // namespace paravent::clients
