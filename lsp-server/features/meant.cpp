#include "lsp-server/features/meant.hpp"

#include "lsp-server/features/mentions.hpp"
#include "lsp-server/features/rename.hpp"
#include "lsp-server/words.hpp"
#include "text/wording.hpp"

namespace paravent::lsp {

std::vector<const detect::Entity*> could_be_meant(const Snapshot& snapshot, const detect::Finding& finding) {
  std::vector<const detect::Entity*> out;
  const detect::Entity* entity = entity_of(snapshot, finding);
  if (entity == nullptr || entity->candidates.size() < 2) return out;
  for (const detect::EntityId id : entity->candidates) {
    out.push_back(&snapshot.analysis.entities[id - 1]);
  }
  return out;
}

std::size_t count_of_meant(const Snapshot& snapshot, const detect::Finding& finding) {
  const detect::Entity* entity = entity_of(snapshot, finding);
  return entity == nullptr ? 0 : entity->candidates.size();
}

std::string doubt_about(const Snapshot& snapshot, const detect::Finding& finding) {
  const std::size_t people = count_of_meant(snapshot, finding);
  if (people < 2) return {};
  if (people == 2) return std::string(words::two_could_be_meant.in(snapshot.language));
  return text::fill(words::many_could_be_meant, snapshot.language, {std::to_string(people)});
}

std::vector<text::TextEdit> say_who(const Snapshot& snapshot, const detect::Finding& mention,
                                    const detect::Entity& person) {
  auto edits = edits_with_name(snapshot, {&mention}, person.canonical);
  return edits ? *std::move(edits) : std::vector<text::TextEdit>();
}

}  // namespace paravent::lsp
