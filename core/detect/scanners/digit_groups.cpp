#include "detect/scanners/digit_groups.hpp"

namespace paravent::detect::scanners {
namespace {

struct Joint {
  std::size_t size = 0;
  char kind = '\0';
};

Joint joint_at(const View& text, std::size_t i) {
  if (const std::size_t blank = text.blank_at(i)) {
    const std::size_t more = text.blank_at(i + blank);
    return {blank + more, ' '};
  }
  const char c = text.at(i);
  if (c == '.' || c == '/') return {1, c};
  if (const std::size_t dash = text.dash_at(i)) return {dash, '-'};
  if (c == '\xC2' && text.at(i + 1) == '\xB7') return {2, '.'};
  return {};
}

}  // namespace

void DigitGroups::read(const View& text, std::size_t begin) {
  count_ = 0;
  sums_ = 0;
  overlong_ = false;
  first_[0] = 0;
  char joint = '\0';
  std::size_t total = 0;
  while (count_ < most_groups) {
    std::size_t end = begin;
    for (char c = text.at(end); is_digit(c); c = text.at(++end)) {
      if (total == most_digits) {
        overlong_ = count_ == 0;
        return;
      }
      digits_[total++] = c;
    }
    begin_[count_] = begin;
    end_[count_] = end;
    joint_[count_] = joint;
    first_[++count_] = total;
    sums_ |= std::uint64_t{1} << total;
    groups_of_[total] = static_cast<std::uint8_t>(count_);
    const Joint next = joint_at(text, end);
    if (next.size == 0 || !is_digit(text.at(end + next.size))) return;
    joint = next.kind;
    begin = end + next.size;
  }
}

bool DigitGroups::shaped(std::string_view lengths) const {
  if (lengths.size() > count_) return false;
  for (std::size_t k = 0; k < lengths.size(); ++k) {
    if (length(k) != static_cast<std::size_t>(lengths[k] - '0')) return false;
  }
  return true;
}

bool DigitGroups::joined_by(std::size_t groups, std::string_view joints) const {
  for (std::size_t k = 1; k < groups; ++k) {
    if (joints.find(joint_[k]) == std::string_view::npos) return false;
  }
  return true;
}

}  // namespace paravent::detect::scanners
