#include "knowledge/phrases.hpp"

#include <algorithm>

#include "knowledge/tables.hpp"

namespace paravent::knowledge {

using tables::file;
using tables::items;
using tables::string;

namespace {

std::optional<Phrase> phrase_of(std::uint64_t hash, std::size_t words, std::size_t nth) noexcept {
  const auto value = tables::value(file().phrases, hash, nth);
  if (!value) return std::nullopt;
  return Phrase{static_cast<PhraseKind>(*value >> format::kKindShift), static_cast<std::uint16_t>(words),
                *value & format::kRowMask};
}

}  // namespace

std::optional<Phrase> longest_phrase(std::span<const std::string_view> folded, std::size_t nth) noexcept {
  if (folded.empty()) return std::nullopt;
  const std::uint64_t first = format::hash_word(folded.front());
  const std::size_t most = tables::look_up_hash(first).starts_phrase
                               ? std::min<std::size_t>(folded.size(), file().longest_phrase)
                               : 1;
  std::uint64_t hash = 0, longest_hash = 0;
  std::size_t longest = 0;
  for (std::size_t words = 1; words <= most; ++words) {
    hash = format::append_word(hash, words == 1 ? first : format::hash_word(folded[words - 1]));
    if (tables::value(file().phrases, hash, 0)) {
      longest = words;
      longest_hash = hash;
    }
  }
  if (longest == 0) return std::nullopt;
  return phrase_of(longest_hash, longest, nth);
}

std::optional<Phrase> whole_phrase(std::span<const std::string_view> folded, std::size_t nth) noexcept {
  if (folded.empty() || folded.size() > file().longest_phrase) return std::nullopt;
  std::uint64_t hash = 0;
  for (const std::string_view word : folded) hash = format::append_word(hash, format::hash_word(word));
  return phrase_of(hash, folded.size(), nth);
}

Place place(const Phrase& phrase) noexcept {
  const auto& row = items<format::PlaceRow>(file().places)[phrase.row];
  const format::StringOffset name = row.name_and_region & ((1u << format::kRegionShift) - 1);
  const auto region =
      items<format::StringOffset>(file().regions)[row.name_and_region >> format::kRegionShift];
  return {string(name), row.population_and_country & ~format::kCountry, string(region),
          (row.population_and_country & format::kCountry) != 0};
}

Company company(const Phrase& phrase) noexcept {
  const auto& row = items<format::CompanyRow>(file().companies)[phrase.row];
  return {string(row.name), string(row.sector), static_cast<char>(row.size), row.word != 0};
}

Author author(const Phrase& phrase) noexcept {
  const auto& row = items<format::AuthorRow>(file().authors)[phrase.row];
  return {string(row.name), row.part != 0, row.ambiguous != 0};
}

Role role(const Phrase& phrase) noexcept {
  const auto& row = items<format::RoleRow>(file().roles)[phrase.row];
  return {string(row.masculine), string(row.feminine), string(row.plural), row.epicene != 0,
          string(row.english)};
}

Method method(const Phrase& phrase) noexcept {
  const auto& row = items<format::MethodRow>(file().methods)[phrase.row];
  return {string(row.name), string(row.kind)};
}

Institution institution(const Phrase& phrase) noexcept {
  const auto& row = items<format::InstitutionRow>(file().institutions)[phrase.row];
  return {string(row.head), row.feminine != 0, string(row.general_fr), string(row.general_en),
          string(row.kind)};
}

std::string_view fixed_phrase_kind(const Phrase& phrase) noexcept {
  return string(items<format::FixedPhraseRow>(file().fixed_phrases)[phrase.row].kind);
}

std::optional<Sector> sector(std::string_view key) noexcept {
  const auto row_number = tables::value(file().sectors, format::hash_word(key), 0);
  if (!row_number) return std::nullopt;
  const auto& row = items<format::SectorRow>(file().sector_rows)[*row_number];
  return Sector{string(row.large_fr), string(row.any_fr), string(row.large_en), string(row.any_en)};
}

std::string_view given_name_of(std::string_view folded_diminutive, std::size_t nth) noexcept {
  const auto name = tables::value(file().diminutives, format::hash_word(folded_diminutive), nth);
  return name ? string(*name) : std::string_view{};
}

}  // namespace paravent::knowledge
