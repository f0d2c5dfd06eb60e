// The categories of shared/corpus/GUIDELINES.md: what may be found, and whether it is masked or only
// reported.
#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string_view>

#include "text/language.hpp"

namespace paravent::policy {

enum class Category : std::uint8_t {
  Person,
  Org,
  Loc,
  Address,
  Email,
  Phone,
  Url,
  Birthdate,
  Date,
  Age,
  Nir,
  Iban,
  Card,
  Siren,
  Plate,
  Ip,
  Id,
  Project,
  Sensitive,
  Public,  // these two are reported, never masked
};
inline constexpr std::size_t category_count = 20;

std::string_view code_of(Category category);  // "PERSON": in JSON, TOML and diagnostics' `code`
std::optional<Category> category_of(std::string_view code);  // case-insensitive; nothing for an unknown code
text::Wording noun_of(Category category);                    // "personne" / "person"
constexpr bool is_masked(Category c) {
  return c != Category::Sensitive && c != Category::Public;
}

// A set of categories.
class CategorySet {
 public:
  constexpr void insert(Category c) { bits_ |= 1U << static_cast<unsigned>(c); }
  constexpr bool contains(Category c) const { return (bits_ >> static_cast<unsigned>(c)) & 1U; }
  constexpr CategorySet without(CategorySet other) const {
    CategorySet out;
    out.bits_ = bits_ & ~other.bits_;
    return out;
  }
  constexpr bool empty() const { return bits_ == 0; }
  constexpr CategorySet shared_with(CategorySet other) const { return without(without(other)); }
  constexpr bool operator==(const CategorySet&) const = default;

 private:
  std::uint32_t bits_ = 0;
};

}  // namespace paravent::policy
