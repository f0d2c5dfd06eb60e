// What every recogniser works with: the text, the words around a place, and where findings go. A recogniser
// is a function that is called at one place and looks a bounded way around it.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>
#include <vector>

#include "detect/finding.hpp"
#include "detect/scanners/digit_groups.hpp"
#include "detect/scanners/folded.hpp"
#include "detect/scanners/lead.hpp"
#include "detect/scanners/view.hpp"

namespace paravent::detect::scanners {

// Scores: how much a reading rests on. resolve.cpp prefers the higher.
inline constexpr std::uint16_t by_checksum = 990;
inline constexpr std::uint16_t by_keyword = 950;
inline constexpr std::uint16_t by_strong_format = 900;  // no other reading is usual
inline constexpr std::uint16_t by_format = 800;

class Scan {
 public:
  explicit Scan(std::string_view text) : view(text) {}

  std::string_view lead(std::size_t at);   // folded, before; read once a place
  std::string_view trail(std::size_t at);  // folded, after
  const DigitGroups& groups(std::size_t at);

  void add(std::size_t begin, std::size_t end, Category category, std::string_view rule, std::uint16_t score);

  View view;
  std::vector<Finding> found;
  std::size_t resume = 0;  // the driver goes on from here: what lies before is part of a finding

 private:
  static constexpr std::size_t nowhere = static_cast<std::size_t>(-1);
  Lead leads_;
  std::string_view lead_;  // of lead_at_
  Folded trail_;
  DigitGroups groups_;
  std::size_t lead_at_ = nowhere;
  std::size_t trail_at_ = nowhere;
  std::size_t groups_at_ = nowhere;
};

// Whether a number that starts (ends) here is a part of a longer one: "1.234", "12-34", "x12".
bool continues_before(const View& text, std::size_t begin);
bool continues_after(const View& text, std::size_t end);

}  // namespace paravent::detect::scanners
