// What single words say about the words beside them. Written for this project; French first, then English.
#pragma once

#include <cstdint>
#include <string_view>

namespace paravent::detect {

enum class WordCue : std::uint8_t {
  Civility,         // M., Mme: a private person follows
  Title,            // Dr, Pr, Me
  Kin,              // mari, fille
  PersonRole,       // coaché, collègue: roles that are no job title
  SpeechVerb,       // says, thinks, feels: its subject is a person
  PersonVerb,       // meet, call, thank: its object is a person
  WithPerson,       // avec, entre, contre
  Chez,             // chez: a firm, or someone's home
  ToPlace,          // à, vers, depuis
  PlaceNoun,        // site de, agence de, gare de
  PlaceVerb,        // habite, basée, né
  OrgNoun,          // cabinet, groupe, société
  OrgVerb,          // rejoindre, racheté
  LegalForm,        // SAS, GmbH
  OrgTail,          // & Associés, Conseil, Consulting
  ProjectNoun,      // projet, programme
  Determiner,       // le, une, ces
  Possessive,       // mon, sa
  Particle,         // de, van, El: inside a name
  Of,               // de, d’, du, des
  Greeting,         // Bonjour, Cher
  SignOff,          // Cordialement
  Clitic,           // me, se, lui: before a verb, so a subject stands before
  Auxiliary,        // est, a, va
  And,              // et, ou
  Citation,         // selon, livre, théorie
  AiWord,           // IA, prompt
  Calendar,         // months and week days
  FamilyOf,         // famille, époux, couple: a surname follows
  CodeName,         // baptisé, code (nom de code), surnommé
  FirstPerson,      // je, nous, vous: never part of a name
  PrefixOfName,     // ex, anti, pro: joined by a hyphen before a name
  CitationContext,  // outil, principe: of a citation, if nothing else speaks for a client
  BodyOf,           // comité de direction: no name behind the head of an institution
  NamedPlaceHead,   // parc, salle, château: part of the name of a place
  StreetHead,       // rue, boulevard: so are these, before anybody's name
  BodyTail,         // hospital, trust: closes the English name of a body
  PlaceTail,        // street, hall: closes the English name of a place
  Partner,          // fils, associés: behind "et" or "&" in the name of a firm
};

class WordCues {
 public:
  constexpr WordCues() = default;
  constexpr void add(WordCue cue) { bits_ |= std::uint64_t{1} << static_cast<unsigned>(cue); }
  constexpr void add(WordCues other) { bits_ |= other.bits_; }
  constexpr void remove(WordCue cue) { bits_ &= ~(std::uint64_t{1} << static_cast<unsigned>(cue)); }
  constexpr bool has(WordCue cue) const { return (bits_ >> static_cast<unsigned>(cue)) & 1U; }
  constexpr bool empty() const { return bits_ == 0; }

 private:
  std::uint64_t bits_ = 0;
};

// The cues of one folded word; empty for most words.
WordCues cues_of(std::string_view folded) noexcept;

}  // namespace paravent::detect
