#include "lsp-server/features/counts.hpp"

#include <array>
#include <set>
#include <utility>
#include <vector>

#include "lsp-server/words.hpp"
#include "text/wording.hpp"

namespace paravent::lsp {
namespace {

using policy::Category;

constexpr std::size_t most_kinds = 3;

using Counts = std::array<std::size_t, policy::category_count>;

Counts counts_in(const Snapshot& snapshot, const text::ByteRange& range) {
  Counts out{};
  std::set<std::pair<Category, detect::EntityId>> seen;
  for (const detect::Finding& finding : snapshot.analysis.findings) {
    if (finding.range.begin >= range.end) break;
    if (!masks(finding) || !finding.range.overlaps(range)) continue;
    if (finding.entity != 0 && !seen.emplace(finding.category, finding.entity).second) continue;
    ++out[static_cast<std::size_t>(finding.category)];
  }
  return out;
}

std::size_t sum(const Counts& counts) {
  std::size_t out = 0;
  for (const std::size_t count : counts) out += count;
  return out;
}

std::string in_number(std::size_t count, const words::Noun& noun, text::Language language) {
  return std::to_string(count) + " " + std::string((count == 1 ? noun.one : noun.many).in(language));
}

}  // namespace

std::string counted(const Snapshot& snapshot, const text::ByteRange& range) {
  const Counts counts = counts_in(snapshot, range);
  constexpr std::array<std::pair<Category, words::Noun>, most_kinds> named{{
      {Category::Person, words::people},
      {Category::Org, words::firms},
      {Category::Loc, words::places},
  }};
  std::vector<std::string> parts;
  std::size_t others = sum(counts);
  for (const auto& [category, noun] : named) {
    const std::size_t count = counts[static_cast<std::size_t>(category)];
    if (count > 0) parts.push_back(in_number(count, noun, snapshot.language));
    others -= count;
  }
  std::string out;
  for (const std::string& part : parts) {
    if (!out.empty()) out += ", ";
    out += part;
  }
  if (others == 0) return out;
  if (out.empty()) return in_number(others, words::personal_data, snapshot.language);
  return out + std::string(words::and_others.in(snapshot.language)) +
         in_number(others, words::other_data, snapshot.language);
}

std::string counted_briefly(const Snapshot& snapshot, const text::ByteRange& range) {
  const Counts counts = counts_in(snapshot, range);
  const std::size_t all = sum(counts);
  if (all == 0) return {};
  const bool only_people = counts[static_cast<std::size_t>(Category::Person)] == all;
  return in_number(all, only_people ? words::names : words::personal_data, snapshot.language);
}

}  // namespace paravent::lsp
