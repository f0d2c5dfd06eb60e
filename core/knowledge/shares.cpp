#include "knowledge/shares.hpp"

#include <algorithm>

#include "knowledge/tables.hpp"

namespace paravent::knowledge {

using tables::file;
using tables::items;

std::optional<ReadableFact> longest_readable_fact(std::span<const std::string_view> folded) noexcept {
  const std::size_t most = std::min<std::size_t>(folded.size(), file().longest_readable_fact);
  std::uint64_t hash = 0;
  std::optional<std::uint32_t> found;
  std::size_t words = 0;
  for (std::size_t count = 1; count <= most; ++count) {
    hash = format::append_word(hash, format::hash_word(folded[count - 1]));
    if (const auto row = tables::value(file().readable_facts, hash, 0)) {
      found = row;
      words = count;
    }
  }
  if (!found) return std::nullopt;
  const auto& row = items<format::ReadableFactRow>(file().readable_fact_rows)[*found];
  return ReadableFact{static_cast<FactKind>(row.kind), tables::string(row.key), row.per_million,
                      static_cast<std::uint16_t>(words)};
}

std::size_t longest_readable_fact_words() noexcept {
  return file().longest_readable_fact;
}

std::optional<Share> share(std::string_view kind, std::string_view key) noexcept {
  const std::uint64_t hash =
      format::append_word(format::append_word(0, format::hash_word(kind)), format::hash_word(key));
  const auto row_number = tables::value(file().shares, hash, 0);
  if (!row_number) return std::nullopt;
  const auto& row = items<format::ShareRow>(file().share_rows)[*row_number];
  return Share{row.value, row.in_place, tables::string(row.home)};
}

}  // namespace paravent::knowledge
