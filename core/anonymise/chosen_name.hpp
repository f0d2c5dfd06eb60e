// An invented name that the user chooses herself, of the reserved forms of the style "fictitious".
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "knowledge/lexicon.hpp"

namespace paravent::anonymise {

// "Lucie Vauremelle" of "lucie-VAUREMELLE", however it was typed; nothing for what could be a real name.
std::optional<std::string> as_invented_name(std::string_view typed);

// The same where only one half was typed, for who has an invented name already: the other half stays.
//   "Karim" for "Lucie Vauremelle" → "Karim Vauremelle"     "Belmaghiri" → "Lucie Belmaghiri"
// What is no such half stays as it was typed.
std::string with_other_half(std::string_view typed, std::string_view present);

// Who is called what in a folder.
struct NamesInUse {
  std::vector<std::string> real;      // of people, in all their forms
  std::vector<std::string> invented;  // of others than the one who is to be called otherwise
};

struct Objection {
  enum class Because : std::uint8_t {
    RealName,     // `word` is a part of the name of a real person of the folder
    Author,       // a public author is called that
    NotReserved,  // it could be somebody’s, and detection would take it for that
    OtherAlias,   // `word` is in the surname of another alias: by it alone the two could not be told apart
  };
  Because because = Because::NotReserved;
  std::string word;
};
// What speaks against that name; nothing where it can be given.
std::optional<Objection> objection_to(std::string_view typed, const NamesInUse& used);

// A name that could be given instead, with the given name that was typed where it is one of ours.
std::string name_instead_of(std::string_view typed, std::string_view real_name, knowledge::Sex sex,
                            const NamesInUse& used);

}  // namespace paravent::anonymise
