#include <algorithm>
#include <array>
#include <string_view>

#include "detect/annotate.hpp"

namespace paravent::detect {
namespace {

// A noun that no table knows: neither its capital nor its letters speak for the words beside it.
void make_neutral(Token& token) {
  token.shape = Shape::Lower;
  token.cues = {};
  token.form = &no_form;
  token.where.add(Where::Neutral);
}

// "Personne A. Sa mère": the dot ends the sentence, it is not that of an initial.
bool stops_before(const Tokens& tokens, std::size_t at) {
  const std::size_t dot = tokens.all[at - 1].end;
  return tokens.all[at].gap.has(Gap::Dot) && tokens.text[dot] == '.' && dot + 1 < tokens.all[at].begin;
}

// "IBAN", "Siret 732…": what is written before an identifier is no name, whoever may be called so.
bool is_identifier_label(const Tokens& tokens, std::size_t at) {
  constexpr std::array<std::string_view, 16> labels{"iban", "bic",   "swift", "rib", "siret",  "siren",
                                                    "nir",  "rpps",  "adeli", "ine", "finess", "tva",
                                                    "ddn",  "insee", "naf",   "rcs"};
  const std::string_view form = tokens.form(at);
  if (std::find(labels.begin(), labels.end(), form) == labels.end()) return false;
  const bool before_digits = at + 1 < tokens.size() && (tokens.all[at + 1].where.has(Where::Identifier) ||
                                                        tokens.all[at + 1].shape == Shape::Digits);
  return tokens.all[at].shape == Shape::AllCaps || before_digits;
}

}  // namespace

void blind_reserved(Tokens& tokens, std::size_t first, std::size_t last) {
  for (std::size_t i = first; i < last; ++i) {
    Token& token = tokens.all[i];
    if (token.where.has(Where::Alias) || is_identifier_label(tokens, i)) {
      make_neutral(token);
    } else if (i > first && tokens.all[i - 1].where.has(Where::Alias) && stops_before(tokens, i)) {
      token.gap.add(Gap::Stop);
      token.where.add(Where::SentenceStart);
    }
  }
}

}  // namespace paravent::detect
