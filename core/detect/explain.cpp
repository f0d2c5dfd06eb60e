// The wording of a finding: its category, then what spoke for it.
#include <array>
#include <optional>
#include <string>

#include "detect/finding.hpp"
#include "detect/sensitive/kinds.hpp"
#include "text/language.hpp"

namespace paravent::detect {
namespace {

using text::Language;
using text::Wording;

Wording subject_of(Category category) {
  switch (category) {
    case Category::Person:
      return {"Le nom d’une personne", "A person’s name"};
    case Category::Org:
      return {"Le nom d’une organisation", "The name of an organisation"};
    case Category::Loc:
      return {"Un lieu", "A place"};
    case Category::Address:
      return {"Une adresse postale", "A postal address"};
    case Category::Email:
      return {"Une adresse électronique", "An e-mail address"};
    case Category::Phone:
      return {"Un numéro de téléphone", "A phone number"};
    case Category::Url:
      return {"Un lien ou un compte en ligne", "A link or an online account"};
    case Category::Birthdate:
      return {"Une date de naissance", "A date of birth"};
    case Category::Date:
      return {"Une date précise", "An exact date"};
    case Category::Age:
      return {"Un âge", "An age"};
    case Category::Nir:
      return {"Un numéro de sécurité sociale", "A French social security number"};
    case Category::Iban:
      return {"Un compte bancaire (IBAN)", "A bank account (IBAN)"};
    case Category::Card:
      return {"Un numéro de carte de paiement", "A payment card number"};
    case Category::Siren:
      return {"Un numéro d’entreprise", "A company number"};
    case Category::Plate:
      return {"Une plaque d’immatriculation", "A vehicle plate"};
    case Category::Ip:
      return {"Une adresse IP", "An IP address"};
    case Category::Id:
      return {"Le numéro d’une personne ou d’un dossier", "The number of a person or a file"};
    case Category::Project:
      return {"Le nom d’un projet interne", "The name of an internal project"};
    case Category::Sensitive:
      return {"Une information sensible (santé, opinions, vie privée…)",
              "Sensitive information (health, beliefs, private life…)"};
    case Category::Public:
      return {"Un auteur ou une figure publique que la note cite : laissé lisible",
              "A public author or figure that the note cites: left readable"};
  }
  return {"", ""};
}

// In the order of Cue: how each reads behind "parce que".
constexpr std::array<Wording, 21> reasons{{
    {"la clé de contrôle est juste", "its check digit is right"},
    {"la forme est celle de ce type de donnée", "it has the form of such data"},
    {"le mot qui précède l’annonce", "the word before it announces it"},
    {"c’est un prénom connu", "it is a known given name"},
    {"c’est un nom de famille connu", "it is a known surname"},
    {"une civilité ou un titre précède", "a title stands before it"},
    {"un rôle ou un lien de parenté est à côté", "a role or a family tie stands beside it"},
    {"un verbe de parole est à côté", "a verb of speech stands beside it"},
    {"le mot qui précède introduit un nom", "the word before it introduces a name"},
    {"il y a une majuscule en milieu de phrase", "it has a capital in mid-sentence"},
    {"ce lieu est connu", "this place is known"},
    {"cette organisation est connue", "this organisation is known"},
    {"un mot comme « cabinet » ou « lycée » précède", "a word such as “firm” or “school” stands before it"},
    {"le même nom figure ailleurs dans la note ou son dossier",
     "the same name stands elsewhere in the note or its folder"},
    {"ce sont les initiales d’une personne de la note ou de son dossier",
     "these are the initials of a person in the note or its folder"},
    {"le début de la ligne l’annonce", "the start of the line announces it"},
    {"vous l’avez déclaré", "you declared it"},
    {"il est cité comme une source", "it is cited as a source"},
    {"le mot est dans la liste des mots sensibles", "the word is in the list of sensitive words"},
    {"une personne est à côté", "a person stands beside it"},
    {"la phrase le nie, ce qui renseigne aussi", "the sentence denies it, which tells something too"},
}};

// The strongest reasons first; two are enough for a sentence.
constexpr std::array order{Cue::Declared,        Cue::Checksum,   Cue::Keyword,      Cue::Civility,
                           Cue::Initials,        Cue::Register,   Cue::Role,         Cue::LabelledLine,
                           Cue::GivenName,       Cue::Company,    Cue::Place,        Cue::Citation,
                           Cue::InstitutionHead, Cue::SpeechVerb, Cue::Surname,      Cue::Format,
                           Cue::Denied,          Cue::Lexicon,    Cue::PersonBeside, Cue::Preposition,
                           Cue::Capital};
constexpr std::size_t most_reasons = 2;

std::string joined_reasons(Evidence evidence, Language language) {
  std::string out;
  std::size_t count = 0;
  for (const Cue cue : order) {
    if (!evidence.has(cue) || count == most_reasons) continue;
    if (count > 0) out += Wording{" et ", " and "}.in(language);
    out += reasons[static_cast<std::size_t>(cue)].in(language);
    ++count;
  }
  return out;
}

std::optional<knowledge::SensitiveKind> kind_of(const Finding& finding) {
  if (finding.category != Category::Sensitive) return std::nullopt;
  return sensitive::kind_of(finding.rule);
}

}  // namespace

std::string explain(const Finding& finding, Language language) {
  const auto kind = kind_of(finding);
  std::string out((kind ? sensitive::subject_of(*kind) : subject_of(finding.category)).in(language));
  if (finding.category == Category::Public) return out + '.';
  if (finding.hint) out += Wording{", peut-être", ", perhaps"}.in(language);
  const std::string why = joined_reasons(finding.evidence, language);
  if (!why.empty()) {
    out += Wording{" : ", ": "}.in(language);
    out += why;
  }
  out += '.';
  if (!kind) return out;
  out += ' ';
  return out += sensitive::advice_for(*kind).in(language);
}

std::uint64_t explanation_key(const Finding& finding) {
  const auto kind = kind_of(finding);
  const std::uint64_t subject = kind ? policy::category_count + static_cast<std::uint64_t>(*kind)
                                     : static_cast<std::uint64_t>(finding.category);
  return (subject << 1U | (finding.hint ? 1U : 0U)) << 32U | finding.evidence.bits();
}

}  // namespace paravent::detect
