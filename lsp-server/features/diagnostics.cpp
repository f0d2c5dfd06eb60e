#include "lsp-server/features/diagnostics.hpp"

#include <algorithm>
#include <array>
#include <iterator>
#include <optional>
#include <unordered_map>
#include <vector>

#include "lsp-server/hash.hpp"
#include "lsp-server/words.hpp"
#include "policy/category.hpp"
#include "text/wording.hpp"

namespace paravent::lsp {
namespace {

enum class Severity { Error = 1, Warning = 2, Information = 3, Hint = 4 };

// In strict mode what is to be masked is what keeps the note from being saved.
Severity severity_of(const Snapshot& snapshot, const detect::Finding& finding) {
  if (finding.hint) return Severity::Hint;
  if (!policy::is_masked(finding.category)) return Severity::Information;
  return snapshot.policy.save == policy::SaveMode::Strict ? Severity::Error : Severity::Warning;
}

bool is_shown(const Snapshot& snapshot, const detect::Finding& finding) {
  return finding.category != policy::Category::Public && snapshot.display.shows(finding);
}

// Which findings are shown: all of them, or as many as the limit leaves room for, those that mask first.
std::vector<const detect::Finding*> shown(const Snapshot& snapshot, std::size_t& missing) {
  const detect::Analysis& analysis = snapshot.analysis;
  std::size_t all = 0;
  std::size_t masking = 0;
  for (const detect::Finding& finding : analysis.findings) {
    if (!is_shown(snapshot, finding)) continue;
    ++all;
    masking += masks(finding) ? 1 : 0;
  }
  const std::size_t room = all <= max_diagnostics ? all : max_diagnostics - 1;
  std::size_t room_for_masking = std::min(masking, room);
  std::size_t room_for_others = room - room_for_masking;
  missing = all - room;

  std::vector<const detect::Finding*> out;
  out.reserve(room);
  for (const detect::Finding& finding : analysis.findings) {
    if (!is_shown(snapshot, finding)) continue;
    std::size_t& left = masks(finding) ? room_for_masking : room_for_others;
    if (left == 0) continue;
    --left;
    out.push_back(&finding);
  }
  return out;
}

void write_message(JsonWriter& json, Severity severity, std::string_view message) {
  json.begin_object().key("range");
  write_range(json, text::PositionRange{});
  json.key("severity").integer(static_cast<int>(severity)).key("source").string("Paravent");
  json.key("message").string(message).end_object();
}

// Without the bracket that ends it.
void begin_diagnostic(JsonWriter& json, const Snapshot& snapshot, const detect::Finding& finding,
                      const text::PositionRange& range) {
  json.begin_object().key("range");
  write_range(json, range);
  json.key("severity").integer(static_cast<int>(severity_of(snapshot, finding)));
  json.key("code").string(policy::code_of(finding.category)).key("source").string("Paravent");
  json.key("message").string(detect::explain(finding, snapshot.language));
}

void write_workspace_head(JsonWriter& json, std::string_view kind, std::string_view uri,
                          const std::int64_t* version, std::string_view result_id) {
  json.begin_object().key("kind").string(kind).key("uri").string(uri).key("version");
  if (version != nullptr) {
    json.integer(*version);
  } else {
    json.null();
  }
  json.key("resultId").string(result_id);
}

// Other mentions of an entity, by the places of the diagnostics that are shown.
class Related {
 public:
  Related(const Snapshot& snapshot, const std::vector<const detect::Finding*>& shown,
          const std::vector<text::PositionRange>& places)
      : snapshot_(snapshot), shown_(shown), places_(places), most_(shown.size() > many_findings ? 1 : a_few) {
    for (std::size_t i = 0; i < shown.size(); ++i) {
      if (shown[i]->entity == 0) continue;
      Mentions& mentions = of_entity_[shown[i]->entity];
      mentions.all.push_back(i);
      if (shown[i]->range.size() > shown[mentions.fullest]->range.size() || mentions.all.size() == 1) {
        mentions.fullest = i;
      }
    }
  }

  // The fullest form of the name, which says best why the short ones were found, and the mentions before and
  // after this one. In a long note only the first of these: they would be more than all the rest.
  void write(JsonWriter& json, std::size_t at) const {
    const auto found = of_entity_.find(shown_[at]->entity);
    if (found == of_entity_.end() || found->second.all.size() < 2) return;
    const std::vector<std::size_t>& all = found->second.all;
    const auto self = std::lower_bound(all.begin(), all.end(), at);
    std::array<std::size_t, a_few> others{};
    std::size_t count = 0;
    const auto take = [&](std::size_t other) {
      const auto end = std::next(others.begin(), static_cast<std::ptrdiff_t>(count));
      if (count == most_ || other == at || std::find(others.begin(), end, other) != end) return;
      others[count++] = other;
    };
    take(found->second.fullest);
    if (self != all.begin()) take(*(self - 1));
    if (self + 1 != all.end()) take(*(self + 1));
    const text::Wording& words =
        shown_[at]->category == policy::Category::Person ? words::same_person : words::same_thing;
    json.key("relatedInformation").begin_array();
    for (std::size_t i = 0; i < count; ++i) {
      json.begin_object().key("location").begin_object().key("uri").string(snapshot_.uri).key("range");
      write_range(json, places_[others[i]]);
      json.end_object().key("message").string(words.in(snapshot_.language)).end_object();
    }
    json.end_array();
  }

 private:
  struct Mentions {
    std::vector<std::size_t> all;
    std::size_t fullest = 0;
  };

  static constexpr std::size_t many_findings = 200;
  static constexpr std::size_t a_few = 3;

  const Snapshot& snapshot_;
  const std::vector<const detect::Finding*>& shown_;
  const std::vector<text::PositionRange>& places_;
  std::size_t most_;
  std::unordered_map<detect::EntityId, Mentions> of_entity_;
};

}  // namespace

void write_diagnostic(JsonWriter& json, const Snapshot& snapshot, const detect::Finding& finding) {
  begin_diagnostic(json, snapshot, finding, snapshot.positions(finding.range));
  json.end_object();
}

std::string diagnostic_items(const Snapshot& snapshot, bool related) {
  std::size_t missing = 0;
  const auto findings = shown(snapshot, missing);
  std::vector<text::PositionRange> places;
  places.reserve(findings.size());
  for (const detect::Finding* finding : findings) places.push_back(snapshot.positions(finding->range));
  std::optional<Related> others;
  if (related) others.emplace(snapshot, findings, places);

  JsonWriter json;
  json.begin_array();
  for (std::size_t i = 0; i < findings.size(); ++i) {
    begin_diagnostic(json, snapshot, *findings[i], places[i]);
    if (others) others->write(json, i);
    json.end_object();
  }
  if (missing > 0) {
    write_message(json, Severity::Information,
                  text::fill(words::more_findings, snapshot.language, {std::to_string(missing)}));
  }
  json.end_array();
  return json.take();
}

std::string unchecked_items(std::string_view message) {
  JsonWriter json;
  json.begin_array();
  write_message(json, Severity::Error, message);
  json.end_array();
  return json.take();
}

std::string full_report(std::string_view items, std::string_view result_id) {
  JsonWriter json;
  json.begin_object().key("kind").string("full").key("resultId").string(result_id);
  json.key("items").raw(items).end_object();
  return json.take();
}

std::string unchanged_report(std::string_view result_id) {
  JsonWriter json;
  json.begin_object().key("kind").string("unchanged").key("resultId").string(result_id).end_object();
  return json.take();
}

std::string workspace_report(std::string_view uri, const std::int64_t* version, std::string_view items,
                             std::string_view result_id) {
  JsonWriter json;
  write_workspace_head(json, "full", uri, version, result_id);
  json.key("items").raw(items).end_object();
  return json.take();
}

std::string workspace_unchanged_report(std::string_view uri, const std::int64_t* version,
                                       std::string_view result_id) {
  JsonWriter json;
  write_workspace_head(json, "unchanged", uri, version, result_id);
  json.end_object();
  return json.take();
}

std::string result_id_of(std::string_view items) {
  return hexadecimal(keyed_hash({}, items));
}

std::string publish_params(std::string_view uri, const std::int64_t* version, std::string_view items) {
  JsonWriter json;
  json.begin_object().key("uri").string(uri);
  if (version != nullptr) json.key("version").integer(*version);
  json.key("diagnostics").raw(items).end_object();
  return json.take();
}

}  // namespace paravent::lsp
