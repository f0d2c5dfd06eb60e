// What weighed for a name, worked out when somebody asks: finding it keeps sums alone.
#pragma once

#include <vector>

#include "detect/decode.hpp"
#include "detect/reason.hpp"
#include "detect/tag_features.hpp"

namespace paravent::detect {

// The rows whose weights made the scores of a candidate of a second reading, in order.
std::vector<SourcedRow> rows_of(const TaggerModel& model, const Tokens& tokens, const Candidate& candidate);

// The three reasons that spoke most for what `name` was found to be, the strongest first; fewer where fewer
// spoke for it. `candidates` are those of the second reading of the passage.
std::vector<Weighed> weigh(const TaggerModel& model, const Tokens& tokens,
                           const std::vector<Candidate>& candidates, const Span& name);

}  // namespace paravent::detect
