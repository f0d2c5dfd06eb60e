#include "lsp-server/features/related_mentions.hpp"

#include <algorithm>
#include <iterator>

#include "lsp-server/words.hpp"

namespace paravent::lsp {
namespace {

constexpr std::size_t many_findings = 200;

}  // namespace

RelatedMentions::RelatedMentions(const Snapshot& snapshot, const std::vector<const detect::Finding*>& shown,
                                 const std::vector<text::PositionRange>& places)
    : shown_(shown),
      places_(places),
      most_(shown.size() > many_findings ? 1 : a_few),
      fullest_(snapshot.analysis.entities.size() + 1, none),
      neighbours_(shown.size()),
      uri_("\"uri\":" + json_string(snapshot.uri)),
      same_person_(json_string(words::same_person.in(snapshot.language))),
      same_thing_(json_string(words::same_thing.in(snapshot.language))) {
  std::vector<std::uint32_t> last(fullest_.size(), none);  // by entity
  for (std::uint32_t i = 0; i < shown.size(); ++i) {
    const detect::EntityId entity = shown[i]->entity;
    if (entity == 0) continue;
    neighbours_[i].before = last[entity];
    if (last[entity] != none) neighbours_[last[entity]].behind = i;
    last[entity] = i;
    std::uint32_t& fullest = fullest_[entity];
    if (fullest == none || shown[i]->range.size() > shown[fullest]->range.size()) fullest = i;
  }
}

void RelatedMentions::Others::add(std::uint32_t other, std::uint32_t self, std::size_t most) {
  const auto end = std::next(all.begin(), static_cast<std::ptrdiff_t>(count));
  if (count == most || other == none || other == self || std::find(all.begin(), end, other) != end) return;
  all[count++] = other;
}

RelatedMentions::Related RelatedMentions::of(std::size_t at) const {
  const auto self = static_cast<std::uint32_t>(at);
  Related related;
  if (shown_[at]->entity == 0) return related;
  Others others;
  others.add(fullest_[shown_[at]->entity], self, most_);
  others.add(neighbours_[at].before, self, most_);
  others.add(neighbours_[at].behind, self, most_);
  related.count = others.count;
  for (std::size_t i = 0; i < others.count; ++i) related.places[i] = places_[others.all[i]];
  return related;
}

void RelatedMentions::write(JsonWriter& json, const Related& related, policy::Category category) const {
  if (related.count == 0) return;
  const bool person = category == policy::Category::Person;
  json.key("relatedInformation").begin_array();
  for (std::size_t i = 0; i < related.count; ++i) {
    json.begin_object().key("location").begin_object().members(uri_).key("range");
    write_range(json, related.places[i]);
    json.end_object().key("message").raw(person ? same_person_ : same_thing_).end_object();
  }
  json.end_array();
}

}  // namespace paravent::lsp
