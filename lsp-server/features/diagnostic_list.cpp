#include "lsp-server/features/diagnostic_list.hpp"

#include <algorithm>
#include <optional>
#include <string_view>
#include <utility>

#include "lsp-server/features/diagnostic_writer.hpp"
#include "lsp-server/features/diagnostics.hpp"
#include "lsp-server/features/meant.hpp"
#include "lsp-server/words.hpp"
#include "policy/category.hpp"
#include "text/wording.hpp"

namespace paravent::lsp {
namespace {

// Bytes of a diagnostic with one other mention.
constexpr std::size_t usual_size = 256;

bool is_shown(const Snapshot& snapshot, const detect::Finding& finding) {
  return finding.category != policy::Category::Public && snapshot.display.shows(finding);
}

// Which findings are shown: all of them, or as many as the limit leaves room for, those that mask first.
std::vector<const detect::Finding*> shown(const Snapshot& snapshot, std::size_t most, std::size_t& missing) {
  const detect::Analysis& analysis = snapshot.analysis;
  std::size_t all = 0;
  std::size_t masking = 0;
  for (const detect::Finding& finding : analysis.findings) {
    if (!is_shown(snapshot, finding)) continue;
    ++all;
    masking += masks(finding) ? 1 : 0;
  }
  const std::size_t room = all <= most ? all : most - 1;
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

std::vector<text::PositionRange> places_of(const Snapshot& snapshot,
                                           const std::vector<const detect::Finding*>& findings) {
  std::vector<text::PositionRange> places;
  places.reserve(findings.size());
  text::LineIndex::Reader reader(snapshot.document.lines(), snapshot.text(), snapshot.encoding);
  for (const detect::Finding* finding : findings) {
    const text::Position begin = reader.position(finding->range.begin);
    places.push_back({begin, reader.position(finding->range.end)});
  }
  return places;
}

bool stands_before(const text::Position& a, const text::Position& b) {
  return a.line != b.line ? a.line < b.line : a.column < b.column;
}

}  // namespace

DiagnosticList::Source DiagnosticList::source_of(const Snapshot& snapshot, const detect::Finding& finding,
                                                 const text::PositionRange& place) {
  return {place, detect::explanation_key(finding), count_of_meant(snapshot, finding), {}};
}

std::string_view DiagnosticList::written_from(const Source& source,
                                              std::vector<Diagnostic>::const_iterator& next) const {
  const text::Position& begin = source.place.begin;
  const auto end = diagnostics_.cend();
  while (next != end && stands_before(next->source.place.begin, begin)) ++next;
  if (next == end || next->source.place.begin != begin) return {};
  const Diagnostic& there = *next++;
  return there.source == source ? std::string_view(json_).substr(there.begin, there.size)
                                : std::string_view();
}

const std::string& DiagnosticList::write(const Snapshot& snapshot, bool related,
                                         const std::vector<RiskRemark>& risks) {
  std::size_t missing = 0;
  const auto findings = shown(snapshot, max_diagnostics - std::min(risks.size(), max_risk_remarks), missing);
  const auto places = places_of(snapshot, findings);
  std::optional<RelatedMentions> others;
  if (related) others.emplace(snapshot, findings, places);
  Manner manner{std::string(snapshot.uri), snapshot.language, snapshot.policy.save};
  if (manner != manner_) clear();

  JsonWriter json;
  json.reserve(std::max(findings.size() * usual_size, json_.size() + usual_size));
  json.begin_array();
  DiagnosticWriter writer(snapshot);
  std::vector<Diagnostic> diagnostics;
  diagnostics.reserve(findings.size());
  auto before = diagnostics_.cbegin();
  for (std::size_t i = 0; i < findings.size(); ++i) {
    Source source = source_of(snapshot, *findings[i], places[i]);
    if (others) source.related = others->of(i);
    const std::size_t begin = json.size() + (i == 0 ? 0 : 1);  // behind a comma
    if (const std::string_view written = written_from(source, before); !written.empty()) {
      json.raw(written);
    } else {
      writer.begin(json, *findings[i], places[i]);
      if (others) others->write(json, source.related, findings[i]->category);
      json.end_object();
    }
    diagnostics.push_back({source, begin, json.size() - begin});
  }
  if (missing > 0) {
    write_message(json, Severity::Information,
                  text::fill(words::more_findings, snapshot.language, {std::to_string(missing)}));
  }
  write_risk_diagnostics(json, snapshot, risks);
  json.end_array();
  manner_ = std::move(manner);
  diagnostics_ = std::move(diagnostics);
  json_ = json.take();
  return json_;
}

}  // namespace paravent::lsp
