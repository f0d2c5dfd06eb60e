#include <array>

#include "anonymise/age_group.hpp"
#include "anonymise/describe.hpp"

namespace paravent::anonymise {
namespace {

constexpr std::array<std::string_view, 5> decades{"vingtaine", "trentaine", "quarantaine", "cinquantaine",
                                                  "soixantaine"};

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
  if (language != text::Language::French) return {};
  constexpr unsigned of_age = 18;
  const unsigned years = years_of(age, language);
  const unsigned decade = years >= of_age && years < 20 ? 2 : years / 10;
  if (decade < 2 || decade - 2 >= decades.size()) return {};
  return {std::string(decades[decade - 2]), true, language};
}

}  // namespace paravent::anonymise
