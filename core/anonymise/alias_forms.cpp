#include "anonymise/alias_forms.hpp"

#include <map>
#include <set>
#include <string_view>
#include <utility>

namespace paravent::anonymise {

std::vector<AliasForms> forms_of(const Note& note, const AliasBook& aliases) {
  std::vector<AliasForms> out;
  std::map<std::string_view, std::size_t> place_of;
  std::set<std::pair<std::size_t, std::string_view>> seen;
  for (const detect::Finding* finding : note.masked()) {
    const std::string* alias = aliases.given_to(*finding);
    if (alias == nullptr) continue;
    const auto [entry, fresh] = place_of.try_emplace(*alias, out.size());
    const std::size_t place = entry->second;
    if (fresh) {
      const detect::Entity* entity = note.entity(*finding);
      out.push_back({*alias, {}, entity == nullptr ? knowledge::Sex::Unknown : entity->sex});
    }
    const std::string_view form = note.surface(*finding);
    if (seen.emplace(place, form).second) out[place].forms.emplace_back(form);
  }
  return out;
}

}  // namespace paravent::anonymise
