// A span of a note and why it matters.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "knowledge/lexicon.hpp"
#include "policy/category.hpp"
#include "text/language.hpp"
#include "text/offsets.hpp"

namespace paravent::detect {

using policy::Category;

// What spoke for a finding. A set of these is its evidence; the wording is in explain.cpp.
enum class Cue : std::uint8_t {
  Checksum,         // a check digit is right
  Format,           // the shape is that of the identifier
  Keyword,          // a word before it names it ("IBAN", "né le")
  GivenName,        // in the tables of given names
  Surname,          // in the tables of surnames
  Civility,         // M., Mme, Dr …
  Role,             // a role beside it (DRH, N+1, son manager)
  SpeechVerb,       // says, thinks, answers
  Preposition,      // chez, avec, à …
  Capital,          // capital in mid-sentence
  Place,            // in the tables of places
  Company,          // in the tables of companies
  InstitutionHead,  // CHU, lycée, cabinet + name
  Register,         // the same person, place or firm stands elsewhere in the note
  Initials,         // initials of a person of the note
  LabelledLine,     // "Coaché : …", speaker label, e-mail header
  Declared,         // declared by the coach
  Citation,         // cited as a source
  Lexicon,          // in a list of words (special categories)
  PersonBeside,     // … said of a person beside it
  Denied,           // … the sentence says that it is not so
};

class Evidence {
 public:
  constexpr void add(Cue cue) { bits_ |= 1U << static_cast<unsigned>(cue); }
  constexpr bool has(Cue cue) const { return (bits_ >> static_cast<unsigned>(cue)) & 1U; }
  constexpr void add(Evidence other) { bits_ |= other.bits_; }
  constexpr std::uint32_t bits() const { return bits_; }  // a key for what is said of it
  constexpr bool operator==(const Evidence&) const = default;

 private:
  std::uint32_t bits_ = 0;
};

using EntityId = std::uint32_t;  // index into Analysis::entities plus 1; 0 is none

struct Finding {
  text::ByteRange range;
  Category category = Category::Person;
  std::string_view rule;    // static: "person.name", "iban.checksum"
  std::uint16_t score = 0;  // 0..1000
  bool hint = false;        // below the masking threshold: shown, never masked
  EntityId entity = 0;
  Evidence evidence;
  text::Language language = text::Language::French;  // of the block: what is written there follows it
  bool operator==(const Finding&) const = default;
};

// One person, organisation, place … with what the note calls it.
struct Entity {
  Category category = Category::Person;
  std::string canonical;                         // the fullest form met: "Claire Dupont"
  knowledge::Sex sex = knowledge::Sex::Unknown;  // people only
  std::string label;  // "p1", "o2": stable within one analysis, in order of first mention
  // Of mentions that could mean several people ("Claire", of two Claires): who these are, the nearest first.
  std::vector<EntityId> candidates;
};

struct Analysis {
  std::vector<Finding> findings;  // sorted by begin; those that mask never overlap
  std::vector<Entity> entities;
  text::Language language = text::Language::French;  // of the note
};

// For the user: what it is, why Paravent thinks so and, of a special category, what to do with it. Holds no
// text of the note.
std::string explain(const Finding& finding, text::Language language);
// Findings with the same key are explained alike.
std::uint64_t explanation_key(const Finding& finding);

}  // namespace paravent::detect
