#include "knowledge/sensitive.hpp"

#include <algorithm>
#include <bit>

#include "knowledge/tables.hpp"

namespace paravent::knowledge {
namespace {

using tables::file;
using tables::items;

SensitivePhrase phrase_of(const format::SensitiveRow& row, std::size_t words) {
  SensitivePhrase out;
  out.use = static_cast<SensitiveUse>(row.use);
  out.kinds = row.kinds;
  out.french = (row.flags & format::kFrench) != 0;
  out.english = (row.flags & format::kEnglish) != 0;
  out.capital = (row.flags & format::kCapital) != 0;
  out.accents = (row.flags & format::kAccents) != 0;
  out.unless = tables::string(row.unless);
  out.words = static_cast<std::uint16_t>(words);
  return out;
}

}  // namespace

SensitiveKind SensitivePhrase::kind() const {
  const auto bit = static_cast<std::size_t>(std::countr_zero(static_cast<unsigned>(kinds)));
  return bit < sensitive_kind_count ? static_cast<SensitiveKind>(bit) : SensitiveKind::Health;
}

std::optional<SensitivePhrase> longest_sensitive(std::span<const std::string_view> folded,
                                                 SensitiveUses wanted) noexcept {
  const std::size_t most = std::min<std::size_t>(folded.size(), file().longest_sensitive);
  const auto* rows = items<format::SensitiveRow>(file().sensitive_rows);
  std::optional<SensitivePhrase> out;
  std::uint64_t hash = 0;
  for (std::size_t words = 1; words <= most; ++words) {
    hash = format::append_word(hash, format::hash_word(folded[words - 1]));
    for (std::size_t nth = 0; const auto row = tables::value(file().sensitive, hash, nth); ++nth) {
      if (!wanted.has(static_cast<SensitiveUse>(rows[*row].use))) continue;
      out = phrase_of(rows[*row], words);
      break;
    }
  }
  return out;
}

std::size_t longest_sensitive_phrase() noexcept {
  return file().longest_sensitive;
}

}  // namespace paravent::knowledge
