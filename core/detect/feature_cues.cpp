// Which features a user is told of, and of what kind of name each is evidence.
#include <array>
#include <cstdint>

#include "detect/feature.hpp"

namespace paravent::detect {
namespace {

using Labels = std::uint8_t;  // a bit each

constexpr Labels of(Label label) {
  return static_cast<Labels>(1U << static_cast<unsigned>(label));
}
constexpr Labels person = of(Label::Person) | of(Label::Author);
constexpr Labels org = of(Label::Org);
constexpr Labels loc = of(Label::Loc);
constexpr Labels project = of(Label::Project);
constexpr Labels any = person | org | loc | project;

struct Row {
  Feature feature = Feature::Count;
  Cue cue = Cue::Capital;
  Labels labels = 0;  // none: not told of
};

constexpr std::array rows{
    Row{Feature::CapitalUnknown, Cue::Capital, any},
    Row{Feature::CapitalVerb, Cue::Capital, any},
    Row{Feature::CapitalWord, Cue::Capital, any},
    Row{Feature::CapitalEnglish, Cue::Capital, any},
    Row{Feature::GivenTop, Cue::GivenName, person},
    Row{Feature::GivenTopWord, Cue::GivenName, person},
    Row{Feature::GivenHigh, Cue::GivenName, person},
    Row{Feature::GivenHighWord, Cue::GivenName, person},
    Row{Feature::GivenMiddle, Cue::GivenName, person},
    Row{Feature::GivenMiddleWord, Cue::GivenName, person},
    Row{Feature::GivenLow, Cue::GivenName, person},
    Row{Feature::GivenLowWord, Cue::GivenName, person},
    Row{Feature::GivenRare, Cue::GivenName, person},
    Row{Feature::GivenRareWord, Cue::GivenName, person},
    Row{Feature::GivenForeign, Cue::GivenName, person},
    Row{Feature::SurnameTop, Cue::Surname, person},
    Row{Feature::SurnameTopWord, Cue::Surname, person},
    Row{Feature::SurnameHigh, Cue::Surname, person},
    Row{Feature::SurnameHighWord, Cue::Surname, person},
    Row{Feature::SurnameMiddle, Cue::Surname, person},
    Row{Feature::SurnameMiddleWord, Cue::Surname, person},
    Row{Feature::SurnameLow, Cue::Surname, person},
    Row{Feature::SurnameForeign, Cue::Surname, person},
    Row{Feature::PlaceLarge, Cue::Place, loc},
    Row{Feature::PlaceMiddle, Cue::Place, loc},
    Row{Feature::PlaceSmall, Cue::Place, loc},
    Row{Feature::PlaceWord, Cue::Place, loc},
    Row{Feature::PlaceLargeWord, Cue::Place, loc},
    Row{Feature::KnownCompany, Cue::Company, org},
    Row{Feature::KnownCompanyPhrase, Cue::Company, org},
    Row{Feature::KnownWordCompany, Cue::Company, org},
    Row{Feature::KnownPlacePhrase, Cue::Place, loc},
    Row{Feature::CivilityBefore, Cue::Civility, person},
    Row{Feature::CivilityBeforeCapital, Cue::Civility, person},
    Row{Feature::TitleBefore, Cue::Civility, person},
    Row{Feature::KinBefore, Cue::Role, person},
    Row{Feature::RoleBefore, Cue::Role, person},
    Row{Feature::FamilyBefore, Cue::Role, person},
    Row{Feature::WithBefore, Cue::Preposition, person | org},
    Row{Feature::ChezBefore, Cue::Preposition, person | org},
    Row{Feature::ToPlaceBefore, Cue::Preposition, loc},
    Row{Feature::InBefore, Cue::Preposition, loc},
    Row{Feature::PlaceNounBefore, Cue::Place, org | loc},
    Row{Feature::PlaceVerbBefore, Cue::Place, loc},
    Row{Feature::OrgNounBefore, Cue::InstitutionHead, org},
    Row{Feature::InstitutionBefore, Cue::InstitutionHead, org},
    Row{Feature::InstitutionName, Cue::InstitutionHead, org},
    Row{Feature::ProjectNounBefore, Cue::Keyword, project},
    Row{Feature::GreetingBefore, Cue::LabelledLine, person},
    Row{Feature::SpeechVerbBefore, Cue::SpeechVerb, person},
    Row{Feature::GivenBefore, Cue::GivenName, person},
    Row{Feature::InitialBefore, Cue::GivenName, person},
    Row{Feature::AmpersandBeside, Cue::Company, org},
    Row{Feature::SpeechVerbAfter, Cue::SpeechVerb, person},
    Row{Feature::CliticAfter, Cue::SpeechVerb, person | org},
    Row{Feature::RoleAfter, Cue::Role, person},
    Row{Feature::AgeAfter, Cue::Role, person},
    Row{Feature::SurnameAfter, Cue::Surname, person},
    Row{Feature::InitialAfter, Cue::Initials, person},
    Row{Feature::LegalFormBeside, Cue::Company, org},
    Row{Feature::OrgTailBeside, Cue::Company, org},
    Row{Feature::ColonAfterAtLineStart, Cue::LabelledLine, person},
    Row{Feature::ApostropheName, Cue::Surname, person},
    Row{Feature::InitialOfName, Cue::Initials, person},
    Row{Feature::InitialAfterGiven, Cue::Initials, person},
    Row{Feature::InitialPair, Cue::Initials, person},
    Row{Feature::InitialDotted, Cue::Initials, person},
    Row{Feature::HeadOfOrg, Cue::InstitutionHead, org},
    Row{Feature::HeadOfPlace, Cue::Place, loc},
    Row{Feature::PlaceHeadBefore, Cue::Place, loc},
    Row{Feature::PlaceHeadName, Cue::Place, loc},
    Row{Feature::CapsBesideGiven, Cue::GivenName, person},
    Row{Feature::NameOfFile, Cue::GivenName, person},
    Row{Feature::NamesBeside, Cue::GivenName, person},
    Row{Feature::PlacesBeside, Cue::Place, loc},
    Row{Feature::LabelPerson, Cue::LabelledLine, person},
    Row{Feature::LabelOrg, Cue::LabelledLine, org},
    Row{Feature::LabelLoc, Cue::LabelledLine, loc},
    Row{Feature::LabelProject, Cue::LabelledLine, project},
    Row{Feature::SeenCapital, Cue::Register, any},
    Row{Feature::SeenInEmail, Cue::Register, person | org},
    Row{Feature::SeenInDomain, Cue::Register, org},
    Row{Feature::SeenInFileName, Cue::Register, any},
    Row{Feature::RegisteredGiven, Cue::Register, person},
    Row{Feature::RegisteredSurname, Cue::Register, person},
    Row{Feature::RegisteredOrg, Cue::Register, org},
    Row{Feature::RegisteredLoc, Cue::Register, loc},
    Row{Feature::RegisteredProject, Cue::Register, project},
    Row{Feature::RegisteredInitials, Cue::Initials, person},
    Row{Feature::RegisteredShortForm, Cue::Register, person},
    Row{Feature::RegisteredMisspelt, Cue::Register, person},
    Row{Feature::RegisteredJoined, Cue::Register, person},
};

constexpr auto by_feature = [] {
  std::array<Row, feature_count> out{};
  for (const Row& row : rows) out[static_cast<std::size_t>(row.feature)] = row;
  return out;
}();

}  // namespace

Evidence evidence_for(const FeatureSet& features, Label label) {
  Evidence evidence;
  features.for_each([&](Feature feature) {
    const Row& row = by_feature[static_cast<std::size_t>(feature)];
    if ((row.labels & of(label)) != 0) evidence.add(row.cue);
  });
  return evidence;
}

}  // namespace paravent::detect
