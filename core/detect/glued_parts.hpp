// The other half of a name: "sophie.martin", "#claire-dupont", where the decoder took one part alone.
#pragma once

#include <vector>

#include "detect/decode.hpp"

namespace paravent::detect {

// Widens spans of people over the words that "-", "." or "_" glues to them, as far as these may be parts of
// the name, and in lower case over a frequent surname behind a blank. In text, of words in lower case only:
// what a capital joins the decoder weighs itself.
void take_glued_parts(const Tokens& tokens, const std::vector<Candidate>& candidates,
                      std::vector<Span>& spans);

}  // namespace paravent::detect
