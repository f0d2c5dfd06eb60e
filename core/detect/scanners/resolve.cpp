#include "detect/scanners/resolve.hpp"

#include <algorithm>
#include <map>

namespace paravent::detect::scanners {
namespace {

bool stronger(const Finding& a, const Finding& b) {
  if (a.score != b.score) return a.score > b.score;
  if (a.range.size() != b.range.size()) return a.range.size() > b.range.size();
  if (a.category != b.category) return a.category < b.category;
  return a.range.begin < b.range.begin;
}

// A group of findings in which each overlaps one before it.
void resolve_group(std::vector<Finding>& group, std::vector<Finding>& out) {
  if (group.size() == 1) {
    out.push_back(group.front());
    return;
  }
  std::stable_sort(group.begin(), group.end(), stronger);
  std::map<std::uint32_t, Finding> kept;  // by begin
  for (const Finding& finding : group) {
    const auto after = kept.lower_bound(finding.range.begin.value);
    if (after != kept.end() && after->second.range.overlaps(finding.range)) continue;
    if (after != kept.begin() && std::prev(after)->second.range.overlaps(finding.range)) continue;
    kept.emplace(finding.range.begin.value, finding);
  }
  for (const auto& [begin, finding] : kept) out.push_back(finding);
}

}  // namespace

std::vector<Finding> resolve(std::vector<Finding> found) {
  std::stable_sort(found.begin(), found.end(),
                   [](const Finding& a, const Finding& b) { return a.range.begin < b.range.begin; });
  std::vector<Finding> out;
  std::vector<Finding> group;
  text::ByteOffset reach;
  for (const Finding& finding : found) {
    if (!group.empty() && finding.range.begin >= reach) {
      resolve_group(group, out);
      group.clear();
    }
    reach = group.empty() ? finding.range.end : std::max(reach, finding.range.end);
    group.push_back(finding);
  }
  if (!group.empty()) resolve_group(group, out);
  return out;
}

}  // namespace paravent::detect::scanners
