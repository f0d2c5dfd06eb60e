// Where a finding stands in its note: what the markup around it lets take its place.
#pragma once

#include <span>
#include <string_view>
#include <vector>

#include "detect/finding.hpp"

namespace paravent::anonymise {

struct Place {
  // Only one word may stand here, and the reserved form at that: a tag, the target of a link, a file name.
  bool one_word = false;
  // A description would break what the name is used for: a wikilink, code, or one word only.
  bool alias = false;
};

// The places of findings, in their order.
std::vector<Place> places_of(std::string_view text, std::span<const detect::Finding* const> findings);

}  // namespace paravent::anonymise
