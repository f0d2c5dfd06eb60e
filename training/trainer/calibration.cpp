#include "calibration.hpp"

#include <cmath>

namespace paravent::training {

std::int32_t fitted_unit(const std::vector<Margin>& margins, std::int32_t measured_with) {
  std::int32_t best = measured_with;
  double least = 1e300;
  for (std::int32_t unit = 10; unit <= 1000; unit += 5) {
    double loss = 0;
    for (const Margin& margin : margins) {
      const double odds = margin.tenths / 10.0 * measured_with / unit;
      loss += std::log1p(std::exp(margin.right ? -odds : odds));
    }
    if (loss >= least) continue;
    least = loss;
    best = unit;
  }
  return best;
}

}  // namespace paravent::training
