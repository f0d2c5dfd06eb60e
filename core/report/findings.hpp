// The findings of one input as other programs and people read them. Pure: the same bytes from the CLI, the
// server and WebAssembly.
#pragma once

#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "detect/finding.hpp"
#include "detect/reason.hpp"
#include "policy/policy.hpp"
#include "text/decode.hpp"
#include "text/language.hpp"

namespace paravent::report {

// One checked input.
struct Checked {
  std::string_view name;  // as given
  const text::Decoded& decoded;
  const detect::Analysis& analysis;
  const policy::Policy& policy;
  // What weighed for each finding, where that is to be said; else empty.
  // NOLINTNEXTLINE(readability-redundant-member-init): a list of initialisers may leave it out
  std::span<const std::vector<detect::Weighed>> weighed = {};
};

struct Options {
  bool hints = false;  // findings below the masking threshold too
  text::Language language = text::Language::French;
};

// One line, as DESIGN.md gives it: {"file": …, "findings": […]}. Offsets are bytes of the file as it is.
void append_json_line(std::string& out, const Checked& input, const Options& options);

// Lines for people: place, category, the words found, what would replace them, why. Nothing in them steers a
// terminal.
void append_text(std::string& out, const Checked& input, const Options& options);

// True if a finding masks or warns (exit code 1): not a hint, not SENSITIVE, not PUBLIC.
bool anything_to_mask(const detect::Analysis& analysis);

}  // namespace paravent::report
