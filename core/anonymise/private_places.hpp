// Links that lead to private places: the coach's own disk, other programs, folders and notes that are called
// after people. What may be shared must not name them.
#pragma once

#include <string_view>
#include <vector>

#include "policy/policy.hpp"
#include "text/language.hpp"
#include "text/text_edit.hpp"

namespace paravent::anonymise {

// `planned` with edits that put something neutral for such targets ("note", "image.png", "fichier.pdf"), in
// place of what is planned inside of them. What neither names a disk nor a person stays: "img/schema.png",
// "https://…" (which the findings decide).
std::vector<text::TextEdit> with_private_places(std::string_view note,
                                                const std::vector<text::TextEdit>& planned,
                                                const policy::Policy& policy, text::Language language);

}  // namespace paravent::anonymise
