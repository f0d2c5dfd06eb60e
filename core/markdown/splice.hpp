// Replacing a run of elements by another run.
#pragma once

#include <algorithm>
#include <cstddef>
#include <vector>

namespace paravent::markdown {

// `fresh` takes the place of all[first, last); what both have room for is overwritten, so that equal lengths
// move nothing.
template <class T>
void splice(std::vector<T>& all, std::size_t first, std::size_t last, const std::vector<T>& fresh) {
  const auto at = [&](std::size_t i) { return all.begin() + static_cast<std::ptrdiff_t>(i); };
  const std::size_t common = std::min(last - first, fresh.size());
  std::copy_n(fresh.begin(), common, at(first));
  all.erase(at(first + common), at(last));
  all.insert(at(first + common), fresh.begin() + static_cast<std::ptrdiff_t>(common), fresh.end());
}

}  // namespace paravent::markdown
