// What no sum of weights may decide of the words that were read as one name: which of them are its name.
#pragma once

#include <cstddef>
#include <span>

#include "detect/decode.hpp"
#include "detect/token.hpp"

namespace paravent::detect {

// Words [first, last) of those given; none of them when they name nothing.
struct NamePart {
  std::size_t first = 0;
  std::size_t last = 0;
  bool empty() const { return first == last; }
};
NamePart part_that_names(const Tokens& tokens, std::span<const Candidate> words, Label label);

// What those words name by all that is certain: whoever stands behind a civility ("Mme Valgrange") is a
// person, a city behind "to" or "from" is no firm of its name ("from Leeds to Bristol").
Label certain_label(const Tokens& tokens, std::span<const Candidate> words, Label read);

}  // namespace paravent::detect
