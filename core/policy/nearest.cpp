#include "policy/nearest.hpp"

#include <algorithm>
#include <string>
#include <vector>

namespace paravent::policy {
namespace {

constexpr std::size_t longest_word = 64;  // longer keys are no typing errors, and distance is quadratic

std::size_t distance(std::string_view a, std::string_view b) {
  std::vector<std::size_t> before_last(b.size() + 1);
  std::vector<std::size_t> last(b.size() + 1);
  std::vector<std::size_t> row(b.size() + 1);
  for (std::size_t j = 0; j <= b.size(); ++j) last[j] = j;
  for (std::size_t i = 1; i <= a.size(); ++i) {
    row[0] = i;
    for (std::size_t j = 1; j <= b.size(); ++j) {
      const std::size_t change = a[i - 1] == b[j - 1] ? 0 : 1;
      row[j] = std::min({last[j] + 1, row[j - 1] + 1, last[j - 1] + change});
      if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1]) {
        row[j] = std::min(row[j], before_last[j - 2] + 1);
      }
    }
    before_last.swap(last);
    last.swap(row);
  }
  return last[b.size()];
}

}  // namespace

std::string_view nearest(std::string_view word, std::span<const std::string_view> known) {
  if (word.size() > longest_word) return {};
  std::string_view best;
  std::size_t best_distance = word.size() >= 8 ? 4 : 3;
  for (const std::string_view candidate : known) {
    const std::size_t d = distance(word, candidate);
    // A word shorter than the number of changes is not recognisable any more.
    if (d < best_distance && d < std::min(word.size(), candidate.size())) {
      best = candidate;
      best_distance = d;
    }
  }
  return best;
}

Remark unknown_key(std::string_view key, std::uint32_t line, std::span<const std::string_view> known) {
  const std::string shown(key.substr(0, longest_word));
  const std::string at = std::to_string(line);
  const std::string_view meant = nearest(key, known);
  Remark remark{line, "Clé inconnue « " + shown + " », ligne " + at,
                "Unknown key \"" + shown + "\", line " + at};
  if (meant.empty()) {
    remark.fr += ". Elle est ignorée.";
    remark.en += ". It is ignored.";
  } else {
    remark.fr.append(" : vouliez-vous dire « ").append(meant).append(" » ?");
    remark.en.append(": did you mean \"").append(meant).append("\"?");
  }
  return remark;
}

}  // namespace paravent::policy
