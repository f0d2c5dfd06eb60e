// A part of a note that is not anonymised yet, because somebody is typing there.
#pragma once

#include <string_view>

#include "anonymise/plan.hpp"
#include "text/offsets.hpp"

namespace paravent::clients {

// `done` without the edits that touch `part` of the text it was made from, and without what only they would
// have told: half a name is nobody's.
anonymise::Anonymised left_alone(std::string_view text, const anonymise::Anonymised& done,
                                 const text::ByteRange& part);

}  // namespace paravent::clients
