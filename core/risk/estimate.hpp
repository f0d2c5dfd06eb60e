// How many people share a combination of facts, and which facts to change so that more do.
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

#include "risk/fact.hpp"

namespace paravent::risk {

enum class Grade : std::uint8_t { VeryFew, Few, Hundreds, Many };

Grade grade_of(std::uint64_t thousandths);

// One fact taken out, or said less exactly.
struct Change {
  std::size_t fact = 0;
  bool coarser = false;
  bool operator==(const Change&) const = default;
};
using Changes = std::vector<Change>;

// Thousandths of people who share `facts`, as if these were independent, with `changes` made. Integers only,
// so that every target agrees.
std::uint64_t estimate(std::span<const Fact> facts, std::span<const Change> changes = {});

// The smallest sets of changes that lead to a better grade: all of the least cost, at most two of them.
std::vector<Changes> smallest_changes(std::span<const Fact> facts);

}  // namespace paravent::risk
