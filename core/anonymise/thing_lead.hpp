// The words before a firm or a place that go with it when a description takes its place.
#pragma once

#include <cstddef>

#include "anonymise/grammar.hpp"
#include "anonymise/note.hpp"
#include "anonymise/reading.hpp"

namespace paravent::anonymise {

struct ThingLead {
  std::size_t begin = 0;  // where the name starts, or the noun that says what it is: "le groupe LVMH"
  NounPhrase head;        // that noun
  // What governs it. "De chez LVMH" is "de"; the article of "au Havre" is part of the name, that of "the BBC"
  // goes.
  Lead lead;
  bool of_whole = false;  // behind "l’agence", "la filiale": the name is that of the whole
};

ThingLead thing_lead_before(const Note& note, const detect::Finding& thing, std::size_t floor);

}  // namespace paravent::anonymise
