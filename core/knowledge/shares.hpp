// How many people share a trait, and phrases that tell of few people without naming anybody: what the risk of
// being recognised is estimated from (data/tables/shares.tsv, readable_facts.tsv). Coarse orders of
// magnitude.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <string_view>

namespace paravent::knowledge {

enum class FactKind : std::uint8_t { Career, Employer, Event, Family, Health, Honour, Place };

// "grand groupe de luxe", "mère de jumeaux", "Légion d’honneur".
struct ReadableFact {
  FactKind kind = FactKind::Event;
  std::string_view key;           // of an employer its sector, of a place its size; else empty
  std::uint32_t per_million = 0;  // inhabitants of whom it is true; of an employer: jobs
  std::uint16_t words = 0;        // how many tokens matched
};

// The longest such phrase that starts at the first of `folded` (word tokens, folded; as for longest_phrase).
std::optional<ReadableFact> longest_readable_fact(std::span<const std::string_view> folded) noexcept;
std::size_t longest_readable_fact_words() noexcept;

struct Share {
  std::uint32_t value = 0;     // per million, except people of a country
  std::uint32_t in_place = 0;  // of a role: the most that one town has; 0 when the table does not say
  std::string_view home;       // of a role: the kind of institution where most work; may be empty
};

// A row of shares.tsv by kind and key: share("role", "DRH"), share("size", "L").
std::optional<Share> share(std::string_view kind, std::string_view key) noexcept;

}  // namespace paravent::knowledge
