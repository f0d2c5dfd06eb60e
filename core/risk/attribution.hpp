// Whose facts these are: what a sentence says beside a name, a role or a pronoun.
#pragma once

#include <string>
#include <vector>

#include "risk/mark.hpp"
#include "risk/note_words.hpp"

namespace paravent::risk {

// Somebody of whom the note says something.
struct Subject {
  text::ByteRange range;        // first mention
  detect::EntityId entity = 0;  // 0: known by an alias or a role alone
  std::string name;             // of an alias or a role
  std::string label;            // as the note writes it first
  bool role_alone = false;
  std::vector<Fact> facts;  // in order of the text, also those that say the same
};

// In order of first mention.
std::vector<Subject> subjects_of(const NoteWords& words, const std::vector<Mark>& marks);

}  // namespace paravent::risk
