// A number written in groups ("06 12 34 56 78", "732.829.320"), as far as its groups go from one start.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <string_view>

#include "detect/scanners/view.hpp"

namespace paravent::detect::scanners {

class DigitGroups {
 public:
  static constexpr std::size_t most_groups = 12;
  static constexpr std::size_t most_digits = 34;

  // Reads from a digit. Groups are joined by one blank (or two spaces), '.', '-', a dash, '/', or '·'.
  void read(const View& text, std::size_t begin);

  std::size_t count() const { return count_; }
  std::size_t begin() const { return begin_[0]; }
  std::size_t end(std::size_t groups) const { return end_[groups - 1]; }
  std::size_t length(std::size_t group) const { return first_[group + 1] - first_[group]; }
  char joint(std::size_t group) const {
    return joint_[group];
  }  // before it: ' ', '.', '-', '/'; '\0' for the first
  std::string_view digits(std::size_t groups) const { return {digits_.data(), first_[groups]}; }
  // How many groups hold exactly n digits together; 0 if none do.
  std::size_t groups_of(std::size_t n) const { return (sums_ >> n) & 1U ? groups_of_[n] : 0; }
  bool shaped(std::string_view lengths) const;  // "334": the first groups have these lengths
  bool joined_by(std::size_t groups, std::string_view joints) const;  // every joint among these
  bool overlong() const { return overlong_; }  // a group went past the limit: no number of ours

 private:
  std::array<std::size_t, most_groups> begin_{};
  std::array<std::size_t, most_groups> end_{};
  std::array<std::size_t, most_groups + 1> first_{};
  std::array<char, most_groups> joint_{};
  std::array<char, most_digits> digits_{};
  std::array<std::uint8_t, most_digits + 1> groups_of_{};  // by the digits they hold together …
  std::uint64_t sums_ = 0;                                 // … where this bit is set
  std::size_t count_ = 0;
  bool overlong_ = false;
};

}  // namespace paravent::detect::scanners
