// Names of files and folders that tell of a client as the note itself would: "Claire Dupont.md".
#pragma once

#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "policy/policy.hpp"

namespace paravent::anonymise {

// For each of `names` (of a note without its ending, of the folders it lies in), whether it holds something
// that this policy masks, read as a line of that note, or a word of what is masked in the note: a file name
// is written without capitals and with hyphens, where a sentence would not be. So are two letters that are no
// word and no usual acronym. True for all of them when the
// note or a name cannot be read.
std::vector<bool> telling_names(std::span<const std::string> names, std::string_view note,
                                const policy::Policy& policy);

}  // namespace paravent::anonymise
