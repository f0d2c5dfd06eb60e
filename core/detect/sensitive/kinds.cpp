#include "detect/sensitive/kinds.hpp"

#include <array>

namespace paravent::detect::sensitive {
namespace {

using knowledge::SensitiveKind;
using text::Wording;

struct Row {
  std::string_view rule;
  Wording subject;
  Wording advice;
};

// In the order of SensitiveKind.
constexpr std::array<Row, knowledge::sensitive_kind_count> rows{{
    {"sensitive.health",
     {"Une information de santé", "Health information"},
     {"À n’écrire que si c’est indispensable au travail ; à ne pas donner à une IA sans l’accord de la "
      "personne. « Raison personnelle » suffit souvent.",
      "Write it only if the work needs it; do not give it to an AI without the person’s consent. “Personal "
      "reasons” is often enough."}},
    {"sensitive.belief",
     {"Une information sur la religion ou les convictions", "Information about religion or beliefs"},
     {"À n’écrire que si la personne en fait un sujet de travail ; à ne pas donner à une IA sans son accord. "
      "« Un engagement personnel » suffit souvent.",
      "Write it only if the person makes it a subject of the work; do not give it to an AI without their "
      "consent. “A personal commitment” is often enough."}},
    {"sensitive.politics",
     {"Une information sur les opinions politiques", "Information about political opinions"},
     {"À laisser hors de la note si le travail s’en passe ; à ne pas donner à une IA sans l’accord de la "
      "personne. « Un engagement citoyen » suffit souvent.",
      "Leave it out if the work can do without it; do not give it to an AI without the person’s consent. “A "
      "civic commitment” is often enough."}},
    {"sensitive.union",
     {"Une information sur un syndicat", "Information about a trade union"},
     {"À garder hors de ce que lit l’employeur ; à ne pas donner à une IA sans l’accord de la personne. "
      "« Représentant du personnel » en dit moins que le nom du syndicat.",
      "Keep it out of what the employer reads; do not give it to an AI without the person’s consent. “Staff "
      "representative” says less than the union’s name."}},
    {"sensitive.intimacy",
     {"Une information sur la vie intime", "Information about intimate life"},
     {"À n’écrire que si la personne l’a demandé ; à ne pas donner à une IA sans son accord. « Sa vie privée "
      "» "
      "suffit souvent.",
      "Write it only if the person asked for it; do not give it to an AI without their consent. “Private "
      "life” "
      "is often enough."}},
    {"sensitive.origin",
     {"Une information sur l’origine", "Information about ethnic origin"},
     {"À n’écrire que si la personne en fait un sujet de travail ; à ne pas donner à une IA sans son accord. "
      "Avec un métier ou une ville, elle suffit parfois à reconnaître quelqu’un.",
      "Write it only if the person makes it a subject of the work; do not give it to an AI without their "
      "consent. With a job or a town it can be enough to recognise someone."}},
}};

}  // namespace

std::string_view rule_of(SensitiveKind kind) {
  return rows[static_cast<std::size_t>(kind)].rule;
}

std::optional<SensitiveKind> kind_of(std::string_view rule) {
  for (std::size_t kind = 0; kind < rows.size(); ++kind) {
    if (rows[kind].rule == rule) return static_cast<SensitiveKind>(kind);
  }
  return std::nullopt;
}

Wording subject_of(SensitiveKind kind) {
  return rows[static_cast<std::size_t>(kind)].subject;
}

Wording advice_for(SensitiveKind kind) {
  return rows[static_cast<std::size_t>(kind)].advice;
}

}  // namespace paravent::detect::sensitive
