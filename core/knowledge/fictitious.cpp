#include "knowledge/fictitious.hpp"

#include "knowledge/tables.hpp"

namespace paravent::knowledge {
namespace {

using tables::file;
using tables::items;

bool fits(std::string_view word, std::string_view letters, NameEnd end) {
  switch (end) {
    case NameEnd::Start:
      return word.starts_with(letters);
    case NameEnd::End:
      return word.ends_with(letters);
    case NameEnd::Whole:
      return word == letters;
  }
  return false;
}

}  // namespace

std::size_t fictitious_surname_count() noexcept {
  return file().fictitious_surnames.count;
}

FictitiousName fictitious_surname(std::size_t at) noexcept {
  const auto& row = items<format::FictitiousSurnameRow>(file().fictitious_surnames)[at];
  return {tables::string(row.name), tables::string(row.origin), Sex::Unknown};
}

std::size_t fictitious_given_name_count() noexcept {
  return file().fictitious_given_names.count;
}

FictitiousName fictitious_given_name(std::size_t at) noexcept {
  const auto& row = items<format::FictitiousGivenRow>(file().fictitious_given_names)[at];
  return {tables::string(row.name), tables::string(row.origin), static_cast<Sex>(row.sex)};
}

NameOrigin name_origin(std::string_view folded, NamePart part) noexcept {
  constexpr std::size_t whole_word = 100;
  NameOrigin best;
  const auto* rows = items<format::NameOriginRow>(file().name_origins);
  for (std::size_t i = 0; i < file().name_origins.count; ++i) {
    const auto& row = rows[i];
    const auto end = static_cast<NameEnd>(row.end);
    const std::string_view letters = tables::string(row.letters);
    if (static_cast<NamePart>(row.part) != part || !fits(folded, letters, end)) continue;
    const std::size_t strength = letters.size() + (end == NameEnd::Whole ? whole_word : 0);
    if (strength > best.strength) best = {tables::string(row.origin), strength};
  }
  return best;
}

}  // namespace paravent::knowledge
