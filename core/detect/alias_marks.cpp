#include "detect/annotate.hpp"

namespace paravent::detect {
namespace {

// What stands for a name is a noun that no table knows: neither its capital nor its letter speaks for the
// words beside it.
void make_neutral(Token& token) {
  token.shape = Shape::Lower;
  token.folded_size = 0;
  token.cues = {};
  token.lexeme = {};
  token.lexeme.noun = true;
}

// "Personne A. Sa mère": the dot ends the sentence, it is not that of an initial.
bool stops_before(const Tokens& tokens, std::size_t at) {
  const std::size_t dot = tokens.all[at - 1].end;
  return tokens.all[at].gap.has(Gap::Dot) && tokens.text[dot] == '.' && dot + 1 < tokens.all[at].begin;
}

}  // namespace

void blind_aliases(Tokens& tokens, std::size_t first, std::size_t last) {
  for (std::size_t i = first; i < last; ++i) {
    Token& token = tokens.all[i];
    if (token.where.has(Where::Alias)) {
      make_neutral(token);
    } else if (i > first && tokens.all[i - 1].where.has(Where::Alias) && stops_before(tokens, i)) {
      token.gap.add(Gap::Stop);
      token.where.add(Where::SentenceStart);
    }
  }
}

}  // namespace paravent::detect
