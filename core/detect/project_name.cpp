#include "detect/project_name.hpp"

#include <string_view>

namespace paravent::detect {

bool is_called_a_project(const Tokens& tokens, std::size_t at) {
  const Token& token = tokens.all[at];
  if (at == 0 || !token.has_capital() || starts_block(token) || token.where.has(Where::SentenceStart))
    return false;
  constexpr Gaps joins{Gap::Space, Gap::Quote};
  constexpr Knowns of_others{Known::Method,     Known::AiTool, Known::Role,    Known::Author,
                             Known::AuthorPart, Known::City,   Known::Company, Known::Country};
  if (!token.gap.has(Gap::Space) || !token.gap.only(joins) || token.known.has_any(of_others)) return false;
  if (token.lexeme().acronym || token.lexeme().demonym) return false;
  const std::string_view noun = tokens.form(at - 1);
  const bool project = noun == "projet" || noun == "project" || noun == "chantier";
  // "Projet Professionnel", in a heading: both words have a capital.
  return project && tokens.all[at - 1].shape == Shape::Lower;
}

}  // namespace paravent::detect
