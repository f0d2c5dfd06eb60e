// The features of a word that have a name: each has a row of learned weights (tagger_model.hpp), and some are
// evidence that a user is told of.
#pragma once

#include <array>
#include <bit>
#include <cstddef>
#include <cstdint>

#include "detect/finding.hpp"
#include "detect/name_tag.hpp"

namespace paravent::detect {

enum class Feature : std::uint8_t {
  // What it looks like: exactly one of these.
  CapitalUnknown,
  CapitalUnknownStart,
  CapitalVerb,
  CapitalVerbStart,
  CapitalWord,
  CapitalWordStart,
  CapitalEnglish,
  CapitalEnglishStart,
  CapsShort,
  CapsLong,
  CapsWord,
  CapsInTitle,
  CapsWordInTitle,
  InitialLetter,
  MixedCase,
  LowerUnknown,
  LowerEnglish,
  LowerWord,
  LowerRareWord,
  NotAWord,
  FunctionWord,
  // What the tables know of it.
  GivenTop,
  GivenTopWord,
  GivenHigh,
  GivenHighWord,
  GivenMiddle,
  GivenMiddleWord,
  GivenLow,
  GivenLowWord,
  GivenRare,
  GivenRareWord,
  GivenForeign,
  SurnameTop,
  SurnameTopWord,
  SurnameHigh,
  SurnameHighWord,
  SurnameMiddle,
  SurnameMiddleWord,
  SurnameLow,
  SurnameForeign,
  PlaceLarge,
  PlaceMiddle,
  PlaceSmall,
  PlaceWord,
  PlaceLargeWord,
  KnownCompany,
  KnownCompanyPhrase,
  KnownWordCompany,
  KnownPlacePhrase,
  KnownAuthor,
  InstitutionHead,
  FrequentWord,
  NeverAName,
  AcronymWord,
  AiToolWord,
  CountryOrGiven,
  RoleWord,
  // Before it.
  CivilityBefore,
  CivilityBeforeCapital,
  TitleBefore,
  KinBefore,
  RoleBefore,
  FamilyBefore,
  PersonVerbBefore,
  WithBefore,
  ChezBefore,
  ToPlaceBefore,
  InBefore,
  OfBefore,
  PlaceNounBefore,
  PlaceVerbBefore,
  OrgNounBefore,
  OrgVerbBefore,
  InstitutionBefore,
  InstitutionName,
  ProjectNounBefore,
  CodeNameBefore,
  FormerBefore,
  DeterminerBefore,
  ElidedArticleBefore,
  PossessiveBefore,
  GreetingBefore,
  SpeechVerbBefore,
  GivenBefore,
  InitialBefore,
  AmpersandBeside,
  // After it.
  SpeechVerbAfter,
  CliticAfter,
  AuxiliaryAfter,
  VerbAfter,
  RoleAfter,
  AgeAfter,
  SurnameAfter,
  InitialAfter,
  LegalFormBeside,
  OrgTailBeside,
  ColonAfterAtLineStart,
  // Around it.
  ParticleInName,
  ParticleInPlace,
  CapitalParticle,
  CapitalArticle,
  CapitalParticleBefore,
  CapitalArticleBefore,
  ApostropheName,
  ApostropheTail,
  InitialOfName,
  InitialAfterGiven,
  InitialPair,
  InitialDotted,
  HeadOfOrg,
  LinkInOrg,
  HeadOfPlace,
  PlaceHeadBefore,
  PlaceHeadName,
  CapitalContinues,
  CapsBesideGiven,
  NameOfFile,
  NamesBeside,
  PlacesBeside,
  LabelPerson,
  LabelOrg,
  LabelLoc,
  LabelProject,
  LabelOther,
  InWikilink,
  InTag,
  InCode,
  AloneOnLine,
  AiToolWithCue,
  CitationBefore,
  YearBehind,
  AuthorsBeside,
  CoauthorBeside,
  // The rest of the note.
  SeenCapital,
  SeenLower,
  SeenInEmail,
  SeenInDomain,
  SeenInFileName,
  LowercaseNote,
  EnglishNote,
  // The names of the note (name_index.hpp).
  RegisteredGiven,
  RegisteredSurname,
  RegisteredOrg,
  RegisteredLoc,
  RegisteredProject,
  RegisteredAuthor,
  RegisteredInitials,
  RegisteredShortForm,
  RegisteredMisspelt,
  RegisteredJoined,
  Count,
};
inline constexpr std::size_t feature_count = static_cast<std::size_t>(Feature::Count);

// The active features of one word.
class FeatureSet {
 public:
  void add(Feature feature) {
    const auto at = static_cast<unsigned>(feature);
    bits_[at / 64] |= std::uint64_t{1} << (at % 64);
  }
  bool has(Feature feature) const {
    const auto at = static_cast<unsigned>(feature);
    return (bits_[at / 64] >> (at % 64)) & 1U;
  }
  bool empty() const { return (bits_[0] | bits_[1] | bits_[2]) == 0; }
  void add(const FeatureSet& other) {
    for (std::size_t i = 0; i < bits_.size(); ++i) bits_[i] |= other.bits_[i];
  }
  std::uint64_t hash() const {
    std::uint64_t hash = 0;
    for (const std::uint64_t word : bits_) hash = (hash ^ word) * 0x9E3779B97F4A7C15ULL + (hash >> 31U);
    return hash;
  }
  template <class Use>
  void for_each(Use use) const {
    for (std::size_t word = 0; word < bits_.size(); ++word) {
      for (std::uint64_t rest = bits_[word]; rest != 0; rest &= rest - 1) {
        use(static_cast<Feature>(word * 64 + static_cast<std::size_t>(std::countr_zero(rest))));
      }
    }
  }

 private:
  std::array<std::uint64_t, 3> bits_{};
};
static_assert(feature_count <= 192);

// What of the features spoke for that label: the evidence of a finding.
Evidence evidence_for(const FeatureSet& features, Label label);

}  // namespace paravent::detect
