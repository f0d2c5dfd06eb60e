#include <algorithm>
#include <array>
#include <string_view>

#include "detect/features.hpp"

namespace paravent::detect {
namespace {

constexpr std::size_t none = static_cast<std::size_t>(-1);

// Gaps across which a cue still speaks for the word behind it.
constexpr Gaps close_gap{Gap::Space, Gap::Emphasis, Gap::Dot, Gap::Apostrophe, Gap::Quote, Gap::Open};
constexpr Gaps apposition_gap{Gap::Space, Gap::Emphasis,   Gap::Comma, Gap::Open, Gap::Close,    Gap::Dash,
                              Gap::Colon, Gap::Apostrophe, Gap::Quote, Gap::Dot,  Gap::LineBreak};

bool is_close(const Token& token) {
  return token.gap.only(close_gap);
}

bool is_plain(const Token& token) {
  return token.gap.only(Gaps{Gap::Space, Gap::Emphasis, Gap::Apostrophe, Gap::Close});
}

class Context {
 public:
  Context(const Tokens& tokens, std::size_t at, FeatureSet& out) : tokens_(tokens), at_(at), out_(out) {}

  void add_all() {
    add_before();
    add_after();
    add_beside();
    add_label();
    add_place_in_note();
    add_ai_tool();
  }

 private:
  const Token& token(std::size_t i) const { return tokens_.all[i]; }
  const Token& here() const { return token(at_); }
  bool continues(std::size_t i) const { return i < tokens_.size() && continues_sentence(token(i)); }

  // The word before `i`, if the sentence goes on between them.
  std::size_t before(std::size_t i) const {
    return i > 0 && i < tokens_.size() && continues(i) ? i - 1 : none;
  }
  std::size_t after(std::size_t i) const { return continues(i + 1) ? i + 1 : none; }

  void when(bool condition, Feature feature) {
    if (condition) out_.add(feature);
  }

  void add_before() {
    const std::size_t one = before(at_);
    if (one == none) return;
    const Token& left = token(one);
    if (here().gap.only(apposition_gap)) add_apposition_before(left);
    if (is_close(here()) || here().gap.has(Gap::Hyphen)) add_org_before(one);
    const bool apposed =
        left.cues.has(WordCue::ProjectNoun) && here().gap.only(apposition_gap) && left.lexeme.noun;
    when(apposed && !is_close(here()) && here().has_capital(), Feature::ProjectNounBefore);
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
    when(left.cues.has(WordCue::Civility), Feature::CivilityBefore);
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

  // "de", "de la": between the head of an institution and its name.
  bool is_link(const Token& word) const {
    if (word.shape != Shape::Lower) return false;
    const std::string_view form = tokens_.form(word);
    return word.cues.has(WordCue::Of) || form == "la" || form == "l" || form == "le" || form == "les" ||
           form == "a";
  }

  void add_determiner_before(const Token& left) {
    const bool name_article = left.has_capital() && !left.where.has(Where::SentenceStart);
    if (name_article || (left.has_capital() && !here().lexeme.french_word())) return;
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

  void add_after() {
    const std::size_t one = after(at_);
    if (one == none) return;
    const Token& right = token(one);
    if (right.gap.only(apposition_gap) && !is_plain(right)) add_apposition_after(one);
    const bool after_initial = here().shape == Shape::Initial && right.gap.only(Gaps{Gap::Dot, Gap::Space});
    if (!is_plain(right) && !after_initial) return;
    const bool lower = right.shape == Shape::Lower;
    when(lower && right.cues.has(WordCue::SpeechVerb) && !is_determined(), Feature::SpeechVerbAfter);
    when(lower && right.cues.has(WordCue::Auxiliary), Feature::AuxiliaryAfter);
    const std::size_t two = after(one);
    const bool verb_then = two != none && (token(two).lexeme.verb || token(two).cues.has(WordCue::Auxiliary));
    // "le répète": an article only where no noun follows.
    const std::string_view form = tokens_.form(right);
    const bool pronoun = verb_then && is_pronoun(form, token(two).lexeme);
    when(lower && ((right.cues.has(WordCue::Clitic) && verb_then) || pronoun), Feature::CliticAfter);
    const bool pure_verb = right.lexeme.verb && !right.is_common_word();
    when(lower && pure_verb && !right.cues.has(WordCue::SpeechVerb), Feature::VerbAfter);
    when(right.cues.has(WordCue::LegalForm) && right.has_capital(), Feature::LegalFormBeside);
    when(right.cues.has(WordCue::OrgTail) && right.has_capital(), Feature::OrgTailBeside);
  }

  // "le", "la", "les" before what can only be a verb there.
  static bool is_pronoun(std::string_view form, const knowledge::Lexeme& next) {
    const bool noun = next.noun || next.adjective;
    if (form == "le") return !noun || !next.masculine;
    if (form == "la") return !noun || !next.feminine;
    return form == "les" && (!noun || !next.plural);
  }

  bool is_determined() const { return at_ > 0 && token(at_ - 1).cues.has(WordCue::Determiner); }

  // ", DRH", "(son manager", ", ma N+1", ", 45 ans"
  void add_apposition_after(std::size_t one) {
    std::size_t head = one;
    if (token(head).shape == Shape::Digits) {
      const std::size_t unit = after(head);
      when(unit != none && (tokens_.form(unit) == "ans" || tokens_.form(unit) == "years"), Feature::AgeAfter);
      return;
    }
    const bool determined = token(head).cues.has(WordCue::Determiner);
    if (determined) head = after(head);
    if (head == none) return;
    const bool role = token(head).known.has(Known::Role) || token(head).cues.has(WordCue::PersonRole) ||
                      (determined && token(head).cues.has(WordCue::Kin));
    when(role, Feature::RoleAfter);
  }

  void add_beside() {
    const std::size_t left = at_ > 0 ? at_ - 1 : none;
    const std::size_t right = at_ + 1 < tokens_.size() ? at_ + 1 : none;
    if (left != none && is_joined(here())) add_joined_before(token(left));
    if (right != none && is_joined(token(right))) add_joined_after(right);
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
    add_particle(left, right);
    add_capital_particle(right);
    add_apostrophe(left, right);
    add_initial(left, right);
    add_head_of_org(right);
    add_link_in_org(left, right);
    add_coordinated(left, right);
  }

  // In use as a surname (more than 50 births) and as no word.
  static bool is_only_surname(const Token& token) {
    return !token.lexeme.french_word() && !token.lexeme.english && token.lexeme.surname >= 3;
  }

  // The word behind the "Le" of "Le Goff" or the "Les" of "Les Tamaris"
  void add_after_capital_article(const Token& left) {
    if (!left.has_capital() || !here().has_capital() || left.shape == Shape::Initial) return;
    const bool only_name = is_only_surname(here());
    if (left.where.has(Where::SentenceStart) && left.label != LineLabel::Person && !only_name) return;
    const std::string_view form = tokens_.form(at_ - 1);
    const bool particle = left.cues.has(WordCue::Particle) && form != "les" && form != "des";
    when(particle, Feature::CapitalParticleBefore);
    when(left.cues.has(WordCue::Determiner) && (!particle || !here().lexeme.surname),
         Feature::CapitalArticleBefore);
  }

  void add_joined_before(const Token& left) {
    add_after_capital_article(left);
    const bool mid =
        left.has_capital() && !left.where.has(Where::SentenceStart) && left.shape != Shape::Initial;
    when(mid && here().shape == Shape::Capital && (here().lexeme.french_word() || here().lexeme.english) &&
             !left.cues.has(WordCue::Civility) && !left.cues.has(WordCue::Title),
         Feature::CapitalContinues);
    when(here().shape == Shape::AllCaps && left.shape == Shape::Capital && is_likely_given(left) &&
             is_likely_surname(here()),
         Feature::CapsBesideGiven);
    const bool name = left.has_capital() || left.lexeme.given >= 7;
    const bool plain_word = left.is_common_word() && left.lexeme.given < 7;
    const bool towns = left.known.has(Known::City) && here().known.has(Known::City);
    when(name && is_likely_given(left) && !towns && !plain_word && left.shape != Shape::Initial,
         Feature::GivenBefore);
    when(left.shape == Shape::Initial && here().gap.has(Gap::Dot), Feature::InitialBefore);
  }

  void add_joined_after(std::size_t right) {
    const Token& next = token(right);
    when(here().shape == Shape::AllCaps && next.shape == Shape::Capital && next.lexeme.given >= 5 &&
             is_likely_surname(here()),
         Feature::CapsBesideGiven);
    when(next.has_capital() && is_likely_surname(next) && next.shape != Shape::Initial &&
             is_likely_given(here()),
         Feature::SurnameAfter);
    const bool dotted = right + 1 < tokens_.size() && token(right + 1).gap.has(Gap::Dot);
    when(next.shape == Shape::Initial && dotted && is_likely_given(here()), Feature::InitialAfter);
  }

  // "Anne de Brissac", "Yves Le Goff", "Fontenay-sous-Bois"
  void add_particle(std::size_t left, std::size_t right) {
    if (left == none || right == none || here().has_capital() || !is_joined(here()) ||
        !is_joined(token(right)))
      return;
    const bool next =
        token(right).has_capital() || (token(right).cues.has(WordCue::Particle) &&
                                       right + 1 < tokens_.size() && token(right + 1).has_capital());
    if (!token(left).has_capital() && !token(left).cues.has(WordCue::Particle)) return;
    if (!next) return;
    if (here().gap.has(Gap::Hyphen)) return out_.add(Feature::ParticleInPlace);
    const bool no_name = token(right).known.has(Known::City) || token(right).lexeme.acronym ||
                         token(right).known.has(Known::Role);
    const bool given = token(left).lexeme.given >= (token(left).where.has(Where::SentenceStart) ? 5 : 3);
    const bool civility = token(left).cues.has(WordCue::Civility);
    when(here().cues.has(WordCue::Particle) && (given || civility) && !no_name, Feature::ParticleInName);
  }

  // "Le Goff", "DOS SANTOS Nuno", "Les Tamaris" in mid-sentence; at its start only before a word that is no
  // other.
  void add_capital_particle(std::size_t right) {
    if (right == none || !here().has_capital() || !token(right).has_capital() || !is_joined(token(right)))
      return;
    if (here().shape == Shape::Initial) return;
    if (here().known.has(Known::Several)) return;
    const bool start = here().where.has(Where::SentenceStart) && here().label != LineLabel::Person;
    const bool only_name = is_only_surname(token(right));
    if (start && !only_name) return;
    const bool particle =
        here().cues.has(WordCue::Particle) && tokens_.form(at_) != "les" && tokens_.form(at_) != "des";
    if (particle) return out_.add(Feature::CapitalParticle);
    when(here().cues.has(WordCue::Determiner) && here().shape == Shape::Capital, Feature::CapitalArticle);
  }

  // "O’Brien", "N’Guessan", "Le Floc’h"; not "L’équipe", "J’ai"
  void add_apostrophe(std::size_t left, std::size_t right) {
    if (right != none && token(right).gap.has(Gap::Apostrophe) && here().shape == Shape::Initial) {
      const std::string_view form = tokens_.form(at_);
      const bool elided =
          form == "l" || form == "d" || form == "c" || form == "j" || form == "m" || form == "s";
      when(token(right).has_capital() && !elided && !(form == "n" && here().where.has(Where::SentenceStart)),
           Feature::ApostropheName);
    }
    if (left == none || !here().gap.has(Gap::Apostrophe) || !here().gap.only(Gaps{Gap::Apostrophe})) return;
    const std::string_view before = tokens_.form(left);
    const bool elided_word = before.size() > 1 && before.substr(before.size() - 2) == "qu";
    // "Claire’s" is a genitive.
    if (tokens_.form(at_) == "s") return;
    when(here().folded_size <= 2 && token(left).has_capital() && before.size() > 2 && !elided_word,
         Feature::ApostropheTail);
  }

  // "C. Dupont", "Claire D.", "C. D.", "D-I-A-L-L-O"
  void add_initial(std::size_t left, std::size_t right) {
    if (here().shape != Shape::Initial) return;
    const bool joined_left = left != none && is_joined(here());
    const bool joined_right = right != none && is_joined(token(right));
    const bool dotted = right != none && token(right).gap.has_any(Gaps{Gap::Dot, Gap::Stop});
    if (joined_right && dotted && token(right).shape == Shape::Capital &&
        !token(right).cues.has(WordCue::Determiner)) {
      const Token& next = token(right);
      when(next.lexeme.surname > 0 || !next.lexeme.french_word(), Feature::InitialOfName);
    }
    if (joined_left && dotted && token(left).has_capital() && is_likely_given(token(left)) &&
        here().gap.only(Gaps{Gap::Space, Gap::Hyphen})) {
      out_.add(Feature::InitialAfterGiven);
    }
    const bool pair_right = joined_right && token(right).shape == Shape::Initial &&
                            is_initial_joint(token(right)) && !is_acronym_pair(at_);
    const bool pair_left = joined_left && token(left).shape == Shape::Initial && is_initial_joint(here()) &&
                           !is_acronym_pair(left);
    when(pair_left || pair_right, Feature::InitialPair);
    when(dotted && !pair_left && !pair_right, Feature::InitialDotted);
  }

  static bool is_initial_joint(const Token& right) {
    return right.gap.has(Gap::Dot) || right.gap.has(Gap::Hyphen);
  }

  // "R.H.", "P.S."
  bool is_acronym_pair(std::size_t first) const {
    const std::array<char, 2> letters{tokens_.form(first).front(), tokens_.form(first + 1).front()};
    const std::string_view form(letters.data(), letters.size());
    return form == "ps" || knowledge::look_up(form).acronym;
  }

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
    if (token(name).known.has(Known::Role) || token(name).lexeme.acronym ||
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
    if (!token(name).has_capital() || token(name).lexeme.acronym || token(name).known.has(Known::Country))
      return;
    if (token(name).cues.has(WordCue::BodyOf)) return;
    const Token& word = token(head);
    const bool company = word.known.has(Known::CompanyHead) && word.shape == Shape::Capital;
    if (word.known.has(Known::Institution) || company) return out_.add(Feature::LinkInOrg);
    when(word.cues.has(WordCue::NamedPlaceHead), Feature::ParticleInPlace);
  }

  void add_coordinated(std::size_t left, std::size_t right) {
    when(is_other_name(left, at_, true) || is_other_name(right, right, false), Feature::NamesBeside);
    when(is_other_place(left, at_) || is_other_place(right, right), Feature::PlacesBeside);
  }

  static bool is_list_gap(const Token& token) {
    return token.gap.has(Gap::Comma) || token.gap.has(Gap::Slash) || token.gap.has(Gap::Ampersand);
  }

  bool is_name_in_list(std::size_t i) const {
    const Token& other = token(i);
    return other.has_capital() && other.lexeme.given >= 5 && !other.is_common_word();
  }

  // A given name across a comma or "et".
  bool is_other_name(std::size_t other, std::size_t gap_at, bool leftwards) const {
    if (other == none) return false;
    if (is_list_gap(token(gap_at))) return is_name_in_list(other);
    if (!token(other).cues.has(WordCue::And) || token(other).shape != Shape::Lower) return false;
    if (leftwards) return other > 0 && is_name_in_list(other - 1);
    return other + 1 < tokens_.size() && is_name_in_list(other + 1);
  }

  bool is_other_place(std::size_t other, std::size_t gap_at) const {
    return other != none && is_list_gap(token(gap_at)) && token(other).known.has(Known::City) &&
           token(other).has_capital();
  }

  void add_label() {
    switch (here().label) {
      case LineLabel::Person:
        return out_.add(Feature::LabelPerson);
      case LineLabel::Org:
        return out_.add(Feature::LabelOrg);
      case LineLabel::Loc:
        return out_.add(Feature::LabelLoc);
      case LineLabel::Project:
        return out_.add(Feature::LabelProject);
      case LineLabel::Other:
        return out_.add(Feature::LabelOther);
      case LineLabel::None:
        return;
    }
  }

  // Claude: the tool where the words around speak of AI.
  void add_ai_tool() {
    if (!here().known.has(Known::AiTool)) return;
    constexpr std::size_t reach = 8;
    const std::size_t first = at_ > reach ? at_ - reach : 0;
    const std::size_t last = std::min(tokens_.size(), at_ + reach + 1);
    for (std::size_t i = first; i < last; ++i) {
      const bool other_tool = i != at_ && token(i).known.has(Known::AiTool) && token(i).lexeme.given == 0;
      if (token(i).cues.has(WordCue::AiWord) || other_tool) return out_.add(Feature::AiToolWithCue);
    }
  }

  void add_place_in_note() {
    when(here().where.has(Where::Wikilink), Feature::InWikilink);
    when(here().where.has(Where::Tag), Feature::InTag);
    when(here().where.has(Where::Code), Feature::InCode);
    if (!here().where.has(Where::LineStart)) return;
    const std::size_t next = at_ + 1;
    const bool alone = next >= tokens_.size() || token(next).where.has(Where::LineStart);
    when(alone && !here().where.has(Where::Heading), Feature::AloneOnLine);
    when(!alone && token(next).gap.has(Gap::Colon), Feature::ColonAfterAtLineStart);
  }

  const Tokens& tokens_;
  std::size_t at_;
  FeatureSet& out_;
};

}  // namespace

FeatureSet context_features(const Tokens& tokens, std::size_t at) {
  FeatureSet out;
  Context(tokens, at, out).add_all();
  return out;
}

}  // namespace paravent::detect
