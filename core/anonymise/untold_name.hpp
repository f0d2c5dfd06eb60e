// A file name for a note whose own tells of a client: "2026-03-12 Claire Dupont S3" → "2026-03-12 Personne A
// S3".
//
// People and firms get the aliases of the note (“Personne A”), whatever the style of the policy: a
// description would be long, and the same for the notes of two clients. Dates and the words of the session
// stay: they are how a coach finds the note again.
#pragma once

#include <string>
#include <string_view>

#include "policy/policy.hpp"
#include "text/result.hpp"

namespace paravent::anonymise {

// Whether a file name, without its ending, tells of somebody or something that this policy masks. Dates alone
// tell of nobody.
bool tells_of_someone(const std::string& name, std::string_view note, const policy::Policy& policy);

// `name` without its ending. What nothing stands for is left out; where nothing is left, the name is "Note".
// A failure means that the note could not be read.
text::Result<std::string> untold_name(const std::string& name, std::string_view note,
                                      const policy::Policy& policy);

}  // namespace paravent::anonymise
