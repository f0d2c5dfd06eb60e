// Words that make one name together: given name and surname, particles, initials, apostrophes.
#include <array>

#include "detect/joined_name.hpp"
#include "detect/neighbours.hpp"

namespace paravent::detect {
namespace {

class NameParts : public Neighbours {
 public:
  using Neighbours::Neighbours;

  void add() {
    const std::size_t left = this->left();
    const std::size_t right = this->right();
    if (left != none && is_joined(here())) add_joined_before(token(left));
    if (right != none && is_joined(token(right))) add_joined_after(right);
    add_particle(left, right);
    add_capital_particle(right);
    add_apostrophe(left, right);
    add_initial(left, right);
    add_name_of_file(left, right);
  }

 private:
  // In use as a surname (more than 50 births) and as no word.
  static bool is_only_surname(const Token& token) {
    return !token.lexeme().word() && token.lexeme().surname >= 3;
  }

  // The word behind the "Le" of "Le Goff" or the "Les" of "Les Tamaris"
  void add_after_capital_article(const Token& left) {
    if (!left.has_capital() || !here().has_capital() || left.shape == Shape::Initial) return;
    const bool only_name = is_only_surname(here());
    if (left.where.has(Where::SentenceStart) && left.label != LineLabel::Person && !only_name) return;
    const std::string_view form = tokens_.form(at_ - 1);
    const bool particle = left.cues.has(WordCue::Particle) && form != "les" && form != "des";
    when(particle, Feature::CapitalParticleBefore);
    when(left.cues.has(WordCue::Determiner) && (!particle || !here().lexeme().surname),
         Feature::CapitalArticleBefore);
  }

  void add_joined_before(const Token& left) {
    add_after_capital_article(left);
    const bool mid =
        left.has_capital() && !left.where.has(Where::SentenceStart) && left.shape != Shape::Initial;
    when(mid && here().shape == Shape::Capital && here().lexeme().word() &&
             !left.cues.has(WordCue::Civility) && !left.cues.has(WordCue::Title),
         Feature::CapitalContinues);
    when(here().shape == Shape::AllCaps && left.shape == Shape::Capital && is_likely_given(left) &&
             is_likely_surname(here()),
         Feature::CapsBesideGiven);
    const bool name = left.has_capital() || left.lexeme().given >= 7;
    const bool plain_word = left.is_common_word() && left.lexeme().given < 7;
    const bool towns = left.known.has(Known::City) && here().known.has(Known::City);
    when(name && is_likely_given(left) && !towns && !plain_word && left.shape != Shape::Initial,
         Feature::GivenBefore);
    when(left.shape == Shape::Initial && here().gap.has(Gap::Dot), Feature::InitialBefore);
  }

  void add_joined_after(std::size_t right) {
    const Token& next = token(right);
    when(here().shape == Shape::AllCaps && next.shape == Shape::Capital && next.lexeme().given >= 5 &&
             is_likely_surname(here()),
         Feature::CapsBesideGiven);
    when(next.has_capital() && is_likely_surname(next) && next.shape != Shape::Initial &&
             is_likely_given(here()),
         Feature::SurnameAfter);
    when(next.shape == Shape::Initial && is_dotted(right) && is_likely_given(here()), Feature::InitialAfter);
  }

  // "Anne de Brissac", "Yves Le Goff", "Fontenay-sous-Bois"
  void add_particle(std::size_t left, std::size_t right) {
    if (left == none || right == none || here().has_capital() || !is_joined(here()) ||
        !is_joined(token(right)))
      return;
    const std::size_t behind = right_of(right);
    const bool next = token(right).has_capital() || (token(right).cues.has(WordCue::Particle) &&
                                                     behind != none && token(behind).has_capital());
    if (!token(left).has_capital() && !token(left).cues.has(WordCue::Particle)) return;
    if (!next) return;
    if (here().gap.has(Gap::Hyphen)) return out_.add(Feature::ParticleInPlace);
    const bool no_name = token(right).known.has(Known::City) || token(right).lexeme().acronym ||
                         token(right).known.has(Known::Role);
    const bool given = token(left).lexeme().given >= (token(left).where.has(Where::SentenceStart) ? 5 : 3);
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
    when(here().form_size() <= 2 && token(left).has_capital() && before.size() > 2 && !elided_word,
         Feature::ApostropheTail);
  }

  // "C. Dupont", "Claire D.", "C. D.", "D-I-A-L-L-O"
  void add_initial(std::size_t left, std::size_t right) {
    if (here().shape != Shape::Initial) return;
    const bool joined_left = left != none && is_joined(here());
    const bool joined_right = right != none && is_joined(token(right));
    const bool dotted = is_dotted(at_);
    if (joined_right && dotted) {
      const Token& next = token(right);
      const bool caps = next.shape == Shape::AllCaps && next.lexeme().surname > 0;
      const bool capital = next.shape == Shape::Capital && !next.cues.has(WordCue::Determiner);
      when(caps || (capital && (next.lexeme().surname > 0 || !next.lexeme().french_word())) ||
               is_surname_with_article(right),
           Feature::InitialOfName);
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

  // "claire_dupont", "claire-dupont.pdf", "Claire%20Page.md": joined as words of a sentence are not.
  void add_name_of_file(std::size_t left, std::size_t right) {
    when((right != none && is_name_of_file(at_, right)) || (left != none && is_name_of_file(left, at_)),
         Feature::NameOfFile);
  }

  bool is_name_of_file(std::size_t given, std::size_t surname) const {
    const Token& first = token(given);
    const Token& second = token(surname);
    if (second.gap.empty() || !second.gap.only(name_joints) || first.where.has(Where::Code)) return false;
    if (first.shape != second.shape || (first.shape != Shape::Lower && first.shape != Shape::Capital))
      return false;
    const bool joined = second.gap.only(Gaps{Gap::Underscore, Gap::Camel}) || second.where.has(Where::Link) ||
                        (second.gap.only(Gaps{Gap::Hyphen}) && is_before_file_ending(surname));
    if (joined) return reads_as_name(first.lexeme(), second.lexeme());
    return second.gap.only(Gaps{Gap::Hyphen, Gap::Dot}) && is_glued_name(first, second);
  }

  // "sophie.martin", "martin-sophie"; not "paris-nice". What a capital joins the decoder weighs itself.
  static bool is_glued_name(const Token& first, const Token& second) {
    if (first.shape != Shape::Lower || second.where.has(Where::NoNames)) return false;
    if (first.known.has(Known::City) && second.known.has(Known::City)) return false;
    if (first.known.has(Known::Several) || second.known.has(Known::Several)) return false;
    return reads_as_glued_name(first.lexeme(), second.lexeme()) ||
           reads_as_glued_name(second.lexeme(), first.lexeme());
  }

  bool is_before_file_ending(std::size_t i) const {
    constexpr std::size_t reach = 4;
    for (std::size_t n = 0; n < reach; ++n) {
      i = right_of(i);
      if (i == none || token(i).gap.empty() ||
          !token(i).gap.only(Gaps{Gap::Hyphen, Gap::Underscore, Gap::Dot}))
        return false;
      if (token(i).gap.has(Gap::Dot)) return token(i).where.has(Where::NoNames);
    }
    return false;
  }

  // "T. Le Bihan"; not "vitamine C. Le médecin"
  bool is_surname_with_article(std::size_t article) const {
    const std::size_t name = article + 1;
    return token(article).shape == Shape::Capital && token(article).cues.has(WordCue::Particle) &&
           name < tokens_.size() && is_joined(token(name)) && token(name).shape == Shape::Capital &&
           is_only_surname(token(name));
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
};

}  // namespace

void add_name_parts(const Tokens& tokens, std::size_t at, FeatureSet& out) {
  NameParts(tokens, at, out).add();
}

}  // namespace paravent::detect
