// Names that open with a head (lycée, CHU, parc) or close with a tail (SAS, & Associés).
#include "detect/neighbours.hpp"

namespace paravent::detect {
namespace {

class Institutions : public Neighbours {
 public:
  using Neighbours::Neighbours;

  void add() {
    const std::size_t left = this->left();
    const std::size_t right = this->right();
    const bool ampersand =
        here().gap.has(Gap::Ampersand) || (right != none && token(right).gap.has(Gap::Ampersand));
    when(ampersand, Feature::AmpersandBeside);
    when(here().cues.has(WordCue::LegalForm) && left != none && here().has_capital() && is_joined(here()) &&
             token(left).has_capital(),
         Feature::LegalFormBeside);
    when(here().cues.has(WordCue::OrgTail) && left != none && here().has_capital() &&
             (is_joined(here()) || here().gap.has(Gap::Ampersand)) && token(left).has_capital() &&
             !token(left).where.has(Where::SentenceStart),
         Feature::OrgTailBeside);
    add_head_of_org(right);
    add_link_in_org(left, right);
  }

 private:
  // "lycée Jean-Moulin", "CHU de Nantes"; of a firm only with a capital: "Cabinet Morel", but cabinet "Morel"
  void add_head_of_org(std::size_t right) {
    const Knowns known = here().known;
    const bool company = known.has(Known::CompanyHead) && here().shape == Shape::Capital;
    const bool place = here().cues.has(WordCue::NamedPlaceHead);
    if (!known.has(Known::Institution) && !company && !place) return;
    std::size_t name = known.has(Known::Several) ? phrase_end(at_) : right;
    for (int links = 0; links < 2 && name != none && name < tokens_.size(); ++links) {
      if (!is_joined(token(name)) || !is_link(token(name))) break;
      ++name;
    }
    if (name == none || name >= tokens_.size() || !is_joined(token(name)) || !token(name).has_capital())
      return;
    if (token(name).known.has(Known::Role) || token(name).lexeme().acronym ||
        token(name).known.has(Known::Country))
      return;
    if (token(name).cues.has(WordCue::BodyOf)) return;
    out_.add(known.has(Known::Institution) || company ? Feature::HeadOfOrg : Feature::HeadOfPlace);
  }

  // The word behind the phrase that `i` is part of.
  std::size_t phrase_end(std::size_t i) const {
    while (i < tokens_.size() && !token(i).known.has(Known::Last)) ++i;
    return i + 1;
  }

  // "de", "de la" between such a head and its name, and the words of a head of several.
  void add_link_in_org(std::size_t left, std::size_t right) {
    if (left == none || right == none || !is_link(here()) || !is_joined(here()) || !is_joined(token(right)))
      return;
    std::size_t head = left;
    if (is_link(token(head)) && head > 0 && is_joined(token(head))) --head;
    std::size_t name = right;
    if (is_link(token(name)) && name + 1 < tokens_.size() && is_joined(token(name + 1))) ++name;
    if (!token(name).has_capital() || token(name).lexeme().acronym || token(name).known.has(Known::Country))
      return;
    if (token(name).cues.has(WordCue::BodyOf)) return;
    const Token& word = token(head);
    const bool company = word.known.has(Known::CompanyHead) && word.shape == Shape::Capital;
    if (word.known.has(Known::Institution) || company) return out_.add(Feature::LinkInOrg);
    when(word.cues.has(WordCue::NamedPlaceHead), Feature::ParticleInPlace);
  }
};

}  // namespace

void add_institutions(const Tokens& tokens, std::size_t at, FeatureSet& out) {
  Institutions(tokens, at, out).add();
}

}  // namespace paravent::detect
