// A noun that says already what the name beside it is: "une association, Les Colibris", "sa boîte Kalidéo",
// "un village appelé Brenn": the name goes, and nothing need take its place.
#pragma once

#include <cstddef>
#include <optional>

#include "anonymise/grammar.hpp"
#include "anonymise/note.hpp"

namespace paravent::anonymise {

struct NamedHead {
  std::size_t begin = 0;  // right behind the noun and its complements
  std::size_t end = 0;    // behind the name and what closes it
  NounPhrase noun;        // "association", as the note may say later: "cette association"
  bool apart = false;     // a comma or a bracket stands between noun and name
};

// Nothing before `floor` is read. French alone.
std::optional<NamedHead> named_head_before(const Note& note, const detect::Finding& thing, std::size_t floor);

}  // namespace paravent::anonymise
