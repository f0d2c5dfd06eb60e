// Mentions by which several people of a note could be meant: "Claire", where it knows two.
#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "lsp-server/snapshot.hpp"
#include "text/text_edit.hpp"

namespace paravent::lsp {

// The people who could be meant, the nearest first; empty where there is no doubt.
std::vector<const detect::Entity*> could_be_meant(const Snapshot& snapshot, const detect::Finding& finding);

// How many that are.
std::size_t count_of_meant(const Snapshot& snapshot, const detect::Finding& finding);

// "Two people of this note could be meant here.", without their names; empty where there is no doubt.
std::string doubt_about(const Snapshot& snapshot, const detect::Finding& finding);

// Writes the full name of one of them in place of the mention, so that the note says who is meant.
std::vector<text::TextEdit> say_who(const Snapshot& snapshot, const detect::Finding& mention,
                                    const detect::Entity& person);

}  // namespace paravent::lsp
