#include <optional>

#include "detect/feature.hpp"

namespace paravent::detect {
namespace {

struct Row {
  Feature feature;
  std::int16_t person, org, loc, project;
  std::optional<Cue> cue = std::nullopt;
};

// Tenths of a log-odds unit. The first rows are base rates; bands of names follow the precision that
// reference/lexicon.md §4 measured for them, halved where two tables say the same thing.
// clang-format off
constexpr std::array rows{
    //                                  person  org   loc  project
    Row{Feature::CapitalUnknown,           0,   -2,   -8,  -20, Cue::Capital},
    Row{Feature::CapitalUnknownStart,     -8,  -11,  -16,  -28},
    Row{Feature::CapitalVerb,             -14,  -14,  -22,  -24, Cue::Capital},
    Row{Feature::CapitalVerbStart,        -40,  -42,  -46,  -46},
    Row{Feature::CapitalWord,             -26,  -20,  -28,  -24, Cue::Capital},
    Row{Feature::CapitalWordStart,        -46,  -48,  -52,  -50},
    Row{Feature::CapitalEnglish,          -22,  -16,  -28,  -20, Cue::Capital},
    Row{Feature::CapitalEnglishStart,     -38,  -36,  -44,  -38},
    Row{Feature::CapsShort,               -18,  -12,  -24,  -20},
    Row{Feature::CapsLong,                 -8,   -3,  -14,  -18},
    Row{Feature::CapsWord,                -32,  -30,  -38,  -32},
    Row{Feature::CapsInTitle,             -16,  -18,  -20,  -28},
    Row{Feature::CapsWordInTitle,         -56,  -56,  -56,  -56},
    Row{Feature::InitialLetter,           -34,  -50,  -60,  -50},
    Row{Feature::MixedCase,               -26,   -8,  -28,  -14},
    Row{Feature::LowerUnknown,            -24,  -38,  -36,  -50},
    Row{Feature::LowerEnglish,            -48,  -60,  -60,  -60},
    Row{Feature::LowerWord,               -66,  -70,  -70,  -70},
    Row{Feature::LowerRareWord,          -46,  -60,  -60,  -60},
    Row{Feature::NotAWord,                -90,  -90,  -90,  -90},
    Row{Feature::FunctionWord,           -90,  -90,  -90,  -90},
    Row{Feature::GivenTop,                 42,  -16,  -12,  -14, Cue::GivenName},
    Row{Feature::GivenTopWord,             52,   -6,   -8,  -10, Cue::GivenName},
    Row{Feature::GivenHigh,                38,  -12,  -10,  -12, Cue::GivenName},
    Row{Feature::GivenHighWord,            36,   -4,   -6,   -8, Cue::GivenName},
    Row{Feature::GivenMiddle,              30,  -10,   -8,  -10, Cue::GivenName},
    Row{Feature::GivenMiddleWord,          26,   -2,   -4,   -4, Cue::GivenName},
    Row{Feature::GivenLow,                 27,   -8,   -6,   -8, Cue::GivenName},
    Row{Feature::GivenLowWord,             18,    0,    0,    0, Cue::GivenName},
    Row{Feature::GivenRare,                14,   -2,   -2,   -2, Cue::GivenName},
    Row{Feature::GivenRareWord,             5,    0,    0,    0, Cue::GivenName},
    Row{Feature::GivenForeign,              4,    0,    0,    0, Cue::GivenName},
    Row{Feature::SurnameTop,               17,   -2,   -2,   -4, Cue::Surname},
    Row{Feature::SurnameTopWord,           17,    0,    0,    0, Cue::Surname},
    Row{Feature::SurnameHigh,              13,    0,   -2,   -2, Cue::Surname},
    Row{Feature::SurnameHighWord,          10,    0,    0,    0, Cue::Surname},
    Row{Feature::SurnameMiddle,             9,    0,    0,    0, Cue::Surname},
    Row{Feature::SurnameMiddleWord,         4,    0,    0,    0, Cue::Surname},
    Row{Feature::SurnameLow,                6,    0,    0,    0, Cue::Surname},
    Row{Feature::SurnameForeign,            5,    0,    0,    0, Cue::Surname},
    Row{Feature::PlaceLarge,               -4,   -4,   40,   -8, Cue::Place},
    Row{Feature::PlaceMiddle,              -2,   -2,   29,   -6, Cue::Place},
    Row{Feature::PlaceSmall,                0,    0,   11,    0, Cue::Place},
    Row{Feature::PlaceWord,                 0,    0,   20,    0, Cue::Place},
    Row{Feature::PlaceLargeWord,           0,   -4,   36,    0, Cue::Place},
    Row{Feature::KnownCompany,            -16,   40,  -10,   -8, Cue::Company},
    Row{Feature::KnownCompanyPhrase,     -20,   66,  -10,   -8, Cue::Company},
    Row{Feature::KnownWordCompany,         -6,   20,   -6,    0, Cue::Company},
    Row{Feature::KnownPlacePhrase,        -20,  -10,   60,  -10, Cue::Place},
    Row{Feature::KnownAuthor,             30,  -20,  -20,  -20},
    Row{Feature::InstitutionHead,         -40,   -4,  -20,  -20, Cue::InstitutionHead},
    Row{Feature::FrequentWord,            -12,  -10,  -10,  -10},
    Row{Feature::NeverAName,             -110, -110, -110, -110},
    Row{Feature::AcronymWord,            -50,  -44,  -60,  -50},
    Row{Feature::AiToolWord,             -40,  -40,  -40,  -20},
    Row{Feature::CountryOrGiven,         -40,  -60,  -70,  -60},
    Row{Feature::RoleWord,                -50,  -50,  -50,  -50},
    Row{Feature::CivilityBefore,           70,  -20,  -20,  -20, Cue::Civility},
    Row{Feature::CivilityBeforeCapital,  150,  -20,  -20,  -20, Cue::Civility},
    Row{Feature::TitleBefore,              48,  -10,  -10,  -10, Cue::Civility},
    Row{Feature::KinBefore,                34,  -14,  -10,  -10, Cue::Role},
    Row{Feature::RoleBefore,               26,   -4,   -6,   -4, Cue::Role},
    Row{Feature::FamilyBefore,             34,   -4,   -4,   -4, Cue::Role},
    Row{Feature::PersonVerbBefore,         10,   -2,   -4,   -2},
    Row{Feature::WithBefore,               14,    4,   -4,   -2, Cue::Preposition},
    Row{Feature::ChezBefore,                2,   32,   -6,   -8, Cue::Preposition},
    Row{Feature::ToPlaceBefore,            -2,    0,   15,   -6, Cue::Preposition},
    Row{Feature::InBefore,                -14,   -2,   14,   -6, Cue::Preposition},
    Row{Feature::OfBefore,                  3,    4,    4,    0},
    Row{Feature::PlaceNounBefore,         -12,    2,   26,   -4, Cue::Place},
    Row{Feature::PlaceVerbBefore,          -6,    0,   18,   -6, Cue::Place},
    Row{Feature::OrgNounBefore,           -12,   32,    0,   -4, Cue::InstitutionHead},
    Row{Feature::OrgVerbBefore,             0,   18,   -2,    0},
    Row{Feature::InstitutionBefore,      -56,   76,  -26,  -30, Cue::InstitutionHead},
    Row{Feature::InstitutionName,        -56,   60,  -30,  -30, Cue::InstitutionHead},
    Row{Feature::ProjectNounBefore,       -14,  -10,  -16,   54, Cue::Keyword},
    Row{Feature::CodeNameBefore,            8,    6,    0,   12},
    Row{Feature::FormerBefore,             2,   22,    0,    4},
    Row{Feature::DeterminerBefore,        -26,   -2,  -14,    0},
    Row{Feature::ElidedArticleBefore,     -22,    6,   -8,   -2},
    Row{Feature::PossessiveBefore,        -14,   -8,  -12,   -4},
    Row{Feature::GreetingBefore,           36,   -8,  -10,  -10, Cue::LabelledLine},
    Row{Feature::SpeechVerbBefore,         14,    0,   -2,    0, Cue::SpeechVerb},
    Row{Feature::GivenBefore,              26,   -4,  -10,   -8, Cue::GivenName},
    Row{Feature::InitialBefore,            28,   -4,   -4,   -4, Cue::GivenName},
    Row{Feature::AmpersandBeside,         -10,   28,  -10,   -4, Cue::Company},
    Row{Feature::SpeechVerbAfter,          20,   -2,   -8,   -6, Cue::SpeechVerb},
    Row{Feature::CliticAfter,              20,    2,   -6,   -2, Cue::SpeechVerb},
    Row{Feature::AuxiliaryAfter,            8,    4,    0,    2},
    Row{Feature::VerbAfter,                10,    4,   -2,    0},
    Row{Feature::RoleAfter,                26,   -4,   -6,   -4, Cue::Role},
    Row{Feature::AgeAfter,                 28,   -6,   -6,   -6, Cue::Role},
    Row{Feature::SurnameAfter,             10,    0,    0,    0, Cue::Surname},
    Row{Feature::InitialAfter,             22,   -6,   -6,   -6, Cue::Initials},
    Row{Feature::LegalFormBeside,         -14,   44,  -10,  -10, Cue::Company},
    Row{Feature::OrgTailBeside,            -8,   26,   -6,   -4, Cue::Company},
    Row{Feature::ColonAfterAtLineStart,    14,    0,   -4,   -2, Cue::LabelledLine},
    Row{Feature::ParticleInName,          170,    0,    0,    0},
    Row{Feature::ParticleInPlace,           150,  180,  180,    0},
    Row{Feature::CapitalParticle,         80,   10,    0,    0},
    Row{Feature::CapitalArticle,          20,   60,   40,   30},
    Row{Feature::CapitalParticleBefore,   34,    0,    0,    0},
    Row{Feature::CapitalArticleBefore,     4,   40,   24,   24},
    Row{Feature::ApostropheName,          90,    0,    0,    0, Cue::Surname},
    Row{Feature::ApostropheTail,         180,  170,  170,    0},
    Row{Feature::InitialOfName,           44,    0,    0,    0, Cue::Initials},
    Row{Feature::InitialAfterGiven,       60,    0,    0,    0, Cue::Initials},
    Row{Feature::InitialPair,             48,    0,    0,    0, Cue::Initials},
    Row{Feature::InitialDotted,           16,    0,    0,    0, Cue::Initials},
    Row{Feature::HeadOfOrg,                0,  130,    0,    0, Cue::InstitutionHead},
    Row{Feature::LinkInOrg,                0,  170,    0,    0},
    Row{Feature::HeadOfPlace,              0,    0,  110,    0, Cue::Place},
    Row{Feature::PlaceHeadBefore,        -56,    0,   72,  -20, Cue::Place},
    Row{Feature::PlaceHeadName,          -56,  -10,   60,  -30, Cue::Place},
    Row{Feature::CapitalContinues,         8,   24,    8,   12},
    Row{Feature::CapsBesideGiven,         38,    0,    0,    0, Cue::GivenName},
    Row{Feature::NameOfFile,              100,    0,    0,    0, Cue::GivenName},
    Row{Feature::NamesBeside,              16,    0,   -2,   -2, Cue::GivenName},
    Row{Feature::PlacesBeside,              0,    0,   10,    0, Cue::Place},
    Row{Feature::LabelPerson,              26,    0,   -4,   -4, Cue::LabelledLine},
    Row{Feature::LabelOrg,                 -6,   34,   -4,   -4, Cue::LabelledLine},
    Row{Feature::LabelLoc,                 -8,    0,   34,   -4, Cue::LabelledLine},
    Row{Feature::LabelProject,             -8,   -4,   -6,   36, Cue::LabelledLine},
    Row{Feature::LabelOther,               -14,  -10,   -8,   -4},
    Row{Feature::InWikilink,                8,    4,    0,    4},
    Row{Feature::InTag,                     6,    6,    2,    4},
    Row{Feature::InCode,                  -14,  -14,  -14,  -14},
    Row{Feature::AloneOnLine,               8,    0,    0,    0},
    Row{Feature::AiToolWithCue,          -100,  -60,  -60,  -60},
    Row{Feature::SeenCapital,              14,   10,    8,    6, Cue::Register},
    Row{Feature::SeenLower,                -8,  -12,  -10,   -8},
    Row{Feature::SeenInEmail,              34,    4,    0,    0, Cue::Register},
    Row{Feature::SeenInDomain,              0,   34,    0,    0, Cue::Register},
    Row{Feature::SeenInFileName,           12,   10,    6,    6, Cue::Register},
    Row{Feature::LowercaseNote,            12,    8,    6,    6},
    Row{Feature::RegisteredGiven,          46,    0,    0,    0, Cue::Register},
    Row{Feature::RegisteredSurname,        40,    0,    0,    0, Cue::Register},
    Row{Feature::RegisteredOrg,             0,   40,    0,    0, Cue::Register},
    Row{Feature::RegisteredLoc,             0,    0,   34,    0, Cue::Register},
    Row{Feature::RegisteredProject,         0,    0,    0,   52, Cue::Register},
    Row{Feature::RegisteredInitials,      70,    0,    0,    0, Cue::Initials},
    Row{Feature::RegisteredShortForm,      42,    0,    0,    0, Cue::Register},
    Row{Feature::RegisteredMisspelt,       42,    0,    0,    0, Cue::Register},
    Row{Feature::RegisteredJoined,        150,    0,    0,    0, Cue::Register},
};
// clang-format on
static_assert(rows.size() == feature_count);

constexpr bool in_order() {
  for (std::size_t i = 0; i < rows.size(); ++i) {
    if (static_cast<std::size_t>(rows[i].feature) != i) return false;
  }
  return true;
}
static_assert(in_order(), "one row a feature, in the order of the enumeration");

std::int32_t weight(const Row& row, Label label) {
  switch (label) {
    case Label::Person:
      return row.person;
    case Label::Org:
      return row.org;
    case Label::Loc:
      return row.loc;
    case Label::Project:
      return row.project;
    case Label::Outside:
      break;
  }
  return 0;
}

}  // namespace

Scores emission(const FeatureSet& features) {
  Scores scores{};
  features.for_each([&](Feature feature) {
    const Row& row = rows[static_cast<std::size_t>(feature)];
    scores[1] += row.person;
    scores[2] += row.org;
    scores[3] += row.loc;
    scores[4] += row.project;
  });
  return scores;
}

Evidence evidence_for(const FeatureSet& features, Label label) {
  Evidence evidence;
  features.for_each([&](Feature feature) {
    const Row& row = rows[static_cast<std::size_t>(feature)];
    if (!row.cue) return;
    // A capital in mid-sentence is evidence although its weight, a base rate, is below zero.
    if (weight(row, label) > 0 || *row.cue == Cue::Capital) evidence.add(*row.cue);
  });
  return evidence;
}

}  // namespace paravent::detect
