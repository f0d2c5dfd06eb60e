#include <array>

#include "anonymise/describe.hpp"

namespace paravent::anonymise {
namespace {

constexpr std::array<std::string_view, 5> decades{"une vingtaine d’années", "une trentaine d’années",
                                                  "une quarantaine d’années", "une cinquantaine d’années",
                                                  "une soixantaine d’années"};

text::Wording wording_of(policy::Category category) {
  using policy::Category;
  switch (category) {
    case Category::Address:
      return {"une adresse", "an address"};
    case Category::Email:
      return {"une adresse e-mail", "an e-mail address"};
    case Category::Phone:
      return {"un numéro de téléphone", "a phone number"};
    case Category::Url:
      return {"un lien", "a link"};
    case Category::Ip:
      return {"une adresse IP", "an IP address"};
    case Category::Plate:
      return {"une plaque d’immatriculation", "a number plate"};
    case Category::Nir:
    case Category::Iban:
    case Category::Card:
    case Category::Siren:
    case Category::Id:
      return {"un numéro", "a number"};
    case Category::Person:
    case Category::Org:
    case Category::Loc:
    case Category::Birthdate:
    case Category::Date:
    case Category::Age:
    case Category::Project:
    case Category::Sensitive:
    case Category::Public:
      break;
  }
  return {};
}

}  // namespace

NounPhrase describe_identifier(policy::Category category, text::Language language) {
  return noun_phrase(wording_of(category).in(language), language);
}

NounPhrase describe_age(std::string_view age, text::Language language) {
  if (language != text::Language::French || age.size() < 2) return {};
  const bool two_digits = age[0] >= '2' && age[0] <= '6' && age[1] >= '0' && age[1] <= '9' &&
                          (age.size() == 2 || age[2] < '0' || age[2] > '9');
  if (!two_digits) return {};
  return noun_phrase(decades[static_cast<std::size_t>(age[0] - '2')], language);
}

}  // namespace paravent::anonymise
