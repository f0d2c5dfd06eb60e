// How sure a margin makes: the unit in which it is log-odds.
#pragma once

#include <cstdint>
#include <vector>

#include "example.hpp"

namespace paravent::training {

// The unit with the least log loss over margins that were measured with another one.
std::int32_t fitted_unit(const std::vector<Margin>& margins, std::int32_t measured_with);

}  // namespace paravent::training
