// One mention of a person, organisation, place or project.
#pragma once

#include <cstdint>

#include "detect/decode.hpp"
#include "detect/finding.hpp"
#include "text/offsets.hpp"

namespace paravent::detect {

using NameId = std::uint32_t;  // of a NameBook

// What a mention says about whether a public author is cited (exemptions.hpp).
enum class Stand : std::uint8_t {
  FullAuthor,     // a full name of the table
  AuthorSurname,  // a surname of the table, alone
  Ambiguous,      // that surname is a word or a frequent name
  GivenName,      // it has a given name
  Namesake,       // … that is not the author's whose surname it has
  Rare,           // … that few others bear
  GivenAlone,     // one word that is a usual given name
  Citation,
  FullCitation,  // name with title, page or year
  Reference,     // … as a bibliography writes it
  PrivatePerson,
  ReadAsAuthor,  // by the tagger
};
using Standing = Bits<Stand>;

struct Mention {
  Span span;              // words of its passage
  text::ByteRange range;  // bytes of its passage
  NameId name = 0;
  Standing standing;
  // What all mentions of the note together say.
  EntityId entity = 0;
  bool cited = false;

  bool is_sure() const { return span.margin >= 0; }
};

}  // namespace paravent::detect
