// The reserved form of the style "fictitious": a surname of ours, alone or behind a given name of ours.
#pragma once

#include <cstddef>
#include <string_view>

namespace paravent::detect {

// Bytes of such a form at byte `at` of `text`, where a word starts: "Lucie Vauremelle", "Vauremelle" (behind
// a civility), "lucie-vauremelle" in tags and links, two surnames joined by a hyphen; case does not count. 0
// where there is none.
std::size_t fictitious_form_at(std::string_view text, std::size_t at);

// Whether an alias is of this kind, not a noun with letters.
bool is_fictitious_form(std::string_view alias);
// "Vauremelle" of "Lucie Vauremelle": what its shorter mentions are written with.
std::string_view surname_in(std::string_view form);

}  // namespace paravent::detect
