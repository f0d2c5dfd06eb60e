// What a note says of somebody that stays readable without their name.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "text/offsets.hpp"

namespace paravent::risk {

enum class Trait : std::uint8_t {
  Role,
  Employer,  // by sector and size, or by kind of institution: its name is a direct identifier
  Place,
  Age,
  Birth,
  Seniority,
  Children,
  Origin,
  Family,
  Health,
  Honour,
  Event,
  Career,
  Sensitive,  // a word of a special category that no other trait holds
};
inline constexpr std::size_t trait_count = 14;

inline constexpr std::uint32_t million = 1'000'000;

struct Fact {
  Trait trait = Trait::Role;
  text::ByteRange range;  // where the note says it
  std::string label;      // in its own words, but a firm by its sector: "52 ans", "grand groupe de luxe"

  // People of whom it is true, per million: of inhabitants; of jobs for an employer; for a trait that
  // depends on it, of people with a job and of anyone.
  std::uint32_t of_workers = million;
  std::uint32_t of_anyone = million;
  // The same when it is said less exactly (an age to ten years, a town by its region); 0: it cannot be.
  std::uint32_t coarse_of_workers = 0;
  std::uint32_t coarse_of_anyone = 0;
  // Of a place: its inhabitants, and those of what is larger around it; 0 unknown.
  std::uint32_t people = 0;
  std::uint32_t coarse_people = 0;
  // Of a role: the most that one town has (0: not known) and where most of them work; of an employer: that
  // kind of institution, or the sector.
  std::uint32_t in_place = 0;
  std::string_view home;
  std::string_view known_as;  // of a role: its masculine form, by which equal roles are told

  bool can_be_coarser() const { return coarse_of_workers != 0 || coarse_people != 0; }
  // The role that only says how the coach knows somebody: client, colleague.
  bool says_nothing() const { return trait == Trait::Role && of_workers == million; }
};

}  // namespace paravent::risk
