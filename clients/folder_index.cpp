#include "clients/folder_index.hpp"

#include <algorithm>
#include <set>

namespace paravent::clients {

FolderIndex::FolderIndex(store::SharedKnown known) : known_(std::move(known)) {
  follow();
}

void FolderIndex::follow() {
  std::set<std::size_t> to_stand;
  for (; followed_ < known_->changes.size(); ++followed_) {
    const std::size_t place = known_->changes[followed_];
    const store::Entry& entry = known_->entries[place];
    if (place >= parts_.size()) parts_.resize(place + 1);
    to_stand.merge(name_owners_.put(place, entry));
    owners_.add(entry);
    by_alias_.erase(parts_[place].alias);
    parts_[place].alias = entry.alias;
    by_alias_.insert_or_assign(entry.alias, place);
    name(place);
  }
  // All changes first: of several new entries with one form, none is called by it.
  for (const std::size_t place : to_stand) stand(place);
}

void FolderIndex::stand(std::size_t place) {
  const store::Entry& entry = known_->entries[place];
  Part& part = parts_[place];
  for (const auto& [alias, turn] : part.standing) aliases_.withdraw(alias, turn);
  part.standing.clear();
  // Its name comes before what others go by besides theirs.
  part.standing.push_back({alias_by_name(entry), {0, place, 0}});
  std::vector<anonymise::Alias> further = further_aliases(entry, name_owners_);
  for (std::size_t i = 0; i < further.size(); ++i) {
    part.standing.emplace_back(std::move(further[i]), anonymise::KnownAliases::Turn{1, place, i});
  }
  for (const auto& [alias, turn] : part.standing) aliases_.add(alias, turn);
}

void FolderIndex::name(std::size_t place) {
  Part& part = parts_[place];
  for (const detect::NameNumber name : part.people) people_.remove(name);
  for (const detect::NameNumber name : part.told) told_.remove(name);
  detect::NamesFrom fresh = known_names({known_->entries[place]}, names_);
  part.people = std::move(fresh.people);
  part.told = std::move(fresh.folder);
  for (const detect::NameNumber name : part.people) people_.add(name);
  for (const detect::NameNumber name : part.told) told_.add(name);
}

void FolderIndex::Names::add(detect::NameNumber name) {
  if (counts[name]++ > 0) return;
  sorted.insert(std::lower_bound(sorted.begin(), sorted.end(), name), name);
}

void FolderIndex::Names::remove(detect::NameNumber name) {
  const auto found = counts.find(name);
  if (found == counts.end() || --found->second > 0) return;
  counts.erase(found);
  sorted.erase(std::lower_bound(sorted.begin(), sorted.end(), name));
}

std::vector<FormsOfEntry> FolderIndex::new_forms(const anonymise::Anonymised& done) const {
  std::vector<FormsOfEntry> out;
  for (const anonymise::AliasForms& one : done.forms) {
    const auto found = by_alias_.find(one.alias);
    if (found == by_alias_.end()) continue;
    const store::Entry& entry = known_->entries[found->second];
    FormsOfEntry fresh{entry.id, {}};
    for (const std::string& form : one.forms) {
      const bool known = form == entry.canonical ||
                         std::find(entry.forms.begin(), entry.forms.end(), form) != entry.forms.end();
      if (!known) fresh.forms.push_back(form);
    }
    if (!fresh.forms.empty()) out.push_back(std::move(fresh));
  }
  return out;
}

}  // namespace paravent::clients
