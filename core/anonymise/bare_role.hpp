// A role without an article that starts a sentence, before the name: "Hôtelier à Dinard, Loïc songe à
// vendre".
#pragma once

#include <optional>

#include "anonymise/describe_person.hpp"
#include "anonymise/name_span.hpp"

namespace paravent::anonymise {

std::optional<Introduction> bare_role_before(const Note& note, const NameSpan& name);

}  // namespace paravent::anonymise
