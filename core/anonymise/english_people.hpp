// Who can be described by a role in English.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "anonymise/english_introduction.hpp"
#include "anonymise/note.hpp"

namespace paravent::anonymise {

struct EnglishPerson {
  std::string noun;           // "HR director"
  std::string again;          // "her husband": of family and friends, what is said later on
  unsigned rank = 0;          // where two have one role: 1 and 2
  std::string later() const;  // "the HR director"
};

// "HR director", "head of sales"; without what nobody but one firm may be called: "CEO" of "CEO of Acme".
std::string noun_later_on(std::string_view text, const EnglishIntroduction& introduction);

// By entity: those who have a role beside their name, where no two before have the same one.
std::vector<std::optional<EnglishPerson>> describe_english_people(const Note& note);

}  // namespace paravent::anonymise
