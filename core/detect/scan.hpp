// Structured identifiers: e-mail, phone, IBAN, dates … One pass over the text; a recogniser a file
// (detect/scanners/).
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "detect/finding.hpp"

namespace paravent::detect {

// All identifiers of a text, sorted, not overlapping (the stronger reading wins). Offsets are bytes of
// `text`. Linear on any input.
std::vector<Finding> scan_identifiers(std::string_view text);

// The same, and how many bytes were looked at (a byte looked at twice counts twice): tests hold it to linear
// growth. Builds without assertions count only the bytes of the pass itself.
std::vector<Finding> scan_identifiers(std::string_view text, std::uint64_t& steps);

}  // namespace paravent::detect
