// Numbers of a person or a file that only the words before them tell: staff number, contract, passport,
// invoice …
#include <algorithm>
#include <array>

#include "detect/scanners/recognisers.hpp"

namespace paravent::detect::scanners {
namespace {

// What the number may be of. A plain word needs "n°", a colon, or a number that cannot be a count.
constexpr WordSet plain{"dossier",   "contrat",   "convention",   "devis",       "facture",     "client",
                        "cliente",   "adherent",  "adherente",    "adhesion",    "commande",    "police",
                        "sinistre",  "abonne",    "abonnement",   "patient",     "patiente",    "salarie",
                        "salariee",  "badge",     "licence",      "licencie",    "candidat",    "candidature",
                        "compte",    "reference", "ref",          "allocataire", "identifiant", "agent",
                        "employe",   "employee",  "beneficiaire", "mutuelle",    "assure",      "assuree",
                        "etudiant",  "etudiante", "inscription",  "avenant",     "bail",        "ticket",
                        "mandat",    "formation", "declaration",  "affaire",     "rg",          "pv",
                        "recepisse", "visa",      "staff",        "case",        "contract",    "invoice",
                        "quote",     "customer",  "account",      "policy",      "member",      "membership",
                        "order",     "po",        "file",         "student",     "claim",       "booking",
                        "personnel", "payroll",   "stagiaire",    "participant", "apprenant"};
// Words that name such a number by themselves.
constexpr WordSet naming{"matricule",
                         "passeport",
                         "passport",
                         "carte d'identite",
                         "cni",
                         "rpps",
                         "adeli",
                         "finess",
                         "permis de conduire",
                         "permis",
                         "titre de sejour",
                         "carte de sejour",
                         "ine",
                         "nne",
                         "nda",
                         "ide",
                         "driving licence",
                         "driver's license",
                         "driving license",
                         "employee id",
                         "staff id",
                         "ssn",
                         "numero fiscal",
                         "nas",
                         "identity card",
                         "id card",
                         "carte nationale d'identite",
                         "carte professionnelle",
                         "registre national",
                         "securite sociale",
                         "assurance sociale",
                         "assurance maladie",
                         "niss",
                         "avs",
                         "nhs",
                         "national insurance",
                         "ramq",
                         "carte vitale",
                         "numero national"};
constexpr WordSet markers{"no", "numero", "num", "nr",   "number", "nos",     "n",          "#",
                          "id", "no.",    "nb",  "nums", "code",   "numeros", "identifiant"};
constexpr WordSet fillers{"est",     "is",       "le",      "la",      "de",      "du",
                          "d",       "l",        "the",     "son",     "sa",      "of",
                          "sous",    "client",   "interne", "externe", "portant", "professionnel",
                          "france",  "travail",  "caf",     "cpam",    "pole",    "emploi",
                          "suivant", "francais", "belge",   "suisse"};
constexpr WordSet laws{"loi",       "decret", "arrete",     "ordonnance", "article", "directive",
                       "reglement", "avis",   "circulaire", "isbn",       "issn",    "norme"};

struct Label {
  bool names = false;   // the word says that a number follows
  bool marked = false;  // "n°", ":" or "#"
  bool plain_word = false;
  bool law = false;
};

Label read_label(std::string_view lead) {
  Label out;
  const std::string_view whole = trim_blanks(lead);
  out.marked = whole.ends_with(':') || whole.ends_with('#');
  std::string_view rest = trim_lead(lead);
  for (int n = 0; n < 4; ++n) {
    out.names = ends_with_any(rest, naming);
    out.plain_word = ends_with_any(rest, plain);
    out.law = ends_with_any(rest, laws);
    if (out.names || out.plain_word || out.law) break;
    bool marker = false;
    bool filler = false;
    rest = drop_word(rest, markers, marker);
    if (!marker) rest = drop_word(rest, fillers, filler);
    out.marked = out.marked || marker;
    if (!marker && !filler) return out;
  }
  if (!out.plain_word) return out;
  // "n° client : 123", "numéro de dossier 123"
  bool ignored = false;
  rest = drop_word(rest, plain, ignored);
  for (int n = 0; n < 2; ++n) rest = drop_word(rest, fillers, ignored);
  bool marker = false;
  drop_word(rest, markers, marker);
  out.marked = out.marked || marker;
  return out;
}

constexpr bool joins(char c) {
  return c == '-' || c == '/' || c == '.' || c == '_';
}

std::size_t token_begin(const View& text, std::size_t digit) {
  std::size_t i = digit;
  while (i > 0 && digit - i < 24) {
    const char c = text.at(i - 1);
    if (is_alnum(c) || (joins(c) && i >= 2 && is_alnum(text.at(i - 2)))) {
      --i;
    } else {
      break;
    }
  }
  return i;
}

std::size_t token_end(const View& text, std::size_t i) {
  const std::size_t start = i;
  while (i - start < 40) {
    if (is_alnum(text.at(i)) || (joins(text.at(i)) && is_alnum(text.at(i + 1)))) {
      ++i;
    } else {
      break;
    }
  }
  return i;
}

bool upper_or_digits(const View& text, std::size_t begin, std::size_t end) {
  for (std::size_t i = begin; i < end; ++i) {
    if (!is_digit(text.at(i)) && !is_upper(text.at(i))) return false;
  }
  return true;
}

// Further groups of a number written with blanks: "12 AB 34567", "10 003 456 789".
std::size_t grouped_end(const View& text, std::size_t begin, std::size_t end) {
  if (!upper_or_digits(text, begin, end)) return end;
  for (int n = 0; n < 5; ++n) {
    const std::size_t blank = text.blank_at(end);
    if (blank == 0) break;
    const std::size_t next = token_end(text, end + blank);
    if (next == end + blank || next - end - blank > 9 || text.word_at(next)) break;
    if (!upper_or_digits(text, end + blank, next)) break;
    const bool letters = !is_digit(text.at(end + blank));
    if (letters && (next - end - blank > 2 || !is_digit(text.at(next + text.blank_at(next))))) break;
    end = next;
  }
  return end;
}

// "AB 1234": letters set off by a blank belong to the number when a label stands before them. Where they
// begin, or `begin`.
std::size_t front_before(const View& text, std::size_t begin) {
  const std::size_t end = begin - text.blank_before(begin);
  if (end == begin) return begin;
  const std::size_t front = token_begin(text, end);
  return front != end && end - front <= 4 && upper_or_digits(text, front, end) ? front : begin;
}

bool looks_like_date(const DigitGroups& groups) {
  return groups.shaped("224") || groups.shaped("222") || groups.shaped("114") || groups.shaped("124") ||
         groups.shaped("214");
}

// "2024", "2023-2024": a year or two, no number.
bool is_year(std::string_view token) {
  if (token.size() == 9 && !is_digit(token[4]))
    return is_year(token.substr(0, 4)) && is_year(token.substr(5));
  return token.size() == 4 && (token.starts_with("19") || token.starts_with("20")) &&
         std::all_of(token.begin(), token.end(), is_digit);
}

}  // namespace

void recognise_labelled_id(Scan& scan, std::size_t digit) {
  const View& text = scan.view;
  if (joins(text.before(digit)) && is_digit(text.before(digit - 1))) return;  // taken at its first digit
  std::size_t begin = token_begin(text, digit);
  if (digit - begin > 8) return;
  for (std::size_t i = begin; i < digit; ++i) {
    if (is_digit(text.at(i))) return;  // taken at its first digit
  }
  if (text.word_before(begin)) return;
  std::size_t end = token_end(text, digit);
  if (text.at(end) == '%' || text.word_at(end)) return;
  const std::string_view token = text.slice(begin, end);
  const auto digits = static_cast<std::size_t>(std::count_if(token.begin(), token.end(), is_digit));
  const std::size_t front = front_before(text, begin);
  if (digits < 2 && end - front < 4) return;  // too short whatever the label
  Label label = read_label(scan.lead(begin));
  if (!label.names && !label.plain_word && !label.marked) {
    if (front == begin) return;
    label = read_label(scan.lead(front));
    if (!label.names && !(label.plain_word && label.marked)) return;
    begin = front;
  }
  if (label.law) return;
  const DigitGroups& groups = scan.groups(digit);
  if (looks_like_date(groups) && digit == begin && !label.names && groups.joint(1) != ' ') return;
  if (label.names) {
    if (digits < 2 && end - begin < 4) return;
    end = grouped_end(text, begin, end);
    scan.add(begin, end, Category::Id, "id.keyword", by_keyword);
    return;
  }
  if (label.plain_word) {
    const bool letters = digits < token.size();
    if (label.marked ? (digits >= 2) : (digits >= 3 && !is_year(token) && (letters || digits >= 4))) {
      const bool pairs =
          groups.count() >= 2 && groups.length(0) <= 4 && begin == digit && groups.joint(1) == ' ';
      if (label.marked && pairs && groups.length(1) == 3) end = grouped_end(text, begin, end);
      scan.add(begin, end, Category::Id, "id.keyword", by_keyword);
    }
    return;
  }
  const std::string_view lead = trim_blanks(scan.lead(begin));
  const bool numbered =
      ends_with_word(lead, "no") || ends_with_word(lead, "numero") || ends_with_word(lead, "number");
  if (numbered && digits >= 5) scan.add(begin, end, Category::Id, "id.numbered", by_format);
}

}  // namespace paravent::detect::scanners
