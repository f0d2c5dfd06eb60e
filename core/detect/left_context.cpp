// What stands before a word: civility, role, preposition, head of a name, determiner.
#include "detect/neighbours.hpp"

namespace paravent::detect {
namespace {

class LeftContext : public Neighbours {
 public:
  using Neighbours::Neighbours;

  void add() {
    const std::size_t one = before(at_);
    if (one == none) return;
    const Token& left = token(one);
    if (here().gap.only(apposition_gap)) add_apposition_before(left);
    if (is_close(here()) || here().gap.has(Gap::Hyphen)) add_org_before(one);
    const bool apposed =
        left.cues.has(WordCue::ProjectNoun) && here().gap.only(apposition_gap) && left.lexeme().noun;
    when(apposed && !is_close(here()) && here().has_capital(), Feature::ProjectNounBefore);
    when(left.cues.has(WordCue::PrefixOfName) && here().gap.has(Gap::Hyphen), Feature::FormerBefore);
    if (!is_close(here())) return;
    add_person_before(left);
    add_place_before(one);
    const std::size_t two = before(one);
    const bool of = left.cues.has(WordCue::Of) && two != none;
    when(left.cues.has(WordCue::ProjectNoun) ||
             (two != none && token(two).cues.has(WordCue::ProjectNoun) && is_project_link(left)),
         Feature::ProjectNounBefore);
    when(left.cues.has(WordCue::CodeName), Feature::CodeNameBefore);
    when(of || left.cues.has(WordCue::Of), Feature::OfBefore);
    add_determiner_before(left);
  }

 private:
  // "projet X", "projet de code X", "le projet « X »", "nom de code X"
  bool is_project_link(const Token& left) const {
    return left.cues.has(WordCue::CodeName) || tokens_.form(left) == "nomme" || tokens_.form(left) == "dit";
  }

  void add_apposition_before(const Token& left) {
    const bool kin = left.cues.has(WordCue::Kin) && left.shape == Shape::Lower;
    when(kin, Feature::KinBefore);
    const bool role =
        (left.known.has(Known::Role) && left.known.has(Known::Last)) || left.cues.has(WordCue::PersonRole);
    when(role && !kin, Feature::RoleBefore);
  }

  void add_person_before(const Token& left) {
    // Behind "Mme", a capital is a name whatever the tables say (M. Sage); "Madame la directrice" is none.
    const bool civility = left.cues.has(WordCue::Civility);
    const bool named = here().has_capital() && !here().cues.has(WordCue::Determiner);
    when(civility && named, Feature::CivilityBeforeCapital);
    when(civility && !named, Feature::CivilityBefore);
    when(left.cues.has(WordCue::Title) && left.has_capital(), Feature::TitleBefore);
    when(left.cues.has(WordCue::FamilyOf), Feature::FamilyBefore);
    when(left.cues.has(WordCue::PersonVerb), Feature::PersonVerbBefore);
    when(left.cues.has(WordCue::WithPerson), Feature::WithBefore);
    when(left.cues.has(WordCue::Greeting), Feature::GreetingBefore);
    when(left.cues.has(WordCue::SpeechVerb) && left.shape == Shape::Lower, Feature::SpeechVerbBefore);
  }

  void add_place_before(std::size_t one) {
    const Token& left = token(one);
    const bool in = tokens_.form(left) == "en";
    when(in, Feature::InBefore);
    when(!in && left.cues.has(WordCue::ToPlace), Feature::ToPlaceBefore);
    const std::size_t two = before(one);
    const bool link = left.cues.has(WordCue::Of) || left.cues.has(WordCue::ToPlace);
    when(left.cues.has(WordCue::PlaceNoun) ||
             (left.cues.has(WordCue::Of) && two != none && token(two).cues.has(WordCue::PlaceNoun)),
         Feature::PlaceNounBefore);
    when(
        left.cues.has(WordCue::PlaceVerb) || (link && two != none && token(two).cues.has(WordCue::PlaceVerb)),
        Feature::PlaceVerbBefore);
  }

  void add_org_before(std::size_t one) {
    const Token& left = token(one);
    when(left.cues.has(WordCue::Chez), Feature::ChezBefore);
    std::size_t head = one;
    bool inside = false;
    // "lycée Jean-Moulin": the head speaks for each part of the name.
    for (int parts = 0; parts < 3 && head != none && token(head).has_capital() && is_joined(token(head + 1));
         ++parts) {
      head = before(head);
      inside = true;
    }
    for (int words = 0; words < 2 && head != none && is_link(token(head)); ++words) head = before(head);
    if (head == none) return;
    const bool direct = head == one;
    when(token(head).cues.has(WordCue::OrgNoun) && direct, Feature::OrgNounBefore);
    when(token(head).cues.has(WordCue::OrgVerb) && !inside, Feature::OrgVerbBefore);
    const Knowns known = token(head).known;
    const bool company = known.has(Known::CompanyHead) && token(head).has_capital();
    const bool body = here().cues.has(WordCue::BodyOf);
    when((known.has(Known::Institution) || company) && known.has(Known::Last) && !body,
         inside ? Feature::InstitutionName : Feature::InstitutionBefore);
    when(known.has(Known::CompanyHead) && !company && direct, Feature::OrgNounBefore);
    when(token(head).cues.has(WordCue::NamedPlaceHead) && !known.has(Known::Institution),
         inside ? Feature::PlaceHeadName : Feature::PlaceHeadBefore);
  }

  void add_determiner_before(const Token& left) {
    const bool name_article = left.has_capital() && !left.where.has(Where::SentenceStart);
    if (name_article || (left.has_capital() && !here().lexeme().french_word())) return;
    if (left.shape == Shape::Initial && !here().gap.has(Gap::Apostrophe)) return;
    const bool determiner = left.cues.has(WordCue::Determiner) && !left.cues.has(WordCue::Of);
    const std::string_view form = tokens_.form(left);
    if (here().gap.has(Gap::Apostrophe)) {
      when(form == "l", Feature::ElidedArticleBefore);
    } else if (left.cues.has(WordCue::Possessive)) {
      out_.add(Feature::PossessiveBefore);
    } else {
      when(determiner || form == "du" || form == "des", Feature::DeterminerBefore);
    }
  }
};

}  // namespace

void add_left_context(const Tokens& tokens, std::size_t at, FeatureSet& out) {
  LeftContext(tokens, at, out).add();
}

}  // namespace paravent::detect
