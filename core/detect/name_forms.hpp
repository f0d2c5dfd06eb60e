// How the names of a note may be written otherwise: by their first letters, by initials, with a misspelt
// letter. What NameIndex keeps of a part, and the bits by which it tells.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "detect/form_table.hpp"
#include "detect/name_index.hpp"
#include "detect/token.hpp"

namespace paravent::detect {

inline constexpr std::size_t shortest_prefix = 3;  // letters of a short form ("Béa" of Béatrice)
inline constexpr std::size_t longest_prefix = 14;
inline constexpr std::size_t shortest_typo = 6;     // letters of a form that may be misspelt
inline constexpr std::size_t longest_initials = 4;  // letters

// Of a part: how many words bear it (0, 1, 2 for more), and as what.
inline constexpr std::uint16_t told_words = 3;
inline constexpr std::uint16_t told_given = 4;
inline constexpr std::uint16_t told_person_part = 8;
inline constexpr std::uint16_t told_person = 16;  // its surest readings
inline constexpr std::uint16_t told_org = 32;
inline constexpr std::uint16_t told_loc = 64;
inline constexpr std::uint16_t told_project = 128;
inline constexpr std::uint16_t told_author = 256;

inline Initials packed(std::string_view letters) {
  Initials out = 0;
  for (const char c : letters) out = (out << 8U) | static_cast<unsigned char>(c);
  return out;
}

inline std::string unpacked(Initials initials) {
  std::string out;
  for (; initials != 0; initials >>= 8U) out.insert(out.begin(), static_cast<char>(initials & 0xFFU));
  return out;
}

// The initials by which the person named by the words [first, last) may be called: "cd" for Claire Dupont;
// "jd" and "jpd" for Jean-Pierre Durand.
std::vector<std::string> initials_of(const Tokens& tokens, std::size_t first, std::size_t last);

// The same name for for_each_joined_form(): Claire Dupont, be it written DUPONT Claire. Empty of one word.
struct NameHalves {
  std::string given, surname;
};
NameHalves halves_of(const Tokens& tokens, std::size_t first, std::size_t last);

// Of a form without the byte at `skipped`; of the whole form when that is its size.
std::uint64_t hash_without(std::string_view form, std::size_t skipped);

// Of two forms as one word.
std::uint64_t hash_of_both(std::string_view first, std::string_view second);

// One byte more, less, other or swapped.
bool are_near(std::string_view a, std::string_view b);

// Whether a word of that form may be a misspelt name: no word that a table knows.
bool may_be_misspelt(const Form& form);

}  // namespace paravent::detect
