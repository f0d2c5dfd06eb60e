#include <algorithm>
#include <array>
#include <string>
#include <string_view>
#include <vector>

#include "detect/annotate.hpp"

namespace paravent::detect {
namespace {

struct Row {
  LineLabel label;
  std::string_view words;  // folded, separated by one space; a label may be followed by more words
};

constexpr std::array rows{
    Row{LineLabel::Person,
        "coache coachee coaches beneficiaire nom prenom participant participante participants participantes "
        "present presente presents presentes absent absente absents excuse excuses excusee coach superviseur "
        "superviseuse supervise supervisee sponsor prescripteur prescriptrice commanditaire commanditaires "
        "manager manageur cc cci interlocuteur interlocutrice interlocuteurs contact contacts destinataire "
        "destinataires expediteur redacteur animateur animatrice animation facilitateur facilitatrice "
        "personne personnes referent referente responsable conjoint conjointe enfants enfant mari femme mere "
        "pere fratrie freres soeurs invites invite membre membres signataire signataires stagiaire tuteur "
        "tutrice mentor assistante assistant directeur directrice dirigeant dirigeante intervenant "
        "intervenante candidat candidate salarie salariee pair pairs collegue collegues n n1 n2 drh rh dg "
        "daf rrh pdg avec qui temoin temoins coachees codeveloppeurs consultant consultante porteur porteuse "
        "pilote equipe collaborateur collaboratrice client cliente clients from to attendees name coachee"},
    Row{LineLabel::Org,
        "entreprise entreprises societe employeur organisation organisme structure etablissement cabinet "
        "groupe association raison company employer organisation ecole"},
    Row{LineLabel::Loc,
        "lieu lieux ville villes site sites localisation residence implantation location place city"},
    Row{LineLabel::Project, "projet projets project code"},
    Row{LineLabel::Other,
        "objet sujet objectif objectifs date duree heure theme titre type statut format methode outils outil "
        "modalite modalites tarif montant prix subject remarque remarques note notes nb ps resume contexte "
        "demande themes prochaine suite suites action actions langue humeur todo rappel decision decisions"},
};

constexpr std::size_t longest_label = 6;  // words

bool has_word(std::string_view words, std::string_view word) {
  for (std::size_t at = words.find(word); at != std::string_view::npos; at = words.find(word, at + 1)) {
    const bool starts = at == 0 || words[at - 1] == ' ';
    const std::size_t end = at + word.size();
    if (starts && (end == words.size() || words[end] == ' ')) return true;
  }
  return false;
}

LineLabel label_of_word(std::string_view word) {
  if (word.empty()) return LineLabel::None;
  for (const Row& row : rows) {
    if (has_word(row.words, word)) return row.label;
  }
  return LineLabel::None;
}

// The label that the words [first, last) spell; the first word that says something decides. A known role is a
// label of a person.
LineLabel label_of(const Tokens& tokens, std::size_t first, std::size_t last) {
  LineLabel name = LineLabel::None;
  for (std::size_t i = first; i < last; ++i) {
    const std::string_view form = tokens.form(i);
    const LineLabel label = label_of_word(form);
    // "Nom de code", "Nom de l’entreprise": the name of something else, if a later word says so.
    if (form == "nom" || form == "name") {
      name = label;
    } else if (label != LineLabel::None) {
      return label;
    } else if (tokens.all[i].known.has(Known::Role)) {
      return LineLabel::Person;
    }
  }
  return name;
}

// "De :" and "À :" of a mail are labels only as the whole of it.
LineLabel mail_header(const Tokens& tokens, std::size_t first, std::size_t last) {
  if (last - first != 1) return LineLabel::None;
  const std::string_view form = tokens.form(first);
  return form == "de" || form == "a" || form == "d" ? LineLabel::Person : LineLabel::None;
}

bool starts_line(const Token& token) {
  return token.where.has(Where::LineStart) || token.gap.has(Gap::Pipe) || token.gap.has(Gap::BlockStart);
}

void set_label(Tokens& tokens, std::size_t at, LineLabel label) {
  tokens.all[at].label = label;
}

// The end of the line that holds `at`.
std::size_t line_end(const Tokens& tokens, std::size_t at, std::size_t last) {
  std::size_t end = at + 1;
  while (end < last && !starts_line(tokens.all[end])) ++end;
  return end;
}

// "Label : words to the end of the line".
void mark_line(Tokens& tokens, std::size_t first, std::size_t end) {
  for (std::size_t i = first + 1; i < end && i <= first + longest_label; ++i) {
    if (!tokens.all[i].gap.has(Gap::Colon)) continue;
    LineLabel label = label_of(tokens, first, i);
    if (label == LineLabel::None) label = mail_header(tokens, first, i);
    if (label == LineLabel::None) return;
    for (std::size_t k = first; k < i; ++k) set_label(tokens, k, LineLabel::Other);
    for (std::size_t k = i; k < end; ++k) set_label(tokens, k, label);
    return;
  }
}

// The cells of a table under their heads. A cell is what stands between two pipes.
void mark_table(Tokens& tokens, std::size_t first, std::size_t last) {
  std::vector<LineLabel> heads;
  std::size_t column = 0;
  bool in_head = true;
  for (std::size_t i = first; i < last; ++i) {
    Token& token = tokens.all[i];
    if (i > first && token.gap.has(Gap::LineBreak)) {
      in_head = false;
      column = 0;
    } else if (i > first && token.gap.has(Gap::Pipe)) {
      // Empty cells make no word; the pipes between two words count them.
      const std::string_view between =
          tokens.text.substr(tokens.all[i - 1].end, token.begin - tokens.all[i - 1].end);
      for (const char c : between) column += c == '|' ? 1U : 0U;
    }
    if (in_head) {
      heads.resize(std::max(heads.size(), column + 1), LineLabel::None);
      if (heads[column] == LineLabel::None) heads[column] = label_of_word(tokens.form(i));
    } else if (column < heads.size()) {
      token.label = heads[column];
    }
  }
}

// `key: value`, and the list below a key.
void mark_front_matter(Tokens& tokens, std::size_t first, std::size_t last) {
  LineLabel label = LineLabel::None;
  for (std::size_t i = first; i < last; ++i) {
    Token& token = tokens.all[i];
    if (token.where.has(Where::FrontMatterKey)) {
      if (i == first || !tokens.all[i - 1].where.has(Where::FrontMatterKey)) label = LineLabel::None;
      if (label == LineLabel::None) label = label_of_word(tokens.form(i));
    } else {
      token.label = label;
    }
  }
}

}  // namespace

void mark_labels(Tokens& tokens, std::size_t first, std::size_t last) {
  if (first == last) return;
  bool front_matter = false;
  bool table = false;
  for (std::size_t i = first; i < last && i < first + 8; ++i) {
    front_matter = front_matter || tokens.all[i].where.has(Where::FrontMatterKey);
    table = table || tokens.all[i].where.has(Where::Cell);
  }
  if (front_matter) return mark_front_matter(tokens, first, last);
  if (table) return mark_table(tokens, first, last);
  for (std::size_t at = first; at < last;) {
    const std::size_t end = line_end(tokens, at, last);
    mark_line(tokens, at, end);
    at = end;
  }
}

}  // namespace paravent::detect
