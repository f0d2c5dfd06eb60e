// A story of an editing session, read from bytes: what the client says, one step after the other, beside a
// model of each note.
//
// Steps are separated by byte 1E. The first one says what the client can do; of every other, the first byte
// says what happens and the second, mostly, to which note ('0' and '1' are untitled, '2' lies in a folder
// with a policy, '3' in one that does not exist). Places are bytes counted from '0': line and column, of a
// begin and an end. The letters are in script.cpp.
#pragma once

#include <string_view>

namespace paravent::fuzz {

// Once a process: the folder in which note '2' lies, and a user without settings.
void prepare_folder();

// Plays a story and checks: every request is answered once, and what the server says of a note at the end is
// what a new server says of the model's text.
void run_script(std::string_view bytes);

}  // namespace paravent::fuzz
