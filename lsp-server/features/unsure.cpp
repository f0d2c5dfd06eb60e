#include "lsp-server/features/unsure.hpp"

#include <algorithm>

namespace paravent::lsp {
namespace {

bool is_wanted_hint(const detect::Finding& finding, detect::EntityId entity) {
  return finding.hint && policy::is_masked(finding.category) && (entity == 0 || finding.entity == entity);
}

bool touches(const std::vector<text::TextEdit>& sorted, const text::ByteRange& range) {
  const auto first = std::partition_point(sorted.begin(), sorted.end(), [&](const text::TextEdit& edit) {
    return edit.range.end <= range.begin;
  });
  return first != sorted.end() && first->range.begin < range.end;
}

// A hint may lie under what masks: that stays as it was found.
void mask_hints(std::vector<detect::Finding>& findings, detect::EntityId entity) {
  std::vector<text::ByteRange> masking;  // sorted; nothing overlaps
  for (const detect::Finding& finding : findings) {
    if (masks(finding)) masking.push_back(finding.range);
  }
  auto next = masking.cbegin();
  text::ByteOffset floor;  // where the last hint that masks now ends
  std::vector<detect::Finding> out;
  for (const detect::Finding& finding : findings) {
    const bool wanted = is_wanted_hint(finding, entity);
    while (next != masking.end() && next->end <= finding.range.begin) ++next;
    const bool covered = next != masking.end() && next->begin < finding.range.end;
    out.push_back(finding);
    if (!wanted || covered || finding.range.begin < floor) continue;
    out.back().hint = false;
    floor = finding.range.end;
  }
  findings = std::move(out);
}

}  // namespace

std::vector<text::TextEdit> unsure_edits(const Snapshot& snapshot, const std::vector<text::TextEdit>& sure,
                                         const std::vector<anonymise::Alias>& known,
                                         detect::EntityId entity) {
  std::vector<text::TextEdit> out;
  const auto& findings = snapshot.analysis.findings;
  if (std::none_of(findings.begin(), findings.end(),
                   [&](const detect::Finding& finding) { return is_wanted_hint(finding, entity); })) {
    return out;
  }
  detect::Analysis promoted = snapshot.analysis;
  mask_hints(promoted.findings, entity);
  const auto plan = anonymise::plan(snapshot.text(), promoted, snapshot.policy, known);
  if (!plan) return out;
  for (const text::TextEdit& edit : plan->edits.all()) {
    auto finding = std::partition_point(findings.begin(), findings.end(), [&](const detect::Finding& one) {
      return one.range.begin < edit.range.begin;
    });
    bool of_hint = false;
    for (; finding != findings.end() && finding->range.begin < edit.range.end; ++finding) {
      of_hint = of_hint || (is_wanted_hint(*finding, entity) && edit.range.contains(finding->range));
    }
    if (of_hint && !touches(sure, edit.range)) out.push_back(edit);
  }
  return out;
}

}  // namespace paravent::lsp
