#include "lsp-server/features/mentions.hpp"

namespace paravent::lsp {

const detect::Finding* finding_at(const Snapshot& snapshot, text::ByteOffset at) {
  const detect::Finding* best = nullptr;
  for (const detect::Finding& finding : snapshot.analysis.findings) {
    if (finding.range.begin > at) break;
    if (at > finding.range.end) continue;
    if (best == nullptr || (masks(finding) && !masks(*best)) ||
        (masks(finding) == masks(*best) && finding.range.contains(at))) {
      best = &finding;
    }
  }
  return best;
}

const detect::Finding* finding_at(const Snapshot& snapshot, const text::Position& position) {
  return finding_at(snapshot, snapshot.document.lines().offset(position, snapshot.text(), snapshot.encoding));
}

std::vector<const detect::Finding*> mentions_of(const Snapshot& snapshot, const detect::Finding& finding) {
  if (finding.entity == 0) return {&finding};
  std::vector<const detect::Finding*> out;
  for (const detect::Finding& mention : snapshot.analysis.findings) {
    if (mention.entity != finding.entity) continue;
    if (!out.empty() && out.back()->range.overlaps(mention.range)) {
      if (masks(mention) && !masks(*out.back())) out.back() = &mention;
      continue;
    }
    out.push_back(&mention);
  }
  return out;
}

const detect::Entity* entity_of(const Snapshot& snapshot, const detect::Finding& finding) {
  if (finding.entity == 0 || finding.entity > snapshot.analysis.entities.size()) return nullptr;
  return &snapshot.analysis.entities[finding.entity - 1];
}

std::string_view words_of(const Snapshot& snapshot, const detect::Finding& finding) {
  return snapshot.text().substr(finding.range.begin.value, finding.range.size());
}

}  // namespace paravent::lsp
