// A role behind a name: "Claire Dupont, DRH chez LVMH, …", "Claire et Paul, respectivement DRH et avocat".
#pragma once

#include <optional>

#include "anonymise/describe_person.hpp"
#include "anonymise/name_span.hpp"

namespace paravent::anonymise {

std::optional<Introduction> apposition(const Note& note, const NameSpan& name);

// The roles in the order of two names. The words behind go with the second.
std::optional<Introduction> respective(const Note& note, const NameSpan& name);

}  // namespace paravent::anonymise
