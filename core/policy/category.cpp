#include "policy/category.hpp"

#include <algorithm>

namespace paravent::policy {
namespace {

struct Row {
  std::string_view code;
  text::Wording noun;
};

// In the order of Category.
constexpr std::array<Row, category_count> rows{{
    {"PERSON", {"personne", "person"}},
    {"ORG", {"organisation", "organisation"}},
    {"LOC", {"lieu", "place"}},
    {"ADDRESS", {"adresse postale", "postal address"}},
    {"EMAIL", {"adresse e-mail", "e-mail address"}},
    {"PHONE", {"numéro de téléphone", "phone number"}},
    {"URL", {"lien ou identifiant en ligne", "link or online handle"}},
    {"BIRTHDATE", {"date de naissance", "date of birth"}},
    {"DATE", {"date", "date"}},
    {"AGE", {"âge", "age"}},
    {"NIR", {"numéro de sécurité sociale", "social security number"}},
    {"IBAN", {"numéro de compte bancaire", "bank account number"}},
    {"CARD", {"numéro de carte de paiement", "payment card number"}},
    {"SIREN", {"numéro d’entreprise", "company number"}},
    {"PLATE", {"plaque d’immatriculation", "number plate"}},
    {"IP", {"adresse IP", "IP address"}},
    {"ID", {"numéro de personne ou de dossier", "personal or file number"}},
    {"PROJECT", {"nom de projet", "project name"}},
    {"SENSITIVE", {"donnée sensible", "sensitive data"}},
    {"PUBLIC", {"auteur cité", "cited author"}},
}};

constexpr char upper(char c) {
  return c >= 'a' && c <= 'z' ? static_cast<char>(c - 'a' + 'A') : c;
}

}  // namespace

std::string_view code_of(Category category) {
  return rows[static_cast<std::size_t>(category)].code;
}

std::optional<Category> category_of(std::string_view code) {
  for (std::size_t i = 0; i < rows.size(); ++i) {
    const std::string_view known = rows[i].code;
    if (std::equal(code.begin(), code.end(), known.begin(), known.end(),
                   [](char a, char b) { return upper(a) == b; })) {
      return static_cast<Category>(i);
    }
  }
  return std::nullopt;
}

text::Wording noun_of(Category category) {
  return rows[static_cast<std::size_t>(category)].noun;
}

}  // namespace paravent::policy
