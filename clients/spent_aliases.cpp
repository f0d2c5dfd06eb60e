#include "clients/spent_aliases.hpp"

#include <algorithm>

#include "clients/aliases.hpp"
#include "detect/alias_form.hpp"

namespace paravent::clients {
namespace {

// The letters that may have been given before: more than the folder has entries, for those who were
// forgotten.
constexpr std::size_t letters_beyond = 100;

}  // namespace

text::Result<store::Done> SpentAliases::learn(const store::Remembered& refused,
                                              const anonymise::Anonymised& done) {
  for (const std::string& alias : refused.refused_aliases) {
    const auto given = std::find_if(done.aliases.begin(), done.aliases.end(),
                                    [&](const anonymise::Alias& one) { return one.alias == alias; });
    if (given == done.aliases.end()) continue;
    spent_.push_back({given->category, alias, "", {}});
    if (style_of(alias) == store::AliasStyle::Fictitious) continue;
    std::vector<std::string> letters;
    for (std::size_t i = 0; i < refused.known->entries.size() + letters_beyond; ++i) {
      for (const text::Language language : {text::Language::French, text::Language::English}) {
        letters.push_back(detect::alias_of(given->category, i, language));
      }
    }
    const auto taken = vault_.taken_aliases(folder_, store::AliasStyle::Pseudonym, letters);
    if (!taken) return taken.failure();
    for (const std::string& one : *taken) spent_.push_back({given->category, one, "", {}});
  }
  return store::Done{};
}

void SpentAliases::add_to(FolderIndex& index) const {
  for (const anonymise::Alias& alias : spent_) index.spend(alias);
}

}  // namespace paravent::clients
